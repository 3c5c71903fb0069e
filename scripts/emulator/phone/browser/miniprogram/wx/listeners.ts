/** Who is told of something: WeChat's two calls for it, and the telling. */

import { reportMistake } from '../mistakes';

/** A set of listeners; `off` without one takes all away, as WeChat documents it (不传此参数则移除所有监听函数). */
export function listeners<Value = object>() {
  const set = new Set<(value: Value) => void>();
  return {
    on: (listener: (value: Value) => void) => void set.add(listener),
    off: (listener?: (value: Value) => void) =>
      listener === undefined ? set.clear() : void set.delete(listener),
    /** @returns whether there was any */
    tell: (value: Value) => {
      const told = [...set];
      for (const listener of told) {
        try {
          listener(value);
        } catch (error) {
          reportMistake('listener', error);
        }
      }
      return told.length > 0;
    },
  };
}
