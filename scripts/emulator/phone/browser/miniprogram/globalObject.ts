/** `global`: the one object of JavaScript's own names that WeChat has; a browser's are not in it. */

const NAMES = [
  ...[
    'Object',
    'Function',
    'Array',
    'Number',
    'Boolean',
    'String',
    'Symbol',
    'BigInt',
    'Date',
    'RegExp',
    'Promise',
  ],
  ...[
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'WeakRef',
    'Proxy',
    'Reflect',
    'JSON',
    'Math',
    'Intl',
    'ArrayBuffer',
    'DataView',
  ],
  ...[
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
  ],
  ...[
    'Float32Array',
    'Float64Array',
    'Error',
    'TypeError',
    'RangeError',
    'SyntaxError',
    'parseInt',
    'parseFloat',
  ],
  ...['isNaN', 'isFinite', 'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'console'],
];

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask'] as const;

export function createGlobal(): Record<string, unknown> {
  const own = window as unknown as Record<string, unknown>;
  const global: Record<string, unknown> = Object.fromEntries(NAMES.map((name) => [name, own[name]]));
  for (const name of TIMERS) global[name] = (own[name] as (...values: unknown[]) => unknown).bind(window);
  return Object.assign(global, { global, globalThis: global });
}
