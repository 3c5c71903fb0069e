/** `<picker-view>` and its columns (WeChat's documentation: component/picker-view). */
import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import { componentsAbove, componentsBelow } from './controls';
import { builtIn, hostOf, setAttribute } from './element';
import { onStill } from './wheel';

/** Pixels, where `indicator-style` names no height. */
const ITEM_HEIGHT = 34;

export function definePickerView(space: ComponentSpace) {
  return builtIn(space, 'picker-view')
    .property('value', Array)
    .property('indicatorStyle', String)
    .property('indicatorClass', String)
    .property('maskStyle', String)
    .property('maskClass', String)
    .property('immediateChange', Boolean)
    .init(({ self, lifetime, observer }) => {
      const indicator = document.createElement('div');
      indicator.className = 'wx-picker-indicator';
      const mask = document.createElement('div');
      mask.className = 'wx-picker-mask';
      lifetime('attached', () => {
        hostOf(self).append(mask, indicator);
        // Only what is drawn scrolls.
        requestAnimationFrame(() => turnTo(self, self.data.value));
      });
      observer('indicatorStyle', (style) => {
        setAttribute(indicator, 'style', style);
        const height = Number.parseFloat(/height\s*:\s*([\d.]+)px/.exec(style)?.[1] ?? '') || ITEM_HEIGHT;
        hostOf(self).style.setProperty('--item-height', `${height}px`);
      });
      observer('maskStyle', (style) => setAttribute(mask, 'style', style));
      observer('value', (value) => requestAnimationFrame(() => turnTo(self, value)));
    })
    .registerComponent();
}

export function definePickerViewColumn(space: ComponentSpace) {
  return builtIn(space, 'picker-view-column')
    .init(({ self, lifetime }) => {
      lifetime('attached', () => {
        const host = hostOf(self);
        let moving = false;
        host.addEventListener('scroll', () => {
          if (!moving) viewOf(self)?.triggerEvent('pickstart', {});
          moving = true;
        });
        onStill(host, () => {
          moving = false;
          const view = viewOf(self);
          if (view === undefined) return;
          const value = columnsOf(view).map((column) => chosenIn(hostOf(column)));
          view.triggerEvent('pickend', {});
          if (String(value) === String(view.data['value'])) return;
          view.setData({ value });
          view.triggerEvent('change', { value });
        });
      });
    })
    .registerComponent();
}

function turnTo(view: GeneralComponent, value: number[]): void {
  columnsOf(view).forEach((column, index) => {
    const host = hostOf(column);
    const chosen = value[index] ?? 0;
    if (chosenIn(host) !== chosen) host.scrollTop = chosen * itemHeight(host);
  });
}

const chosenIn = (host: HTMLElement) => Math.round(host.scrollTop / itemHeight(host));

const itemHeight = (host: HTMLElement) =>
  host.firstElementChild?.getBoundingClientRect().height || ITEM_HEIGHT;

const columnsOf = (view: GeneralComponent) =>
  [...componentsBelow(view)].filter(({ is }) => is === 'wx/picker-view-column');

function viewOf(column: GeneralComponent): GeneralComponent | undefined {
  for (const above of componentsAbove(column)) if (above.is === 'wx/picker-view') return above;
  return undefined;
}
