/** Whether the office is open, in China's time. */
import type { OfficeHours, Weekday } from './ruleTypes';

const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** Asia/Shanghai has been UTC+8 without summer time since 1992. Functions run in UTC. */
const CHINA_OFFSET_MS = 8 * 60 * 60_000;

/** @param now milliseconds since 1970 */
export function isOfficeOpen({ days, from, to }: OfficeHours, now: number): boolean {
  const there = new Date(now + CHINA_OFFSET_MS);
  const weekday = WEEKDAYS[there.getUTCDay()];
  const time = there.toISOString().slice(11, 16);
  return weekday !== undefined && days.includes(weekday) && from <= time && time < to;
}
