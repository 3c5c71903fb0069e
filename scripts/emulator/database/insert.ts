/** Adding documents: `collection.add()`. */
import { randomBytes } from 'node:crypto';
import type { Document, Documents } from './documents';
import { duplicateId } from './errors';

/**
 * Adds the documents in order; those before one that fails stay, as in MongoDB.
 * @param now milliseconds since 1970
 * @returns their ids; a document without one is given a new one
 * @throws {GatewayError} DATABASE_REQUEST_FAILED for an `_id` that is taken, or a document that cannot be kept
 */
export function insert(
  documents: Documents,
  collection: string,
  fields: Record<string, unknown>[],
  now: number,
): unknown[] {
  return fields.map(({ _id, ...rest }) => {
    const document: Document = { _id: _id ?? newId(now), ...rest };
    if (documents.get(collection, document._id) !== undefined) {
      throw duplicateId(collection, JSON.stringify(document._id));
    }
    documents.put(collection, document);
    return document._id;
  });
}

/** An id in CloudBase's shape: 32 hex digits, the time in seconds in the second eight. */
function newId(now: number): string {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0')
    .slice(-8);
  return `${randomBytes(4).toString('hex')}${seconds}${randomBytes(8).toString('hex')}`;
}
