/** Text in WXML where it differs from what the component framework's compiler reads. */

/** What is no text, or is left as it is: comments, WXS, tags with their attributes, and expressions. */
const NO_TEXT = [
  /<!--[\s\S]*?-->/,
  /<wxs\b(?:"[^"]*"|'[^']*'|[^"'>])*>[\s\S]*?<\/wxs\s*>/,
  /<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^"'>])*>/,
  /\{\{[\s\S]*?\}\}/,
];

const TOKENS = new RegExp(`${NO_TEXT.map(({ source }) => source).join('|')}|\\\\n`, 'g');

/** `\n` in a text begins a new line, as `<text>one\ntwo</text>` does in WeChat; the lines of the file stay the same. */
export const compileText = (wxml: string): string =>
  wxml.includes('\\n') ? wxml.replace(TOKENS, (token) => (token === '\\n' ? '&#10;' : token)) : wxml;
