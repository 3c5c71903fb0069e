/** `<textarea>` (WeChat's documentation: component/textarea). */
import type { ComponentSpace } from 'glass-easel';
import { hostOf } from './element';
import { textControl } from './textControl';

export function defineTextarea(space: ComponentSpace) {
  return textControl(space, 'textarea', () => document.createElement('textarea'))
    .property('autoHeight', Boolean)
    .property('fixed', Boolean)
    .property('showConfirmBar', { type: Boolean, value: true })
    .property('disableDefaultPadding', Boolean)
    .init(({ self, observer, lifetime }) => {
      observer('autoHeight', (auto) => hostOf(self).toggleAttribute('auto-height', auto));
      observer('value', () => grow(hostOf(self), self.data.autoHeight));
      lifetime('ready', () => grow(hostOf(self), self.data.autoHeight));
      let lines = 0;
      self.addListener('input', () => {
        grow(hostOf(self), self.data.autoHeight);
        const { height, lineCount } = measure(hostOf(self));
        if (lineCount !== lines) self.triggerEvent('linechange', { height, lineCount });
        lines = lineCount;
      });
    })
    .registerComponent();
}

function grow(host: HTMLElement, auto: boolean): void {
  const field = host.querySelector('textarea');
  if (field === null || !auto) return;
  requestAnimationFrame(() => {
    field.style.height = '0';
    host.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  });
}

function measure(host: HTMLElement) {
  const field = host.querySelector('textarea');
  const height = field?.scrollHeight ?? 0;
  const lineHeight = Number.parseFloat(getComputedStyle(host).lineHeight) || 20;
  return { height, lineCount: Math.max(1, Math.round(height / lineHeight)) };
}
