/** What `<input>` and `<textarea>` have in common (WeChat's documentation: component/input, component/textarea). */
import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import { offerControl } from './controls';
import { builtIn, hostOf, setAttribute } from './element';

/** No name that a mini-program would give to something of its own. */
const PLACEHOLDER = 'wx-placeholder';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Begins the definition of a component around a field of HTML. */
export function textControl(space: ComponentSpace, tag: string, createField: () => Field) {
  return builtIn(space, tag)
    .property('value', null)
    .property('name', String)
    .property('placeholder', String)
    .property('placeholderStyle', String)
    .property('placeholderClass', String)
    .property('disabled', Boolean)
    .property('maxlength', { type: Number, value: 140 })
    .property('focus', Boolean)
    .property('autoFocus', Boolean)
    .property('confirmType', String)
    .property('confirmHold', Boolean)
    .property('cursor', { type: Number, value: -1 })
    .property('selectionStart', { type: Number, value: -1 })
    .property('selectionEnd', { type: Number, value: -1 })
    .property('adjustPosition', { type: Boolean, value: true })
    .property('holdKeyboard', Boolean)
    .property('cursorSpacing', null)
    .property('cursorColor', String)
    .property('adjustKeyboardTo', String)
    .init(({ self, lifetime, observer }) => {
      const field = createField();
      const placeholder = document.createElement('div');
      placeholder.className = PLACEHOLDER;
      const showPlaceholder = () => {
        placeholder.hidden = field.value !== '';
      };
      const setValue = (value: unknown) => {
        const text = value === null || value === undefined ? '' : String(value);
        if (field.value !== text) field.value = text;
        showPlaceholder();
      };
      lifetime('created', () => hostOf(self).append(placeholder, field));
      observer('value', setValue);
      observer('placeholder', (text) => {
        placeholder.textContent = text;
        // Its look is the page's, which HTML's own cannot have; this one is for those who do not see it.
        field.placeholder = text;
      });
      observer('placeholderStyle', (style) => setAttribute(placeholder, 'style', style));
      observer('placeholderClass', (names) => {
        placeholder.className = `${PLACEHOLDER} ${scopedNames(self, names)}`;
      });
      observer('disabled', (disabled) => {
        field.disabled = disabled;
      });
      observer('maxlength', (length) => {
        if (length < 0) field.removeAttribute('maxlength');
        else field.maxLength = length;
      });
      observer('ariaLabel', (label: unknown) => setAttribute(field, 'aria-label', label));
      observer('cursorColor', (color) => {
        field.style.caretColor = color;
      });
      observer('focus', (focus) => focusLater(field, focus));
      observer('cursor', (cursor) => {
        if (cursor >= 0) field.setSelectionRange(cursor, cursor);
      });
      observer(['selectionStart', 'selectionEnd'], (start, end) => {
        if (start >= 0 && end >= 0) field.setSelectionRange(start, end);
      });
      lifetime('attached', () => {
        // The role that a template names is the field's own.
        hostOf(self).removeAttribute('role');
        if (self.data.autoFocus || self.data.focus) focusLater(field, true);
      });
      followField(self, field, showPlaceholder);
      let first: unknown;
      lifetime('ready', () => {
        first = self.data.value;
      });
      offerControl(self, {
        value: () => field.value,
        reset: () => self.setData({ value: first ?? '' }),
        activate: () => field.focus(),
      });
    });
}

/** Tells the page what the user does in the field. */
function followField(self: GeneralComponent, field: Field, showPlaceholder: () => void): void {
  let keyCode = 0;
  const position = () => field.selectionStart ?? field.value.length;
  /** What a handler of `bindinput` returns takes the place of what was typed. */
  const replace = (answer: unknown) => {
    const value =
      typeof answer === 'object' && answer !== null ? (answer as { value?: unknown }).value : answer;
    if (typeof value === 'string') field.value = value;
  };
  const typed = () => {
    showPlaceholder();
    const { value } = field;
    self.setData({ value });
    self.triggerEvent('input', { value, cursor: position(), keyCode }, { handleListenerReturn: replace });
    showPlaceholder();
    self.triggerEvent('keyboardinput', { value });
  };
  field.addEventListener('input', (event) => !(event as InputEvent).isComposing && typed());
  field.addEventListener('compositionend', typed);
  field.addEventListener('keydown', (event) => {
    ({ keyCode } = event as KeyboardEvent);
    const { key, isComposing } = event as KeyboardEvent;
    if (key !== 'Enter' || isComposing || field instanceof HTMLTextAreaElement) return;
    self.triggerEvent('confirm', { value: field.value });
    if (!(self.data as { confirmHold?: boolean }).confirmHold) field.blur();
  });
  field.addEventListener('focus', () => self.triggerEvent('focus', { value: field.value, height: 0 }));
  field.addEventListener('blur', () => self.triggerEvent('blur', { value: field.value, cursor: position() }));
}

function focusLater(field: Field, focus: boolean): void {
  requestAnimationFrame(() => (focus ? field.focus() : field.blur()));
}

/** The page's class names as they stand in the document: those of a component's own styles have a prefix. */
function scopedNames(component: GeneralComponent, names: string): string {
  const owner = component.ownerShadowRoot?.getHostNode();
  const scope = owner?.getComponentOptions().styleScope;
  const prefix =
    scope === null || scope === undefined
      ? ''
      : owner?.getRootBehavior().ownerSpace.styleScopeManager.queryName(scope);
  return names
    .split(/\s+/)
    .flatMap((name) => (prefix && name ? [name, `${prefix}--${name}`] : name))
    .join(' ');
}
