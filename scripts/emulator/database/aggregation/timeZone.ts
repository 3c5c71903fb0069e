/** Wall clocks: a time zone as MongoDB names it, `Asia/Shanghai`, `+08:00` or `+08`. */
import { requestFailed } from '../errors';

const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clock is ahead of UTC at this moment, in milliseconds. */
export function offsetOf(date: Date, zone: string): number {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (fixed === null) return wallClock(date, zone) - Math.floor(date.getTime() / 1000) * 1000;
  const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
  return (fixed[1] === '-' ? -minutes : minutes) * MINUTE_MS;
}

/** A date whose UTC fields are what the zone's clock shows. */
export const toWall = (date: Date, zone: string): Date => new Date(date.getTime() + offsetOf(date, zone));

/** The moment at which the zone's clock shows the UTC fields of `wall`. */
export function fromWall(wall: Date, zone: string): Date {
  const guess = new Date(wall.getTime() - offsetOf(wall, zone));
  return new Date(wall.getTime() - offsetOf(guess, zone));
}

function wallClock(date: Date, zone: string): number {
  const fields = Object.fromEntries(
    formatOf(zone)
      .formatToParts(date)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${zone}"`);
  }
}
