/** A field that `setData` would make undefined is not set (WeChat's documentation: reference/api/Page, setData). */
import { component } from 'glass-easel-miniprogram-adapter';

/** The words are WeChat's (github.com/wechat-miniprogram/computed/issues/109). */
export function passOverUndefinedFields(): void {
  const caller = component.ComponentCaller.prototype;
  const { setData } = caller;
  caller.setData = function (fields, callback) {
    const set: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(fields ?? {})) {
      if (value === undefined) console.warn(`Setting data field "${name}" to undefined is invalid.`);
      else set[name] = value;
    }
    setData.call(this, set, callback);
  };
}
