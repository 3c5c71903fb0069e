/** Moments and spans of time as a chat shows them. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** `15:01` today, `昨天 15:01`, `11月23日 15:01`, and with its year in another one. */
export function momentText(at: number, now: number): string {
  const date = new Date(at);
  const time = `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return time;
  if (days === 1) return `昨天 ${time}`;
  const day = `${date.getMonth() + 1}月${date.getDate()}日 ${time}`;
  return date.getFullYear() === new Date(now).getFullYear() ? day : `${date.getFullYear()}年${day}`;
}

/** What is left of a window: `47:59:12` over an hour, `0:42` below it, '' when it is over. */
export function leftText(leftMs: number): string {
  if (leftMs <= 0) return '';
  const seconds = Math.ceil(leftMs / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = twoDigits(seconds % 60);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
}

function startOfDay(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
