/** The aggregation pipeline: `collection.aggregate()…end()`. */
import { Aggregator } from 'mingo/aggregator';
import type { Documents } from '../documents';
import { MINGO } from '../mingo';

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
  return new Aggregator(pipeline, { ...MINGO, collectionResolver }).run(documents.all(collection));
}
