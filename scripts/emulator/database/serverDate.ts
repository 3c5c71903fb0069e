/** `db.serverDate({ offset })`: the time at which the server sees the request, by the emulator's clock. */
import { isPlainObject } from './plainObject';

/**
 * A copy of the value in which each `{ $tcb_server_date: { offset } }` is a `Date`.
 * @param now milliseconds since 1970; the offset, in milliseconds, is added to it
 */
export function resolveServerDates(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveServerDates(item, now));
  if (!isPlainObject(value)) return value;
  if ('$tcb_server_date' in value) return new Date(now + offsetOf(value.$tcb_server_date));
  return Object.fromEntries(
    Object.entries(value).map(([key, content]) => [key, resolveServerDates(content, now)]),
  );
}

function offsetOf(serverDate: unknown): number {
  if (!isPlainObject(serverDate)) return 0;
  return typeof serverDate.offset === 'number' ? serverDate.offset : 0;
}
