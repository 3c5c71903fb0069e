/**
 * `global`, which is `globalThis` too, and `Function` as modules find them: the one is an object of JavaScript's own names
 * and of WeChat's, a browser's are not in it; the other makes no code of a text.
 */

const NAMES = `
  Object Function Array Number Boolean String Symbol BigInt Date RegExp Promise Map Set WeakMap WeakSet WeakRef
  Proxy Reflect JSON Math Intl ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
  Int32Array Uint32Array Float32Array Float64Array Error TypeError RangeError SyntaxError ReferenceError EvalError
  URIError parseInt parseFloat isNaN isFinite NaN Infinity encodeURIComponent decodeURIComponent encodeURI decodeURI
  escape unescape console`
  .trim()
  .split(/\s+/);

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask'] as const;

export function createGlobal(): Record<string, unknown> {
  const own = window as unknown as Record<string, unknown>;
  const global: Record<string, unknown> = Object.fromEntries(NAMES.map((name) => [name, own[name]]));
  for (const name of TIMERS) global[name] = (own[name] as (...values: unknown[]) => unknown).bind(window);
  return Object.assign(global, { global, globalThis: global });
}

/**
 * No text becomes code in a mini-program, but for `Function('return this')`, by which many libraries look for the
 * global object (WeChat's documentation: framework/runtime/js-support).
 */
export function createFunctionConstructor(global: object): FunctionConstructor {
  const construct = (parameters: unknown[]) => {
    if (parameters.at(-1) === 'return this') return () => global;
    throw new EvalError('a mini-program cannot make a function of a text');
  };
  return new Proxy(Function, {
    construct: (_, parameters) => construct(parameters),
    apply: (_, __, parameters) => construct(parameters),
  });
}
