/** Ordering documents by fields: `orderBy`, and the stage `sort`. */
import { resolve } from 'mingo/util';
import { compareBson } from './bsonOrder';

type Fields = Record<string, unknown>;

/** 1 ascending, -1 descending; the first field counts most. */
export type Order = Record<string, 1 | -1>;

/**
 * The documents in order; those that are equal stay as they were.
 *
 * mingo's own sort takes the least element of an array even when it sorts downwards, and keeps missing fields
 * apart from null.
 */
export function sorted<T extends Fields>(documents: T[], order: Order): T[] {
  const directions = Object.entries(order);
  const keyed = documents.map((document) => ({
    document,
    keys: directions.map(([field, direction]) => sortKey(resolve(document, field), direction)),
  }));
  keyed.sort((a, b) => {
    for (const [index, [, direction]] of directions.entries()) {
      const result = direction * compareBson(a.keys[index], b.keys[index]);
      if (result !== 0) return result;
    }
    return 0;
  });
  return keyed.map(({ document }) => document);
}

/** An array counts by its least or its greatest element, an empty one comes before null, and missing is null. */
function sortKey(value: unknown, direction: 1 | -1): unknown {
  if (!Array.isArray(value)) return value ?? null;
  const [first, ...others] = value;
  return others.reduce((best, item) => (direction * compareBson(item, best) < 0 ? item : best), first);
}
