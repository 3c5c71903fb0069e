/** Date expressions. mingo's are wrong about weeks at the turn of a year, missing dates and most date texts. */
import { ObjectId } from 'bson';
import { requestFailed } from '../errors';
import { isPlainObject } from '../plainObject';
import { dayOfYear, formatDate, isoWeekOf, parseDate, weekOf } from './dateFormat';
import { type Expression, isMissing, unary } from './expressions';
import { fromWall, toWall } from './timeZone';

/** An operator that reads one part of a date, by the clock of its time zone; null when there is no date. */
const part = (read: (wall: Date) => number): Expression =>
  unary((value) => {
    const { date, zone } = dateAndZone(value);
    return date === null ? null : read(toWall(date, zone));
  });

export const DATES: Record<string, Expression> = {
  $year: part((wall) => wall.getUTCFullYear()),
  $month: part((wall) => wall.getUTCMonth() + 1),
  $dayOfMonth: part((wall) => wall.getUTCDate()),
  $dayOfWeek: part((wall) => wall.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $hour: part((wall) => wall.getUTCHours()),
  $minute: part((wall) => wall.getUTCMinutes()),
  $second: part((wall) => wall.getUTCSeconds()),
  $millisecond: part((wall) => wall.getUTCMilliseconds()),
  $week: part(weekOf),
  $isoWeek: part((wall) => isoWeekOf(wall).week),
  $isoWeekYear: part((wall) => isoWeekOf(wall).year),
  $isoDayOfWeek: part((wall) => wall.getUTCDay() || 7),

  $dateToString: unary((value) => {
    const fields = demandFields('$dateToString', value);
    const { date, zone } = dateAndZone(fields);
    if (date === null) return fields.onNull ?? null;
    return formatDate(date, zone, String(fields.format ?? '%Y-%m-%dT%H:%M:%S.%LZ'));
  }),

  $dateFromString: unary((value) => {
    const { dateString, format, timezone, onNull, onError } = demandFields('$dateFromString', value);
    if (isMissing(dateString)) return onNull ?? null;
    try {
      return parseDate(String(dateString), isMissing(format) ? undefined : String(format), zoneOf(timezone));
    } catch (error) {
      if (onError === undefined) throw error;
      return onError;
    }
  }),

  $dateFromParts: unary((value) => {
    const { timezone, ...parts } = demandFields('$dateFromParts', value);
    if (Object.values(parts).some(isMissing)) return null;
    const at = (name: string, fallback: number) => Number(parts[name] ?? fallback);
    const time: [number, number, number, number] = [
      at('hour', 0),
      at('minute', 0),
      at('second', 0),
      at('millisecond', 0),
    ];
    const wall =
      'isoWeekYear' in parts
        ? fromIsoWeek(at('isoWeekYear', 1970), at('isoWeek', 1), at('isoDayOfWeek', 1), time)
        : new Date(Date.UTC(at('year', 1970), at('month', 1) - 1, at('day', 1), ...time));
    return fromWall(wall, zoneOf(timezone));
  }),
};

/** January 4 is always in the first week. */
function fromIsoWeek(year: number, week: number, day: number, time: [number, number, number, number]): Date {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() || 7) - 1);
  return new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + (day - 1), ...time));
}

/** The operand of a date operator: a date, or `{ date, timezone }`. */
function dateAndZone(value: unknown): { date: Date | null; zone: string } {
  const [date, timezone] = isPlainObject(value) ? [value.date, value.timezone] : [value, undefined];
  if (isMissing(date)) return { date: null, zone: 'UTC' };
  if (date instanceof ObjectId) return { date: date.getTimestamp(), zone: zoneOf(timezone) };
  if (!(date instanceof Date)) throw requestFailed(`can't convert from type ${typeof date} to Date`);
  return { date, zone: zoneOf(timezone) };
}

const zoneOf = (timezone: unknown): string => (isMissing(timezone) ? 'UTC' : String(timezone));

function demandFields(name: string, value: unknown): Record<string, unknown> {
  if (isPlainObject(value)) return value;
  throw requestFailed(`${name} only supports an object as its argument`);
}
