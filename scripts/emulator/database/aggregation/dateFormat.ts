/** Dates to text and back, with MongoDB's format specifiers. */
import { requestFailed } from '../errors';
import { fromWall, offsetOf, toWall } from './timeZone';

const DAY_MS = 86_400_000;

/** Weeks begin on Sunday; the days before the first Sunday are in week 0. */
export const weekOf = (wall: Date): number => Math.floor((dayOfYear(wall) + 6 - wall.getUTCDay()) / 7);

/** Weeks begin on Monday, and belong to the year that their Thursday is in (ISO 8601). */
export function isoWeekOf(wall: Date): { year: number; week: number } {
  const thursday = new Date(wall.getTime() + (4 - (wall.getUTCDay() || 7)) * DAY_MS);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

/** 1 to 366. */
export const dayOfYear = (wall: Date): number =>
  Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;

/** https://www.mongodb.com/docs/v4.4/reference/operator/aggregation/dateToString/#format-specifiers */
const SPECIFIERS: Record<string, (wall: Date, offsetMinutes: number) => string> = {
  Y: (wall) => padded(wall.getUTCFullYear(), 4),
  m: (wall) => padded(wall.getUTCMonth() + 1, 2),
  d: (wall) => padded(wall.getUTCDate(), 2),
  H: (wall) => padded(wall.getUTCHours(), 2),
  M: (wall) => padded(wall.getUTCMinutes(), 2),
  S: (wall) => padded(wall.getUTCSeconds(), 2),
  L: (wall) => padded(wall.getUTCMilliseconds(), 3),
  j: (wall) => padded(dayOfYear(wall), 3),
  w: (wall) => String(wall.getUTCDay() + 1),
  u: (wall) => String(wall.getUTCDay() || 7),
  U: (wall) => padded(weekOf(wall), 2),
  V: (wall) => padded(isoWeekOf(wall).week, 2),
  G: (wall) => padded(isoWeekOf(wall).year, 4),
  z: (_wall, offset) =>
    `${offset < 0 ? '-' : '+'}${padded(Math.trunc(Math.abs(offset) / 60), 2)}${padded(Math.abs(offset) % 60, 2)}`,
  Z: (_wall, offset) => `${offset < 0 ? '-' : '+'}${Math.abs(offset)}`,
  '%': () => '%',
};

const padded = (value: number, digits: number) => String(value).padStart(digits, '0');

/** @throws {GatewayError} DATABASE_REQUEST_FAILED for a specifier or a time zone that there is not */
export function formatDate(date: Date, zone: string, format: string): string {
  const wall = toWall(date, zone);
  const offsetMinutes = offsetOf(date, zone) / 60_000;
  return format.replace(/%(.?)/gs, (specifier, letter: string) => {
    const print = SPECIFIERS[letter];
    if (print === undefined) throw requestFailed(`Invalid format character '${specifier}' in format string`);
    return print(wall, offsetMinutes);
  });
}

/** The patterns of what `$dateFromString` reads in a format of its own. */
const PATTERNS: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  L: '(?<L>\\d{1,3})',
  z: '(?<z>Z|[+-]\\d{2}:?\\d{2})',
  '%': '%',
};

/** Without a format: a day, and behind it perhaps a time and an offset. */
const USUAL =
  /^(?<Y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})(?:[T ](?<H>\d{1,2}):(?<M>\d{2})(?::(?<S>\d{2})(?:\.(?<L>\d{1,3})\d*)?)?)? ?(?<z>Z|[+-]\d{2}:?\d{2})?$/;

/**
 * @param zone where the text does not say its offset from UTC
 * @throws {GatewayError} DATABASE_REQUEST_FAILED for text that is no such date
 */
export function parseDate(text: string, format: string | undefined, zone: string): Date {
  const fields = (format === undefined ? USUAL : patternOf(format)).exec(text)?.groups;
  const { Y, m, d, H = 0, M = 0, S = 0, L = '0', z } = fields ?? {};
  const wall = new Date(
    Date.UTC(Number(Y), Number(m) - 1, Number(d), Number(H), Number(M), Number(S), Number(L.padEnd(3, '0'))),
  );
  if (fields === undefined || Number.isNaN(wall.getTime()) || wall.getUTCDate() !== Number(d)) {
    throw requestFailed(`Error parsing date string '${text}'`);
  }
  return fromWall(wall, z ?? zone);
}

function patternOf(format: string): RegExp {
  const pattern = format.replace(/%(.?)|[.*+?^${}()|[\]\\]/gs, (found, letter: string | undefined) => {
    if (letter === undefined) return `\\${found}`;
    const part = PATTERNS[letter];
    if (part === undefined) throw requestFailed(`Invalid format character '${found}' in format string`);
    return part;
  });
  return new RegExp(`^${pattern}$`);
}
