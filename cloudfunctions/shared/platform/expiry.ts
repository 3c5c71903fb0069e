/** Removes what has expired, in batches, as long as there is time. */
import { clock } from './clock';
import { cloud } from './cloud';
import { type Collection, command, type Document, isCollectionMissing } from './database';

/** A document that is kept for a time. */
export interface Expiring extends Document {
  /** From when on it may be removed, in milliseconds since 1970. */
  expiresAt: number;
}

export interface Removal {
  /** How many documents were removed, by collection. */
  removed: Record<string, number>;
  /** False when the time was over first. */
  done: boolean;
}

/** A batch takes about a second in the cloud, and its `_id`s fit into one query. */
const BATCH = 500;

/**
 * Removes documents that have expired, and those that users wrote into collections of ours (database.ts).
 *
 * @param until when to begin no further batch, in milliseconds since 1970
 */
export async function removeExpired(
  collections: readonly Pick<Collection<Expiring>, 'name'>[],
  until: number,
): Promise<Removal> {
  const removed: Record<string, number> = {};
  for (const { name } of collections) {
    removed[name] = 0;
    for (let batch = BATCH; batch === BATCH; ) {
      if (clock.now() >= until) return { removed, done: false };
      batch = await removeBatch(name);
      removed[name] += batch;
    }
  }
  return { removed, done: true };
}

/** @returns how many it found to remove */
async function removeBatch(name: string): Promise<number> {
  const documents = cloud.database().collection(name);
  const removable = command.or([{ expiresAt: command.lte(clock.now()) }, { _openid: command.exists(true) }]);
  try {
    const found: unknown = await documents.where(removable).field({ _id: true }).limit(BATCH).get();
    const ids = (found as { data: Document[] }).data.map(({ _id }) => _id);
    // What was written anew since then has not expired any more.
    if (ids.length > 0) await documents.where(command.and([{ _id: command.in(ids) }, removable])).remove();
    return ids.length;
  } catch (error) {
    if (isCollectionMissing(error)) return 0;
    throw error;
  }
}
