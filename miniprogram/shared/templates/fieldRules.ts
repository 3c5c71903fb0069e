// Copied by `npm run build` from cloudfunctions/shared/templates/fieldRules.ts: edit it there.
/**
 * WeChat's rules for the values of a template's fields, by the letters of the field's key.
 *
 * Source: WeChat's documentation of subscribeMessage.send (订阅消息参数值内容限制说明), with its notes: no line
 * breaks or other control characters; a time is HH:MM or HH:MM:SS; a date is 2018年1月1日, 2018年1月, 1月1日, or
 * joined by `-`, `/` or `.`. Where it leaves room (an amount without its currency symbol, which developers
 * send), the value passes: a wrong refusal here would stop a good message, and WeChat refuses a bad one itself.
 */

import { charactersIn, mostCharacters } from './characters';
import { kindOf } from './fieldKind';

interface FieldRule {
  /** The rule in words, for the error's message, with how many characters it lets be (characters.ts). */
  text: string;
  /** The rest of the rule. */
  allows(value: string): boolean;
}

const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const DATE = `(?:${[
  `(?:\\d{4}年)?${MONTH}月${DAY}日`,
  `\\d{4}年${MONTH}月`,
  ...['-', '/', '\\.'].flatMap((joint) => [
    `(?:\\d{4}${joint})?${MONTH}${joint}${DAY}`,
    `\\d{4}${joint}${MONTH}`,
  ]),
].join('|')})`;
const TIME = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?';
const TIME_WITH_OR_WITHOUT_DATE = new RegExp(`^(?:${DATE} ?)?${TIME}$`);
const DATE_WITH_OR_WITHOUT_TIME = new RegExp(`^${DATE}(?: ?${TIME})?$`);
/** Line breaks and other control characters, and halves of a character that JavaScript has in two. */
const NO_TEXT = '\\p{Cc}\\u2028\\u2029\\p{Cs}';
const CONTROL_CHARACTER = new RegExp(`[${NO_TEXT}]`, 'u');
const SYMBOLS = new RegExp(`^[^\\p{Script=Han}A-Za-z\\d\\s${NO_TEXT}]+$`, 'u');
const DIGITS_AND_SYMBOLS = new RegExp(`^[^\\p{Script=Han}A-Za-z${NO_TEXT}]+$`, 'u');
const NAME = new RegExp(`^[^\\d${NO_TEXT}]+$`, 'u');

const rules: ReadonlyMap<string, FieldRule> = new Map([
  [
    'thing',
    {
      text: 'at most 20 characters, without line breaks',
      allows: (value) => !CONTROL_CHARACTER.test(value),
    },
  ],
  [
    'number',
    {
      text: 'a number of at most 32 digits, decimals allowed',
      allows: (value) => /^\d+(?:\.\d+)?$/.test(value) && digitsIn(value) <= 32,
    },
  ],
  ['letter', { text: 'at most 32 letters', allows: (value) => /^[A-Za-z]+$/.test(value) }],
  ['symbol', { text: 'at most 5 symbols', allows: (value) => SYMBOLS.test(value) }],
  [
    'character_string',
    {
      text: 'at most 32 digits, letters or symbols, none of them Chinese',
      allows: (value) => !/\p{Script=Han}/u.test(value) && !CONTROL_CHARACTER.test(value),
    },
  ],
  [
    'time',
    {
      text: 'a 24-hour time with or without a date before it, or two of them joined by ~ (15:01, 2019年10月1日 15:01)',
      allows: (value) => isMomentOrSpan(value, TIME_WITH_OR_WITHOUT_DATE),
    },
  ],
  [
    'date',
    {
      text: 'a date with or without a 24-hour time after it, or two of them joined by ~ (2019年10月1日, 2019年10月1日 15:01)',
      allows: (value) => isMomentOrSpan(value, DATE_WITH_OR_WITHOUT_TIME),
    },
  ],
  [
    'amount',
    {
      text: 'a currency symbol and at most 10 digits, decimals allowed, 元 at the end allowed',
      allows: (value) => /^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u.test(value),
    },
  ],
  [
    'phone_number',
    {
      text: 'at most 17 digits and symbols',
      allows: (value) => DIGITS_AND_SYMBOLS.test(value) && digitsIn(value) > 0,
    },
  ],
  [
    'car_number',
    {
      text: 'at most 8 letters or digits, of which the first and the last may be Chinese',
      allows: (value) => /^[\p{Script=Han}A-Za-z\d](?:[A-Za-z\d]*[\p{Script=Han}A-Za-z\d])?$/u.test(value),
    },
  ],
  [
    'name',
    {
      text: 'at most 10 characters with Chinese in it, or at most 20 letters or symbols without',
      allows: (value) => NAME.test(value),
    },
  ],
  ['phrase', { text: 'at most 5 Chinese characters', allows: (value) => /^\p{Script=Han}+$/u.test(value) }],
]);

/**
 * @param key WeChat's key of the field, `thing1`
 * @param value not empty
 * @returns the rule that the value breaks, in words; undefined when it keeps its rule, or none is known for
 *   this kind of field (WeChat's own example has `site01`)
 */
export function brokenRule(key: string, value: string): string | undefined {
  const kind = kindOf(key);
  const rule = rules.get(kind);
  if (rule === undefined) return undefined;
  const fits = charactersIn(value) <= mostCharacters(kind, value);
  return fits && rule.allows(value) ? undefined : rule.text;
}

function digitsIn(value: string): number {
  return value.replace(/\D/g, '').length;
}

/** One moment of this form, or two joined by `~`; the second may leave out its date: `2019年10月1日 15:01~16:30`. */
function isMomentOrSpan(value: string, form: RegExp): boolean {
  const [from = '', to, ...more] = value.split('~').map((moment) => moment.trim());
  if (more.length > 0 || !form.test(from) || CONTROL_CHARACTER.test(value)) return false;
  return to === undefined || form.test(to) || TIME_WITH_OR_WITHOUT_DATE.test(to);
}
