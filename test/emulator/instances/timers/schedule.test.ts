import { parseSchedule } from '../../../../scripts/emulator/instances/timers/schedule';

const at = (iso: string) => Date.parse(iso);
const nextOf = (expression: string, after: string) => {
  const next = parseSchedule(expression).next(at(after));
  return next === undefined ? undefined : new Date(next).toISOString();
};

describe('a schedule', () => {
  it.each([
    ['*/5 * * * * * *', '2026-11-23T03:04:05.500Z', '2026-11-23T03:04:10.000Z'],
    ['1/10 * * * * * *', '2026-11-23T03:04:05.000Z', '2026-11-23T03:04:11.000Z'],
    ['0 15 10 * * MON-FRI *', '2026-11-27T12:00:00.000Z', '2026-11-30T02:15:00.000Z'],
    ['0 0 10,14,16 * * * *', '2026-11-23T03:00:00.000Z', '2026-11-23T06:00:00.000Z'],
    ['0 */30 9-17 * * * *', '2026-11-23T09:45:00.000Z', '2026-11-24T01:00:00.000Z'],
    ['0 0 12 * * WED *', '2026-11-23T00:00:00.000Z', '2026-11-25T04:00:00.000Z'],
    ['0 0 12 * * 0 *', '2026-11-23T00:00:00.000Z', '2026-11-29T04:00:00.000Z'],
  ])("has WeChat's seven fields, second first: %s", (expression, after, next) => {
    expect(nextOf(expression, after)).toBe(next);
  });

  it('is in UTC+8', () => {
    expect(nextOf('0 0 2 1 * * *', '2026-11-23T00:00:00.000Z')).toBe('2026-11-30T18:00:00.000Z');
  });

  it('has a year, and is over after it', () => {
    expect(nextOf('0 0 0 1 1 * 2028', '2026-11-23T00:00:00.000Z')).toBe('2027-12-31T16:00:00.000Z');
    expect(nextOf('0 0 0 1 1 * 2020', '2026-11-23T00:00:00.000Z')).toBeUndefined();
  });

  it('takes day and weekday together as either', () => {
    // The 1st, or any Monday; the 23rd of November 2026 is a Monday.
    const { between } = parseSchedule('0 0 8 1 * MON *');
    expect(
      between(at('2026-11-22T00:00:00.000Z'), at('2026-12-02T00:00:00.000Z'), 10).map((due) =>
        new Date(due).getUTCDate(),
      ),
    ).toEqual([23, 30, 1]);
  });

  it('is due at the end of a span, not at its beginning', () => {
    const { between } = parseSchedule('0 * * * * * *');
    const [from, until] = [at('2026-11-23T03:00:00.000Z'), at('2026-11-23T03:03:00.000Z')];

    expect(between(from, until, 10).map((due) => (due - from) / 60_000)).toEqual([1, 2, 3]);
    expect(between(from, until - 1, 10)).toHaveLength(2);
    expect(between(from, until, 2).map((due) => (due - from) / 60_000)).toEqual([2, 3]);
    expect(between(until, until, 10)).toEqual([]);
  });

  it.each(['', '* * * * *', '0 0 2 1 * *', '0 0 2 1 * * * *', '0 0 12 ? * * *', 'not a cron at all of it'])(
    'is refused when it has not seven fields of those that WeChat knows: %j',
    (expression) => {
      expect(() => parseSchedule(expression)).toThrow(/seven fields/);
    },
  );

  it.each(['61 * * * * * *', '* * 24 * * * *', '0 0 0 * * NOD *'])(
    'is refused when a field is out of its range: %s',
    (expression) => {
      expect(() => parseSchedule(expression)).toThrow();
    },
  );
});
