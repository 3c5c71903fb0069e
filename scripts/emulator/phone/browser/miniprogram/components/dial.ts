/** Numbers that are chosen one after another within bounds, as year, month and day: each column depends on those before. */

export interface Dial {
  /** Of each column the least that may be chosen: `[2018, 3, 15]` is a date. */
  first: number[];
  last: number[];
  /** What a column has by itself, least and greatest, after the numbers that were chosen before it. */
  span(before: number[]): [number, number];
}

export interface Dialled {
  /** What each column offers. */
  numbers: number[][];
  chosen: number[];
}

/** The numbers nearest to those that are wanted. */
export const dialNumbers = (dial: Dial, wanted: number[]): Dialled =>
  walk(dial, (numbers, column) => {
    const [least = 0, greatest = least] = [numbers[0], numbers.at(-1)];
    return Math.min(Math.max(wanted[column] ?? least, least), greatest);
  });

/** The numbers at these places of the columns. */
export const dialPlaces = (dial: Dial, places: number[]): Dialled =>
  walk(dial, (numbers, column) => numbers[places[column] ?? 0] ?? numbers.at(-1) ?? 0);

export const placesOf = ({ numbers, chosen }: Dialled): number[] =>
  chosen.map((number, column) => Math.max(0, numbers[column]?.indexOf(number) ?? 0));

function walk({ first, last, span }: Dial, choose: (numbers: number[], column: number) => number): Dialled {
  const chosen: number[] = [];
  const numbers = first.map((_, column) => {
    const [low, high] = span(chosen);
    // A bound counts where all before it stands at the bound.
    const limitOf = (bound: number[]) =>
      chosen.every((number, before) => number === bound[before]) ? bound[column] : undefined;
    const from = Math.max(low, limitOf(first) ?? low);
    const to = Math.max(from, Math.min(high, limitOf(last) ?? high));
    const offered = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    chosen.push(choose(offered, column));
    return offered;
  });
  return { numbers, chosen };
}
