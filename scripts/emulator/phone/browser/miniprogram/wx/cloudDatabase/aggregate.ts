/** `collection.aggregate()…end()` (WeChat's documentation: wxcloud/reference-sdk-api/database/Aggregate). */
import type { CollectionReference as SdkCollection } from '@cloudbase/database';
import { type Callbacks, outcomeOf } from './outcome';

type SdkAggregate = ReturnType<SdkCollection['aggregate']>;

const STAGES = [
  'addFields',
  'bucket',
  'bucketAuto',
  'count',
  'geoNear',
  'group',
  'limit',
  'lookup',
  'match',
  'project',
  'replaceRoot',
  'sample',
  'skip',
  'sort',
  'sortByCount',
  'unwind',
] as const;

type Stages<End> = Record<(typeof STAGES)[number], (parameter: unknown) => Stages<End>> & { end: End };

/** Each stage adds itself to the pipeline. */
export function aggregate(pipeline: SdkAggregate) {
  const end = (options?: Callbacks) =>
    outcomeOf('collection.aggregate', options, async () => ({ list: (await pipeline.end()).data }));
  const stages = { end } as Stages<typeof end>;
  for (const stage of STAGES) {
    stages[stage] = (parameter) => {
      pipeline[stage](parameter);
      return stages;
    };
  }
  return stages;
}
