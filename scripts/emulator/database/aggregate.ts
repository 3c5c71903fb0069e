/** The aggregation pipeline: `collection.aggregate()…end()`. */
import { Aggregator } from 'mingo';
import type { Documents } from './documents';
import { operatorUnsupported } from './errors';
import { MINGO } from './mingo';

/** Stages that write, or that need what this emulator does not keep. */
const UNSUPPORTED_STAGES = ['$out', '$merge', '$geoNear', '$collStats', '$indexStats'];

export type Stage = Record<string, unknown>;

/** @throws {GatewayError} DATABASE_INVALID_OPERRATOR for a stage that is not carried */
export function aggregate(
  documents: Documents,
  collection: string,
  pipeline: Stage[],
): Record<string, unknown>[] {
  for (const stage of pipeline) {
    const unsupported = UNSUPPORTED_STAGES.find((name) => name in stage);
    if (unsupported !== undefined) throw operatorUnsupported(`not supported by the emulator: ${unsupported}`);
  }
  const aggregator = new Aggregator(pipeline, {
    ...MINGO,
    collectionResolver: (name) => documents.all(name),
  });
  return aggregator.run(documents.all(collection));
}
