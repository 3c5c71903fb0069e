/** Values for fields of every kind, made at random. */
import fc from 'fast-check';

const han = fc.constantFrom(...'订单编号咖啡豆已发货请留意李雷韩梅欧阳𠮷㐂');
const letter = fc.constantFrom(...'abcxyzABCXYZ');
const digit = fc.constantFrom(...'0123456789');
const symbol = fc.constantFrom(...'-_#.,/:+*&%￥$（）！，。…★☺');
/** One for a reader, several for JavaScript: a family, a flag, a letter with an accent of its own, a skin. */
const grapheme = fc.constantFrom('👨‍👩‍👧', '🇨🇳', 'e\u0301', '👍🏽', '𠮷', '❤️');

const string = (maxLength: number, ...units: fc.Arbitrary<string>[]) =>
  fc.string({ unit: fc.oneof(...units), minLength: 1, maxLength });

const year = fc.integer({ min: 1970, max: 2999 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 31 });
const twoDigits = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
const clockTime = fc.tuple(twoDigits(23), twoDigits(59)).map((parts) => parts.join(':'));
const calendarDate = fc
  .tuple(
    year,
    month,
    day,
    fc.constantFrom(['年', '月', '日'], ['-', '-', ''], ['/', '/', ''], ['.', '.', '']),
  )
  .map(([y, m, d, [a, b, c]]) => `${y}${a}${m}${b}${d}${c}`);
const dateTime = fc.tuple(calendarDate, clockTime).map((parts) => parts.join(' '));
const orSpan = (point: fc.Arbitrary<string>) =>
  fc.oneof(
    point,
    fc.tuple(point, point).map((points) => points.join('~')),
  );

/** Values that keep the rule, by kind. */
export const good: Record<string, fc.Arbitrary<string>> = {
  thing: string(20, han, letter, digit, symbol),
  number: fc.oneof(
    string(32, digit),
    fc.tuple(string(20, digit), string(12, digit)).map((n) => n.join('.')),
  ),
  letter: string(32, letter),
  symbol: string(5, symbol),
  character_string: string(32, letter, digit, symbol),
  time: orSpan(fc.oneof(clockTime, dateTime)),
  date: orSpan(fc.oneof(calendarDate, dateTime)),
  amount: fc
    .tuple(
      fc.constantFrom('￥', '¥', '$', '€', ''),
      string(8, digit),
      fc.constantFrom('', '.80'),
      fc.constantFrom('', '元'),
    )
    .map((parts) => parts.join('')),
  phone_number: fc
    .tuple(fc.constantFrom('', '+86-', '(010)'), string(11, digit))
    .map((parts) => parts.join('')),
  car_number: fc
    .tuple(han, string(6, letter, digit), fc.oneof(letter, digit, han))
    .map((parts) => parts.join('')),
  name: fc.oneof(string(10, han, letter, symbol), string(20, letter, symbol)),
  phrase: string(5, han),
};

/** Values longer than any rule lets pass, of characters that the kind takes. */
export const tooLong: Record<string, fc.Arbitrary<string>> = {
  thing: fc
    .tuple(string(30, han, letter, grapheme), string(30, grapheme), string(60, digit))
    .map(longerThan(20)),
  letter: string(60, letter).map((value) => value.padEnd(33, 'x')),
  symbol: string(20, symbol).map((value) => value.padEnd(12, '★')),
  character_string: string(60, letter, digit, symbol).map((value) => value.padEnd(33, '-')),
  name: fc.tuple(string(30, han, letter), string(30, letter, grapheme)).map(longerThan(20)),
  phrase: string(20, han).map((value) => value.padEnd(12, '中')),
};

/** Anything: what keeps a rule, what is near one, and what is not. */
export const anything: fc.Arbitrary<string> = fc.oneof(
  ...Object.values(good),
  string(40, han, letter, digit, symbol, grapheme, fc.constantFrom(' ', '\n', '~', '年', ':')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);

function longerThan(length: number): (parts: string[]) => string {
  return (parts) => {
    const value = parts.join('');
    return [...value].length > length ? value : value + '长'.repeat(length);
  };
}
