/** `<switch>`, `<checkbox>`, `<radio>` and their groups (WeChat's documentation: component/checkbox, …/radio, …/switch). */
import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import { componentsAbove, componentsBelow, offerControl } from './controls';
import { builtIn, hostOf, playRole } from './element';

type Choice = GeneralComponent & { data: { value: string; checked: boolean; disabled: boolean } };

/** Begins the definition of something that is on or off. @param onTap what a tap does when it is not disabled */
function choice(space: ComponentSpace, tag: Mark, onTap: (self: Choice) => void) {
  return builtIn(space, tag)
    .property('value', String)
    .property('name', String)
    .property('checked', Boolean)
    .property('disabled', Boolean)
    .property('color', String)
    .property('type', String)
    .init(({ self, lifetime, observer }) => {
      const mark = document.createElement('div');
      const draw = () => {
        const host = hostOf(self);
        host.toggleAttribute('checked', self.data.checked);
        host.toggleAttribute('disabled', self.data.disabled);
        host.setAttribute('aria-checked', String(self.data.checked));
        drawMark(mark, markOf(self.data, tag), self.data);
      };
      lifetime('created', () => hostOf(self).prepend(mark));
      lifetime('attached', () => {
        playRole(self, tag);
        draw();
      });
      observer(['checked', 'disabled', 'color', 'type'], draw);
      const toggle = () => {
        if (!self.data.disabled) onTap(self as unknown as Choice);
      };
      self.addListener('tap', toggle);
      let first = false;
      lifetime('ready', () => {
        first = self.data.checked;
      });
      offerControl(self, {
        ...(tag === 'switch' && { value: () => self.data.checked }),
        reset: () => self.setData({ checked: first }),
        activate: toggle,
      });
    });
}

type Mark = 'switch' | 'checkbox' | 'radio';

/** A switch may look like a checkbox. */
const markOf = ({ type }: { type: string }, tag: Mark): Mark =>
  tag === 'switch' && type === 'checkbox' ? 'checkbox' : tag;

interface MarkLook {
  checked: boolean;
  disabled: boolean;
  /** Left out, a style sheet says it: WeChat's, or the mini-program's. */
  color: string;
}

/** The class names are WeChat's own: style sheets of many mini-programs name them. */
function drawMark(element: HTMLElement, mark: Mark, { checked, disabled, color }: MarkLook) {
  element.className = `wx-${mark}-input`;
  element.classList.toggle(`wx-${mark}-input-checked`, checked);
  element.classList.toggle(`wx-${mark}-input-disabled`, disabled);
  const filled = checked && mark !== 'checkbox' && !(mark === 'radio' && disabled) ? color : '';
  Object.assign(element.style, { backgroundColor: filled, borderColor: filled });
  element.style.color = mark === 'checkbox' ? color : '';
}

export function defineSwitch(space: ComponentSpace) {
  return choice(space, 'switch', (self) => {
    const value = !self.data.checked;
    self.setData({ checked: value });
    self.triggerEvent('change', { value });
  }).registerComponent();
}

export function defineCheckbox(space: ComponentSpace) {
  return choice(space, 'checkbox', (self) => {
    self.setData({ checked: !self.data.checked });
    const group = groupOf(self, 'checkbox-group');
    group?.triggerEvent('change', { value: valuesOf(group, 'checkbox') });
  }).registerComponent();
}

export function defineRadio(space: ComponentSpace) {
  return choice(space, 'radio', (self) => {
    if (self.data.checked) return;
    self.setData({ checked: true });
    groupOf(self, 'radio-group')?.triggerEvent('change', { value: self.data.value });
  })
    .init(({ self, lifetime, observer }) => {
      const uncheck = (radios: Choice[]) => {
        for (const radio of radios) if (radio.data.checked) radio.setData({ checked: false });
      };
      const inGroup = () => {
        const group = self.data.checked ? groupOf(self, 'radio-group') : undefined;
        const radios = group === undefined ? [] : choicesOf(group, 'radio');
        return { radios, place: radios.indexOf(self as unknown as Choice) };
      };
      // Of several that the page has checked, the last is, as in WeChat.
      lifetime('attached', () => {
        const { radios, place } = inGroup();
        uncheck(radios.slice(0, Math.max(0, place)));
      });
      observer('checked', () => {
        const { radios, place } = inGroup();
        uncheck(radios.filter((_, index) => index !== place));
      });
    })
    .registerComponent();
}

export function defineCheckboxGroup(space: ComponentSpace) {
  return builtIn(space, 'checkbox-group')
    .property('name', String)
    .init(({ self }) => offerGroup(self, 'checkbox', () => valuesOf(self, 'checkbox')))
    .registerComponent();
}

export function defineRadioGroup(space: ComponentSpace) {
  return builtIn(space, 'radio-group')
    .property('name', String)
    .init(({ self, lifetime }) => {
      lifetime('attached', () => hostOf(self).setAttribute('role', 'radiogroup'));
      offerGroup(self, 'radio', () => valuesOf(self, 'radio')[0] ?? '');
    })
    .registerComponent();
}

function offerGroup(group: GeneralComponent, tag: string, value: () => unknown): void {
  const first = new Map<Choice, boolean>();
  queueMicrotask(() => {
    for (const each of choicesOf(group, tag)) first.set(each, each.data.checked);
  });
  offerControl(group, {
    value,
    reset() {
      for (const each of choicesOf(group, tag)) each.setData({ checked: first.get(each) ?? false });
    },
  });
}

function groupOf(self: GeneralComponent, tag: string): GeneralComponent | undefined {
  for (const above of componentsAbove(self)) if (above.is === `wx/${tag}`) return above;
  return undefined;
}

const choicesOf = (group: GeneralComponent, tag: string) =>
  [...componentsBelow(group)].filter(({ is }) => is === `wx/${tag}`) as unknown as Choice[];

const valuesOf = (group: GeneralComponent, tag: string) =>
  choicesOf(group, tag)
    .filter(({ data }) => data.checked)
    .map(({ data }) => data.value);
