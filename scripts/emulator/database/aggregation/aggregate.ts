/** The aggregation pipeline: `collection.aggregate()…end()`. */
import { Aggregator } from 'mingo/aggregator';
import type { Documents } from '../documents';
import { MINGO } from '../mingo';

/**
 * How many documents a pipeline gives that does not limit them itself; observed by developers, in functions as in
 * mini-programs: https://developers.weixin.qq.com/community/develop/doc/0006ee7caecd8020df7b559b451800
 */
const USUAL_LIMIT = 20;

/**
 * What the pipeline makes of a collection. `lookup` in a collection that does not exist finds nothing, as in
 * MongoDB.
 */
export function aggregate(
  documents: Documents,
  collection: string,
  pipeline: Record<string, unknown>[],
): Record<string, unknown>[] {
  const collectionResolver = (name: string) => documents.all(name);
  const isLimited = pipeline.some((stage) => '$limit' in stage);
  const limited = isLimited ? pipeline : [...pipeline, { $limit: USUAL_LIMIT }];
  return new Aggregator(limited, { ...MINGO, collectionResolver }).run(documents.all(collection));
}
