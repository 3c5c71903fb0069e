/** Changing and replacing documents that fit a condition. */
import type { Document, Documents } from './documents';
import { invalidParam, writeRefused } from './errors';
import type { Condition } from './mingo';
import { match } from './query';
import { applyUpdate, toModifier } from './update';

/**
 * Changes the documents that fit; without `multi` the first of them only.
 * @returns how many of them differ now, as CloudBase counts, and all of them as they are now
 * @throws {GatewayError} INVALID_PARAM or DATABASE_REQUEST_FAILED; documents before the failing one stay changed
 */
export function modify(
  documents: Documents,
  collection: string,
  condition: Condition,
  data: Record<string, unknown>,
  { multi }: { multi: boolean },
): { updated: number; documents: Document[] } {
  const modifier = toModifier(data);
  const matching = match(documents, collection, condition);
  const chosen = multi ? matching : matching.slice(0, 1);
  let updated = 0;
  for (const document of chosen) {
    if (!applyUpdate(document, condition, modifier)) continue;
    documents.put(collection, document);
    updated += 1;
  }
  return { updated, documents: chosen };
}

/**
 * Puts the fields in place of the document with the condition's `_id`: `doc(id).set()`.
 * @param upsert adds the document when there is none
 * @returns CloudBase's counts: `upsert_id` only for a document that is new
 * @throws {GatewayError} INVALID_PARAM, or DATABASE_REQUEST_FAILED when the document cannot be kept
 */
export function replace(
  documents: Documents,
  collection: string,
  condition: Condition,
  fields: Record<string, unknown>,
  upsert: boolean,
): { updated: number; upsert_id?: unknown } {
  const id = condition._id;
  if (typeof id !== 'string' && typeof id !== 'number') throw invalidParam('param.query needs an _id');
  if (fields._id !== undefined && fields._id !== id) {
    throw writeRefused(`the (immutable) field '_id' was found to have been altered`);
  }
  const exists = documents.get(collection, id) !== undefined;
  if (!exists && !upsert) return { updated: 0 };
  documents.put(collection, { _id: id, ...fields }, 'replace');
  return exists ? { updated: 1 } : { updated: 0, upsert_id: id };
}
