/** Which item of a swiper follows which, and on which side of the one that shows each lies. */

export interface SwiperOrder {
  count: number;
  /** After the last comes the first. */
  circular: boolean;
  /** How many show at once. */
  together: number;
}

/** The index that shows when `index` is asked for. */
export function shownAs(index: number, { count, circular, together }: SwiperOrder): number {
  if (count === 0) return 0;
  if (circular) return ((index % count) + count) % count;
  return Math.max(0, Math.min(index, count - together));
}

/** What autoplay turns to; after the last comes the first, also where it is not circular. */
export function nextInTurn(current: number, order: SwiperOrder): number {
  const next = shownAs(current + 1, order);
  return next === current ? 0 : next;
}

/**
 * How many places after the item that shows another lies; negative before it.
 *
 * @param offset pixels that a finger has moved them: of two places as near, the item lies where it comes into sight
 */
export function stepsAway(
  index: number,
  current: number,
  { count, circular, together }: SwiperOrder,
  offset: number,
): number {
  const steps = index - current;
  if (!circular || count <= together) return steps;
  const after = (steps + count) % count;
  const before = after - count;
  // As many before as after, but for those that show together with the current one.
  const isBefore = offset > 0 ? -before <= after : -before < after - together + 1;
  return isBefore ? before : after;
}
