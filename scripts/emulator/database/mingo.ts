/** How mingo, which carries MongoDB's language, is used here. */
import type { Options } from 'mingo/types';

/** No condition, pipeline or update runs code: `$where`, `$function` and `$accumulator` are refused. */
export const MINGO: Partial<Options> = { scriptEnabled: false };

/** What a document must fit, in MongoDB's query language. */
export type Condition = Record<string, unknown>;
