/** Times as WeChat writes them, seen from the emulator's clock. */

/** `15:01` today, `11月23日` before. */
export function shortTime(at: number, now: number): string {
  return isSameDay(at, now) ? clockTime(at) : day(at);
}

/** `15:01` today, `11月23日 15:01` before. */
export function longTime(at: number, now: number): string {
  return isSameDay(at, now) ? clockTime(at) : `${day(at)} ${clockTime(at)}`;
}

/** `2026年11月23日 15:01` */
export const fullTime = (at: number): string => `${new Date(at).getFullYear()}年${day(at)} ${clockTime(at)}`;

/** Not by `toLocaleTimeString`: what that loads first keeps the phone from being drawn. */
export const clockTime = (at: number): string =>
  [new Date(at).getHours(), new Date(at).getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');

const isSameDay = (at: number, now: number) => new Date(at).toDateString() === new Date(now).toDateString();

const day = (at: number) => `${new Date(at).getMonth() + 1}月${new Date(at).getDate()}日`;
