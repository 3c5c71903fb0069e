/** What WeChat's `wx` has, by its own types (miniprogram-api-typings). */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const types = readFileSync(
  join(dirname(require.resolve('miniprogram-api-typings/package.json')), 'types/wx/lib.wx.api.d.ts'),
  'utf8',
);
// Without the examples in its comments.
const wx = types.slice(types.indexOf('interface Wx {')).replace(/\/\*\*[\s\S]*?\*\//g, '');

/** The names of its functions. */
export const WECHAT_NAMES: ReadonlySet<string> = new Set(
  [...wx.matchAll(/^ {8}(\w+)(?:<[^(]*>)?\(/gm)].map(([, name = '']) => name),
);
