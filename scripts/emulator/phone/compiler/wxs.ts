/** WXS to JavaScript: the few places where the two differ (WeChat's documentation: reference/wxs). */
import { transform } from 'esbuild';
import type { SourceError } from '../program';
import { syntaxErrors } from './syntaxErrors';

const STRING = /"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//;
/** Names that are free in WXS, whose reserved words are few (reference/wxs/02variate), and not in JavaScript. */
const FREE_NAME = /(?<![\w$.])(?:class|enum|export|extends|import|super)(?![\w$]|\s*:)/;

const TOKENS = new RegExp(`${COMMENT.source}|${STRING.source}|\\.constructor\\b|${FREE_NAME.source}`, 'g');

/** Escapes that WXS takes away; it keeps the backslash before any other letter, as `getRegExp('\d+')` needs. */
const UNKNOWN_ESCAPE = /\\([^'"\\nbfrtv0ux\n])/g;

/**
 * @param text of one WXS module
 * @returns the same lines in JavaScript, which runs after `WXS_RUNTIME`
 */
export function compileWxs(text: string): string {
  return text.replace(TOKENS, (token) => {
    // The name of a value's type, not a function: `[].constructor === 'Array'`.
    if (token === '.constructor') return '._$wxsConstructor';
    if (token.startsWith('/')) return token;
    if (/^\w/.test(token)) return `${token}_`;
    return token.replace(/\\\\|\\[\s\S]/g, (written) => written.replace(UNKNOWN_ESCAPE, '\\\\$1'));
  });
}

/** What is wrong in a WXS module: in the browser it would keep all templates from being read. */
export async function wxsErrors(file: string, text: string): Promise<SourceError[]> {
  try {
    await transform(compileWxs(text), { loader: 'js', logLevel: 'silent' });
    return [];
  } catch (error) {
    return syntaxErrors(file, error);
  }
}

/** The paths of the modules that a WXS module requires, as they are written. */
export function wxsRequires(text: string): string[] {
  const code = text.replace(new RegExp(COMMENT, 'g'), '');
  return [...code.matchAll(/\brequire\s*\(\s*(["'])(.+?)\1\s*\)/g)].map(([, , path]) => path ?? '');
}

/**
 * What WXS modules find in their scope, and where the component framework asks how to call their functions: `P` in an
 * expression, `Q.A` for `change:` listeners, `Q.C` for event handlers.
 *
 * An expression calls functions of WXS alone: for `{{list.indexOf(1)}}` WeChat's compiler draws nothing. JavaScript's
 * own functions have no `prototype`; those that need what stands before the dot throw without it.
 */
export const WXS_RUNTIME = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };
var getDate = function () { return new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))(); };
Object.defineProperty(Object.prototype, '_$wxsConstructor', {
  configurable: true,
  get: function () { return Object.prototype.toString.call(this).slice(8, -1); },
});
P = function (called) {
  if (typeof called !== 'function') return function () {};
  if (called.prototype !== undefined) return called;
  return function () { try { return called.apply(undefined, arguments); } catch (error) { return undefined; } };
};
Q.A = function (listener, from) { return xinshi.wxs.propertyListener(listener, from); };
Q.C = function () { return xinshi.wxs.callHandler.apply(undefined, arguments); };
`;
