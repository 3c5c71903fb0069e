/** Tells who listens to the journal which documents have changed: together, once what changed them has been answered. */
import type { DatabaseChanges } from '../contract';
import type { DocumentChange } from '../database/documents';
import type { Journal } from './journal';

/** More than these are not named one by one. */
const MAX_NAMED = 200;

/** @returns what to call with each change */
export function announceChanges(journal: Journal): (change: DocumentChange) => void {
  let pending = new Map<string, Map<string, DocumentChange['how']>>();
  const announce = () => {
    const changed = pending;
    pending = new Map();
    for (const [collection, documents] of changed) {
      const named: DatabaseChanges['documents'] =
        documents.size > MAX_NAMED ? {} : Object.fromEntries(documents);
      journal.announce({ type: 'database', collection, documents: named });
    }
  };
  return ({ collection, id, how }) => {
    if (pending.size === 0) setImmediate(announce);
    const documents = pending.get(collection) ?? new Map<string, DocumentChange['how']>();
    pending.set(collection, documents);
    if (documents.size > MAX_NAMED) return;
    const key = JSON.stringify(id);
    const isStillNew = documents.get(key) === 'add' && how !== 'remove';
    documents.set(key, isStillNew ? 'add' : how);
  };
}
