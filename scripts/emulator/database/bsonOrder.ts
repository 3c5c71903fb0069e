/**
 * The order of values of any type: by type first, then by value.
 * https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
import { BSONRegExp, Decimal128, Long, ObjectId, Timestamp } from 'bson';
import { isPlainObject } from './plainObject';

/** Negative when `a` comes before `b`, 0 when they are equal. Missing comes before null. */
export function compareBson(a: unknown, b: unknown): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (Array.isArray(a) && Array.isArray(b)) return compareSequences(a, b, compareBson);
  if (isPlainObject(a) && isPlainObject(b)) {
    return compareSequences(Object.entries(a), Object.entries(b), compareFields);
  }
  return comparePrimitives(primitiveOf(a), primitiveOf(b));
}

function rankOf(value: unknown): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (typeof value === 'number' || value instanceof Long || value instanceof Decimal128) return 2;
  if (typeof value === 'string') return 3;
  if (isPlainObject(value)) return 4;
  if (Array.isArray(value)) return 5;
  if (value instanceof ObjectId) return 7;
  if (typeof value === 'boolean') return 8;
  if (value instanceof Date) return 9;
  if (value instanceof Timestamp) return 10;
  if (value instanceof RegExp || value instanceof BSONRegExp) return 11;
  return 6;
}

function compareSequences<T>(a: T[], b: T[], compare: (a: T, b: T) => number): number {
  for (const [index, item] of a.entries()) {
    const other = b[index];
    if (index >= b.length) return 1;
    const order = compare(item, other as T);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareFields([nameA, a]: [string, unknown], [nameB, b]: [string, unknown]): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  return comparePrimitives(nameA, nameB) || compareBson(a, b);
}

function primitiveOf(value: unknown): number | string | bigint {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return value.getTime();
  if (value instanceof Timestamp || value instanceof Long) return value.toBigInt();
  if (value instanceof Decimal128) return Number(value.toString());
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof BSONRegExp) return `/${value.pattern}/${value.options}`;
  return String(value);
}

function comparePrimitives(a: number | string | bigint, b: number | string | bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
