/** Query operators that mingo gives another answer to than MongoDB. */
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { resolve } from 'mingo/util';
import { requestFailed } from './errors';
import { isPlainObject } from './plainObject';

type Predicate = (document: Record<string, unknown>) => boolean;
type QueryOperator = (field: string, operand: unknown, options: Options) => Predicate;

export const QUERY_OPERATORS: Record<string, QueryOperator> = {
  /** A value that is no array counts as an array of itself. */
  $all(field, operand, options) {
    if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
    const queries = operand.map((item) => new Query({ [field]: elementCondition(item) }, options));
    return (document) => queries.length > 0 && queries.every((query) => query.test(document));
  },

  /** Only of numbers, not of text that looks like one. */
  $mod(field, operand) {
    if (!Array.isArray(operand) || operand.length !== 2)
      throw requestFailed('malformed mod: needs two numbers');
    const [divisor, remainder] = operand.map((number) => Math.trunc(Number(number)));
    if (!divisor) throw requestFailed('divisor cannot be 0');
    const fits = (value: unknown) => typeof value === 'number' && Math.trunc(value) % divisor === remainder;
    return (document) => [resolve(document, field)].flat(Number.POSITIVE_INFINITY).some(fits);
  },
};

function elementCondition(item: unknown): unknown {
  if (item instanceof RegExp) return item;
  return isPlainObject(item) && '$elemMatch' in item ? item : { $eq: item };
}
