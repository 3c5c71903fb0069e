/**
 * Comparing in expressions. mingo compares as a query does: a missing field equals null, and values of different
 * types are never less or greater. In MongoDB's expressions all values have an order.
 */
import { $push } from 'mingo/operators/accumulator';
import type { Options } from 'mingo/types';
import { compareBson } from '../bsonOrder';
import { isPlainObject } from '../plainObject';
import { type Expression, isMissing, variadic } from './expressions';

const comparison = (fits: (order: number) => boolean): Expression =>
  variadic(([a, b]) => fits(compareBson(a, b)));

export const COMPARISONS: Record<string, Expression> = {
  $cmp: variadic(([a, b]) => Math.sign(compareBson(a, b))),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
};

/** In `group`, over its documents; elsewhere over a list of values, and then the operand is null. */
type Accumulator = (items: unknown[], operand: unknown, options: Options) => unknown;

/** mingo keeps null among the values and pushes null for a missing field; MongoDB passes over both. */
export const EXTREMES: Record<string, Accumulator> = {
  $max: (items, operand, options) => extreme(valuesOf(items, operand, options), (order) => order > 0),
  $min: (items, operand, options) => extreme(valuesOf(items, operand, options), (order) => order < 0),
  $push: (items, operand, options) =>
    valuesOf(items, operand, options).filter((value) => value !== undefined),
};

/** Missing values are undefined: mingo's own `$push` makes them null, but for those inside an object. */
function valuesOf(items: unknown[], operand: unknown, options: Options): unknown[] {
  if (!isMissing(operand)) {
    const wrapped = $push(items.filter(isPlainObject), { value: operand }, options);
    return wrapped.map((wrapper) => (isPlainObject(wrapper) ? wrapper.value : undefined));
  }
  const [first] = items;
  return items.length === 1 && Array.isArray(first) ? first : items;
}

function extreme(values: unknown[], wins: (order: number) => boolean): unknown {
  const present = values.filter((value) => !isMissing(value));
  if (present.length === 0) return null;
  return present.reduce((best, value) => (wins(compareBson(value, best)) ? value : best));
}
