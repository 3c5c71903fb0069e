/**
 * What WeChat accepts as the value of a template's field, by the letters of the field's key.
 *
 * Source: WeChat's documentation of subscribeMessage.send, '订阅消息参数值内容限制说明', with its notes:
 * symbols are the usual ones besides Chinese, letters and digits, without line breaks and other control
 * characters; a time is HH:MM or HH:MM:SS; a date is y年m月d日, y年m月 or m月d日, or joined by `-`, `/` or `.`
 * (2018-01-01, 2018/01/01, 2018.01.01, 2018-01, 01-01); two points in time are joined by `~`. The full-width
 * ～ is refused (seen by developers as 47003).
 */

const HAN = '\\p{Script=Han}';
const CONTROL = '\\p{Cc}\\u2028\\u2029';
const LETTER = 'A-Za-z';

const of = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');

const ANY_TEXT = of(`[^${CONTROL}]+`);
const DECIMAL = of('\\d+(\\.\\d+)?');
const LETTERS = of(`[${LETTER}]+`);
const SYMBOLS = of(`[^${HAN}${LETTER}\\d\\s${CONTROL}]+`);
const NO_HAN = of(`[^${HAN}${CONTROL}]+`);
const DIGITS_AND_SYMBOLS = of(`[^${HAN}${LETTER}\\s${CONTROL}]+`);
const LETTERS_AND_SYMBOLS = of(`[^${HAN}\\d${CONTROL}]+`);
const NO_DIGITS = of(`[^\\d${CONTROL}]+`);
const ONLY_HAN = of(`[${HAN}]+`);
const PLATE = of(`[${HAN}${LETTER}\\d][${LETTER}\\d]*[${HAN}${LETTER}\\d]?`);
const AMOUNT = of('\\p{Sc}?\\d+(\\.\\d+)?元?');

const YEAR = '\\d{4}';
const MONTH = '(0?[1-9]|1[0-2])';
const DAY = '(0?[1-9]|[12]\\d|3[01])';
const CLOCK_TIME = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';
const CALENDAR_DATE = [
  `${YEAR}年${MONTH}月(${DAY}日)?`,
  `${MONTH}月${DAY}日`,
  ...['-', '/', '\\.'].map((join) => `(${YEAR}${join})?${MONTH}${join}${DAY}|${YEAR}${join}${MONTH}`),
].join('|');
const TIME_POINT = of(`((${CALENDAR_DATE}) )?${CLOCK_TIME}`);
const DATE_POINT = of(`(${CALENDAR_DATE})( ${CLOCK_TIME})?`);

/** Characters as people count them: one for each code point. */
const length = (value: string) => [...value].length;
const digits = (value: string) => value.replace(/\D/g, '').length;
const hasHan = (value: string) => /\p{Script=Han}/u.test(value);

/** One point in time, or two joined by `~`. */
function isSpanOf(point: RegExp, value: string): boolean {
  const points = value.split('~');
  return points.length <= 2 && points.every((part) => point.test(part));
}

/** True when the value keeps the rule; values are never empty here. */
const RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => length(value) <= 20 && ANY_TEXT.test(value),
  number: (value) => digits(value) <= 32 && DECIMAL.test(value),
  letter: (value) => length(value) <= 32 && LETTERS.test(value),
  symbol: (value) => length(value) <= 5 && SYMBOLS.test(value),
  character_string: (value) => length(value) <= 32 && NO_HAN.test(value),
  time: (value) => isSpanOf(TIME_POINT, value),
  date: (value) => isSpanOf(DATE_POINT, value),
  // The documentation asks for a currency sign; amounts without one (`39.80元`) are in wide use.
  amount: (value) => digits(value) <= 10 && AMOUNT.test(value),
  phone_number: (value) => length(value) <= 17 && DIGITS_AND_SYMBOLS.test(value),
  car_number: (value) => length(value) <= 8 && PLATE.test(value),
  // 中文和字母混合按中文名算: with Chinese in it, 10 characters, else 20 letters or symbols.
  name: (value) =>
    hasHan(value)
      ? length(value) <= 10 && NO_DIGITS.test(value)
      : length(value) <= 20 && LETTERS_AND_SYMBOLS.test(value),
  phrase: (value) => length(value) <= 5 && ONLY_HAN.test(value),
};

/**
 * Whether WeChat accepts this value for a field. A key whose letters have no known rule (`site01` in WeChat's own
 * example) accepts every value.
 *
 * @param key such as `thing1` or `character_string2`
 * @param value not empty
 */
export function keepsFieldRule(key: string, value: string): boolean {
  const kind = key.replace(/\d+$/, '');
  const rule = Object.hasOwn(RULES, kind) ? RULES[kind] : undefined;
  return rule === undefined || rule(value);
}
