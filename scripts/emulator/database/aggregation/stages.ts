/** Stages of a pipeline that mingo has not, or gives another answer to than MongoDB. */

import { Lazy } from 'mingo/lazy';
import { $group, $limit, $project, $sort } from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import * as v from 'valibot';
import { compareBson } from '../bsonOrder';
import { requestFailed } from '../errors';
import { isPlainObject } from '../plainObject';
import { sorted } from '../sorting';
import { $geoNear } from './geoNear';

type Documents = Parameters<typeof $limit>[0];
type Stage = (documents: Documents, operand: unknown, options: Options) => Documents;

export const STAGES: Record<string, Stage> = {
  $geoNear,

  /** mingo answers 0 where MongoDB answers no document. */
  $count(documents, name, options) {
    if (typeof name !== 'string' || name === '')
      throw requestFailed('the count field must be a non-empty string');
    return $project($group(documents, { _id: null, [name]: { $sum: 1 } }, options), { _id: 0 }, options);
  },

  /** mingo puts a value that is a boundary into the bucket before it, and gives empty buckets. */
  $bucket(documents, operand, options) {
    if (!isPlainObject(operand)) throw requestFailed('Argument to $bucket stage must be an object');
    const { groupBy, boundaries, output = { count: { $sum: 1 } }, ...rest } = operand;
    const lows = ascending(boundaries);
    const branches = lows.slice(0, -1).map((low, index) => ({
      case: {
        $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: lows[index + 1] }] }],
      },
      // biome-ignore lint/suspicious/noThenProperty: the name is MongoDB's.
      then: { $literal: low },
    }));
    const otherwise = 'default' in rest ? { default: { $literal: rest.default } } : {};
    const id = { $switch: { branches, ...otherwise } };
    return $sort($group(documents, { _id: id, ...Object(output) }, options), { _id: 1 }, options);
  },

  $sort(documents, order) {
    const parsed = v.safeParse(v.record(v.string(), v.picklist([1, -1])), order);
    if (!parsed.success)
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return documents.transform((found: Record<string, unknown>[]) => Lazy(sorted(found, parsed.output)));
  },

  $limit(documents, count, options) {
    if (typeof count !== 'number' || count <= 0) throw requestFailed('the limit must be positive');
    return $limit(documents, count, options);
  },
};

function ascending(boundaries: unknown): unknown[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw requestFailed("The $bucket 'boundaries' field must have at least 2 values");
  }
  const isAscending = boundaries.every(
    (value, index) => index === 0 || compareBson(boundaries[index - 1], value) < 0,
  );
  if (!isAscending)
    throw requestFailed("The 'boundaries' option to $bucket must be sorted in ascending order");
  return boundaries;
}
