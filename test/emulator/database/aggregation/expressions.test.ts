import { Aggregator } from 'mingo/aggregator';
import { MINGO } from '../../../../scripts/emulator/database/mingo';

const DOCUMENT = {
  _id: 1,
  n: 2,
  text: '中a',
  list: [1, 2, 3],
  object: { a: 1 },
  monday: new Date('2024-12-30T01:02:03.004Z'),
  saturday: new Date('2024-11-30T20:00:00Z'),
};

function evaluate(expression: unknown): unknown {
  const [result] = new Aggregator([{ $project: { _id: 0, value: expression } }], MINGO).run([DOCUMENT]);
  return result?.value;
}

const at = (text: string) => new Date(text);

describe('comparisons', () => {
  it.each([
    [{ $eq: ['$missing', null] }, false],
    [{ $eq: ['$missing', '$absent'] }, true],
    [{ $ne: ['$missing', null] }, true],
    [{ $lt: ['$missing', 5] }, true],
    [{ $gt: ['a', 1] }, true],
    [{ $lte: [2, '$n'] }, true],
    [{ $gte: ['$monday', '$saturday'] }, true],
    [
      {
        $cmp: [
          [1, 2],
          [1, 3],
        ],
      },
      -1,
    ],
    [{ $cmp: [{ a: 1 }, { a: 1, b: 0 }] }, -1],
    [{ $max: ['$n', '$missing', 5] }, 5],
    [{ $max: '$list' }, 3],
    [{ $min: ['$n', null, 9] }, 2],
  ])('%j is %j', (expression, expected) => {
    expect(evaluate(expression)).toBe(expected);
  });
});

describe('text and arrays', () => {
  it.each([
    [{ $toUpper: 'ab' }, 'AB'],
    [{ $toLower: '$missing' }, ''],
    [{ $indexOfBytes: ['$text', 'a'] }, 3],
    [{ $indexOfCP: ['$text', 'a'] }, 1],
    [{ $indexOfCP: ['abab', 'b', 2] }, 3],
    [{ $indexOfCP: ['$missing', 'b'] }, null],
    [{ $substr: ['hello', 1, -1] }, 'ello'],
    [{ $substr: [123, 1, 1] }, '2'],
    [{ $substrBytes: ['$text', 3, 1] }, 'a'],
    [{ $size: '$list' }, 3],
    [{ $size: [[1, 2]] }, 2],
    [{ $reverseArray: '$list' }, [3, 2, 1]],
    [
      {
        $arrayToObject: [
          [
            ['a', 1],
            ['b', 2],
          ],
        ],
      },
      { a: 1, b: 2 },
    ],
    [{ $mergeObjects: ['$object', '$missing', { b: 2 }] }, { a: 1, b: 2 }],
    [{ $mergeObjects: '$object' }, { a: 1 }],
    [{ $trunc: -1.7 }, -1],
    [{ $trunc: [12.349, 1] }, 12.3],
  ])('%j is %j', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });

  it.each([
    [{ $size: '$missing' }, 'must be an array, but was of type: missing'],
    [{ $substrBytes: ['$text', 0, 2] }, 'in the middle of a UTF-8 character'],
    [{ $indexOfCP: [1, 'a'] }, 'requires strings'],
    [{ $arrayToObject: '$list' }, '$arrayToObject requires'],
  ])('%j is refused', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
  });
});

describe('dates', () => {
  it.each([
    [{ $year: '$monday' }, 2024],
    [{ $month: '$monday' }, 12],
    [{ $dayOfMonth: { date: '$saturday', timezone: 'Asia/Shanghai' } }, 1],
    [{ $dayOfWeek: '$monday' }, 2],
    [{ $dayOfYear: '$monday' }, 365],
    [{ $hour: { date: '$monday', timezone: '+08:00' } }, 9],
    [{ $hour: { date: '$monday', timezone: 'America/New_York' } }, 20],
    [{ $minute: '$monday' }, 2],
    [{ $second: '$monday' }, 3],
    [{ $millisecond: '$monday' }, 4],
    [{ $week: '$monday' }, 52],
    [{ $week: at('2024-01-06T00:00:00Z') }, 0],
    [{ $week: at('2024-01-07T00:00:00Z') }, 1],
    [{ $isoWeek: '$monday' }, 1],
    [{ $isoWeekYear: '$monday' }, 2025],
    [{ $isoDayOfWeek: '$monday' }, 1],
    [{ $year: '$missing' }, null],
    [{ $dateToString: { date: '$monday' } }, '2024-12-30T01:02:03.004Z'],
    [{ $dateToString: { date: '$monday', format: '%G-%V-%u %j %w %U %%' } }, '2025-01-1 365 2 52 %'],
    [{ $dateToString: { date: '$monday', format: '%H:%M %z', timezone: 'Asia/Shanghai' } }, '09:02 +0800'],
    [{ $dateToString: { date: '$missing', onNull: 'none' } }, 'none'],
    [{ $dateFromString: { dateString: '2024-02-29' } }, at('2024-02-29T00:00:00Z')],
    [
      { $dateFromString: { dateString: '2024-02-29 08:00', timezone: 'Asia/Shanghai' } },
      at('2024-02-29T00:00:00Z'),
    ],
    [{ $dateFromString: { dateString: '2024-02-29T08:00:00.5+0800' } }, at('2024-02-29T00:00:00.500Z')],
    [{ $dateFromString: { dateString: '29/02/2024', format: '%d/%m/%Y' } }, at('2024-02-29T00:00:00Z')],
    [{ $dateFromString: { dateString: 'soon', onError: 'no date' } }, 'no date'],
    [{ $dateFromString: { dateString: '$missing' } }, null],
    [
      { $dateFromParts: { year: 2024, month: 2, day: 29, hour: 8, timezone: 'Asia/Shanghai' } },
      at('2024-02-29T00:00:00Z'),
    ],
    [{ $dateFromParts: { year: 2024, month: 14 } }, at('2025-02-01T00:00:00Z')],
    [{ $dateFromParts: { isoWeekYear: 2025, isoWeek: 1 } }, at('2024-12-30T00:00:00Z')],
  ])('%j is %j', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });

  it.each([
    [{ $year: '$n' }, "can't convert from type number to Date"],
    [{ $hour: { date: '$monday', timezone: 'Mars/Base' } }, 'unrecognized time zone identifier'],
    [{ $dateToString: { date: '$monday', format: '%Q' } }, "Invalid format character '%Q'"],
    [{ $dateFromString: { dateString: '2024-02-30' } }, "Error parsing date string '2024-02-30'"],
  ])('%j is refused', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
  });
});
