/** What a mini-program asks for and this phone does not have: it is named in the console, and fails as WeChat's calls do. */
import { ABSENT_CALLS, ABSENT_OBJECTS } from './absentNames';
import { WxFailure, wxCall } from './call';

/** The value stays undefined, so that code which looks before it calls goes its other way. */
export function reportAbsent<T extends object>(name: string, api: T): T {
  const warn = warnOnce();
  return new Proxy(api, {
    get(target, property) {
      if (typeof property === 'string' && !(property in target))
        warn(property, `${name}.${property} is not on this phone yet`);
      return Reflect.get(target, property);
    },
  });
}

/**
 * What WeChat has and this phone has not. They are called without a look before, as every WeChat has them: a call fails
 * through `fail` and `complete`, and what would make an object makes one whose members fail so.
 */
export function absentApi(): Record<string, unknown> {
  const warn = warnOnce();
  const api: Record<string, unknown> = {};
  const refuse = (name: string, needed: string) => {
    const reason = `the emulator has no ${needed}`;
    warn(name, `wx.${name}: ${reason}`);
    return reason;
  };
  for (const [needed, names] of Object.entries(ABSENT_CALLS)) {
    for (const name of names) {
      api[name] = wxCall(name, () => {
        throw new WxFailure(refuse(name, needed));
      });
    }
  }
  for (const [needed, names] of Object.entries(ABSENT_OBJECTS)) {
    for (const name of names) api[name] = () => absentObject(name, refuse(name, needed));
  }
  return api;
}

/** Any member of it, and of what a member gives, may be read and called. */
function absentObject(name: string, reason: string): object {
  const fail = wxCall(name, () => {
    throw new WxFailure(reason);
  });
  // A function, so that it may be called, made with `new` and extended.
  function absent(): void {}
  const object: object = new Proxy(absent, {
    get(target, property) {
      // `prototype` is asked for by `class … extends`; a `then` would make it a promise that never ends.
      if (property === 'prototype') return Reflect.get(target, property);
      if (property === Symbol.toPrimitive) return () => '';
      if (typeof property === 'symbol' || property === 'then') return undefined;
      return object;
    },
    apply(_target, _this, [options]: unknown[]) {
      if (isOptions(options)) fail(options);
      return object;
    },
    construct: () => ({}),
  });
  return object;
}

const isOptions = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  ['success', 'fail', 'complete'].some((name) => name in value);

function warnOnce() {
  const seen = new Set<string>();
  return (name: string, text: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    console.warn(text);
  };
}
