/** WXML where WeChat's own compiler reads it differently from the component framework's. */

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

/**
 * `src=https://a/b?c"` is the same as `src="https://a/b?c"`: WeChat reads a value without quotes up to the next space,
 * and passes over a quote at its end. For a template that would be refused: one of lin-ui's has it.
 */
export const quoteValues = (wxml: string): string =>
  wxml.replace(/(\s[\w:.-]+=)([^\s"'{}<>=][^\s"'<>]*)"?(?=[\s/>])/g, '$1"$2"');

/** In templates: WeChat writes null as a word, and undefined not at all. */
export const TEXT_RUNTIME = `
Y = function (value) { return value === undefined ? '' : String(value); };
`;
