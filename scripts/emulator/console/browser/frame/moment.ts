/** Times and durations in words, in this browser's time zone. */

const two = (n: number) => String(n).padStart(2, '0');

/** `15:01:22` */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** `15:01:22.048` */
export const exactTimeOfDay = (at: number): string =>
  `${timeOfDay(at)}.${String(new Date(at).getMilliseconds()).padStart(3, '0')}`;

/** `2026-11-23` */
export function day(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export const dayAndTime = (at: number): string => `${day(at)} ${timeOfDay(at)}`;

const UNITS = [
  [86_400_000, '天'],
  [3_600_000, '小时'],
  [60_000, '分钟'],
  [1_000, '秒'],
] as const;

/** The two largest units: `2 天 3 小时`, `45 秒`. @param ms not negative */
export function span(ms: number): string {
  const parts: string[] = [];
  let left = Math.round(ms / 1_000) * 1_000;
  for (const [unit, name] of UNITS) {
    const count = Math.floor(left / unit);
    left -= count * unit;
    if (count > 0) parts.push(`${count} ${name}`);
    else if (parts.length > 0) break;
  }
  return parts.slice(0, 2).join(' ') || '0 秒';
}

/** `刚刚`, `3 分钟前`; what the clock was moved back behind is `3 分钟后`. */
export function sinceInWords(ms: number): string {
  if (Math.abs(ms) < 1_500) return '刚刚';
  const [largest = ''] = /^\d+ \S+/.exec(span(Math.abs(ms))) ?? [];
  return `${largest}${ms > 0 ? '前' : '后'}`;
}

/** `18:03:05.934`; of another day than today `11-21 18:03:05`. @param today of the emulator's clock */
export const timeInList = (at: number, today: string): string =>
  day(at) === today ? exactTimeOfDay(at) : `${day(at).slice(5)} ${timeOfDay(at)}`;

/** How long a call took: `8 ms`, `1.24 s`. */
export const duration = (ms: number): string =>
  ms < 1_000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1_000).toFixed(2)} s`;
