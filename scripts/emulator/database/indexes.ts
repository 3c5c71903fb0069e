/** Indexes on one field, as the cloud's console makes them: which documents have a value there. */

import { createHash } from 'node:crypto';
import { ObjectId } from 'bson';
import { resolve } from 'mingo/util';
import * as v from 'valibot';
import type { Key, Store } from '../state/store';
import { printEjson } from './ejson';

/** Where a document is kept: documents are in the order of their places. */
type Place = number;
type Fields = Record<string, unknown>;

export interface Indexes {
  /** Makes the index, or makes it anew, over the documents that there are. */
  create(collection: string, field: string, documents: { place: Place; document: Fields }[]): void;
  /** Takes note of a document that is added, changed or removed. */
  update(collection: string, place: Place, before: Fields | undefined, after: Fields | undefined): void;
  /**
   * The places of all documents that may have the value in the field, itself or in an array, in order; undefined
   * when there is no index on the field, or the value is of a kind that is not indexed.
   */
  lookUp(collection: string, field: string, value: unknown): Place[] | undefined;
  has(collection: string): boolean;
  clear(): void;
}

export function createIndexes(store: Store): Indexes {
  const indexes = store.table<{ field: string }>('database.indexes', {
    shape: v.object({ field: v.string() }),
  });
  const entries = store.table<Place>('database.indexEntries', { shape: v.number() });

  const note = (collection: string, field: string, place: Place, from: Set<string>, to: Set<string>) => {
    const keyOf = (value: string): Key => [collection, field, value, place];
    for (const value of from) if (!to.has(value)) entries.remove(keyOf(value));
    for (const value of to) if (!from.has(value)) entries.put(keyOf(value), place);
  };
  const none = new Set<string>();

  return {
    create(collection, field, documents) {
      store.transaction(() => {
        indexes.put([collection, field], { field });
        for (const { place, document } of documents) {
          note(collection, field, place, none, indexedValues(document, field));
        }
      });
    },
    update(collection, place, before, after) {
      for (const { field } of indexes.list({ prefix: [collection] })) {
        note(
          collection,
          field,
          place,
          before === undefined ? none : indexedValues(before, field),
          after === undefined ? none : indexedValues(after, field),
        );
      }
    },
    lookUp(collection, field, value) {
      const text = indexedText(value);
      if (text === undefined || indexes.get([collection, field]) === undefined) return undefined;
      return entries.list({ prefix: [collection, field, text] });
    },
    has: (collection) => indexes.list({ prefix: [collection], limit: 1 }).length > 0,
    clear() {
      indexes.clear();
      entries.clear();
    },
  };
}

/** An array is found by each of its elements. */
function indexedValues(document: Fields, field: string): Set<string> {
  const value = resolve(document, field);
  const values: unknown[] = Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
  return new Set(values.map(indexedText).filter((text) => text !== undefined));
}

/** LMDB's keys are short: a long text is found by its hash. */
const MAX_TEXT_LENGTH = 200;

/** Null and objects are not indexed: a missing field equals null, and objects are equal in many spellings. */
function indexedText(value: unknown): string | undefined {
  const isIndexed =
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof Date ||
    value instanceof ObjectId;
  if (!isIndexed) return undefined;
  const text = printEjson(value);
  return text.length <= MAX_TEXT_LENGTH ? text : createHash('sha256').update(text).digest('hex');
}
