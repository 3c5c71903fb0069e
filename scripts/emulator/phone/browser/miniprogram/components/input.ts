/** `<input>` (WeChat's documentation: component/input). */
import type { ComponentSpace } from 'glass-easel';
import { textControl } from './textControl';

/** The keyboard that a phone would bring up. */
const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' };

export function defineInput(space: ComponentSpace) {
  const fields = new WeakMap<object, HTMLInputElement>();
  let latest: HTMLInputElement | undefined;
  return textControl(space, 'input', () => {
    latest = document.createElement('input');
    latest.autocomplete = 'off';
    return latest;
  })
    .property('type', { type: String, value: 'text' })
    .property('password', Boolean)
    .property('alwaysEmbed', Boolean)
    .property('safePasswordCertPath', null)
    .property('safePasswordLength', null)
    .property('safePasswordTimeStamp', null)
    .property('safePasswordNonce', null)
    .property('safePasswordSalt', null)
    .property('safePasswordCustomHash', null)
    .init(({ self, observer }) => {
      if (latest !== undefined) fields.set(self, latest);
      observer(['type', 'password'], (type, password) => {
        const field = fields.get(self);
        if (field === undefined) return;
        field.type = password || type === 'safe-password' ? 'password' : 'text';
        field.inputMode = KEYBOARDS[type] ?? 'text';
      });
    })
    .registerComponent();
}
