/** The documents of all collections, kept as BSON in the order in which they were first written. */

import { BSON } from 'bson';
import * as v from 'valibot';
import type { Store } from '../state/store';
import { printEjson } from './ejson';
import { requestFailed, writeRefused } from './errors';
import { createIndexes } from './indexes';
import { isPlainObject } from './plainObject';

export type Document = { _id: unknown } & Record<string, unknown>;

/** What the operations read and write: the stored documents themselves, or a transaction's view of them. */
export interface Documents {
  get(collection: string, id: unknown): Document | undefined;
  /** All documents, or the first so many, in the order in which they were first written. */
  all(collection: string, limit?: number): Document[];
  /** The documents that may have the value in the field, by an index; undefined when no index tells. */
  withValue(collection: string, field: string, value: unknown): Document[] | undefined;
  /**
   * Adds the document, or replaces the one with its `_id`.
   * @param how what it is to those who watch, when there was one: default 'update'
   */
  put(collection: string, document: Document, how?: 'update' | 'replace'): void;
  remove(collection: string, id: unknown): void;
}

/** What has become of a document. */
export interface DocumentChange {
  collection: string;
  id: unknown;
  how: 'add' | 'update' | 'replace' | 'remove';
}

export interface StoredDocuments extends Documents {
  count(collection: string): number;
  /** Makes an index on one field, such as `user` or `lines.sku`. */
  createIndex(collection: string, field: string): void;
  clear(): void;
  /** Called before each change with the bytes that are about to go; undefined for a new document. */
  beforeChange(listener: (collection: string, id: unknown, before: Uint8Array | undefined) => void): void;
  /** Called after each change. */
  onChanged(listener: (change: DocumentChange) => void): void;
}

/** MongoDB's limit: https://www.mongodb.com/docs/manual/reference/limits/#bson-documents */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const MAX_DOCUMENT_DEPTH = 100;
/** LMDB's keys end at 1,978 bytes; MongoDB's index keys ended at 1,024. */
const MAX_ID_BYTES = 1024;

export function createDocuments(store: Store): StoredDocuments {
  const documents = store.table<Uint8Array>('database.documents', { shape: v.instance(Uint8Array) });
  const places = store.table<number>('database.places', { shape: v.number() });
  const counter = store.table<number>('database.counter', { shape: v.number() });
  const indexes = createIndexes(store);
  let tellBefore: Parameters<StoredDocuments['beforeChange']>[0] = () => {};
  let tell: Parameters<StoredDocuments['onChanged']>[0] = () => {};

  const nextPlace = () => {
    const place = (counter.get('place') ?? 0) + 1;
    counter.put('place', place);
    return place;
  };
  const placeOf = (collection: string, id: unknown) => {
    const idKey = idKeyOf(id);
    return isKeyLength(idKey) ? places.get([collection, idKey]) : undefined;
  };
  const bytesAt = (collection: string, place: number | undefined) =>
    place === undefined ? undefined : documents.get([collection, place]);
  const changing = (collection: string, id: unknown, place: number, after: Document | undefined) => {
    const before = bytesAt(collection, place);
    tellBefore(collection, id, before);
    if (indexes.has(collection)) indexes.update(collection, place, before && decode(before), after);
  };

  return {
    get(collection, id) {
      const bytes = bytesAt(collection, placeOf(collection, id));
      return bytes && decode(bytes);
    },
    all: (collection, limit) =>
      documents.list({ prefix: [collection], ...(limit !== undefined && { limit }) }).map(decode),
    withValue: (collection, field, value) =>
      indexes
        .lookUp(collection, field, value)
        ?.map((place) => bytesAt(collection, place))
        .filter((bytes) => bytes !== undefined)
        .map(decode),
    put(collection, document, how = 'update') {
      const bytes = encode(document);
      const known = placeOf(collection, document._id);
      store.transaction(() => {
        const place = known ?? nextPlace();
        if (known === undefined) places.put([collection, idKeyOf(document._id)], place);
        changing(collection, document._id, place, document);
        documents.put([collection, place], bytes);
      });
      tell({ collection, id: document._id, how: known === undefined ? 'add' : how });
    },
    remove(collection, id) {
      const place = placeOf(collection, id);
      if (place === undefined) return;
      store.transaction(() => {
        changing(collection, id, place, undefined);
        places.remove([collection, idKeyOf(id)]);
        documents.remove([collection, place]);
      });
      tell({ collection, id, how: 'remove' });
    },
    count: (collection) => places.list({ prefix: [collection] }).length,
    createIndex(collection, field) {
      const entries = documents.entries({ prefix: [collection] }).map(({ key, value }) => {
        const place = Array.isArray(key) ? Number(key[1]) : 0;
        return { place, document: decode(value) };
      });
      indexes.create(collection, field, entries);
    },
    clear() {
      documents.clear();
      places.clear();
      counter.clear();
      indexes.clear();
    },
    beforeChange: (listener) => {
      tellBefore = listener;
    },
    onChanged: (listener) => {
      tell = listener;
    },
  };
}

/** One spelling per id; the text tells `1`, `"1"` and an ObjectId apart. */
export const idKeyOf = (id: unknown): string => printEjson(id);

const isKeyLength = (idKey: string) => Buffer.byteLength(idKey) <= MAX_ID_BYTES;

/** @throws {GatewayError} DATABASE_REQUEST_FAILED when MongoDB would not keep such a document */
export function encode(document: Document): Uint8Array {
  checkId(document._id);
  checkFields(document, 1);
  if (BSON.calculateObjectSize(document) > MAX_DOCUMENT_BYTES) {
    throw requestFailed('an inserted document is too large: a document has at most 16 MB');
  }
  return BSON.serialize(document);
}

export const decode = (bytes: Uint8Array): Document =>
  BSON.deserialize(bytes, { bsonRegExp: true }) as Document;

function checkId(id: unknown): void {
  if (id === undefined || Array.isArray(id) || id instanceof RegExp) {
    throw writeRefused(`can't use an array, a regex or undefined for _id`);
  }
  if (!isKeyLength(idKeyOf(id))) {
    throw writeRefused(`key too large to index, failing _id_: at most ${MAX_ID_BYTES} bytes`);
  }
}

function checkFields(value: unknown, depth: number): void {
  if (!Array.isArray(value) && !isPlainObject(value)) return;
  if (depth > MAX_DOCUMENT_DEPTH) {
    throw writeRefused(`document exceeds maximum nested object depth: ${MAX_DOCUMENT_DEPTH}`);
  }
  for (const [name, content] of Object.entries(value)) {
    if (name.startsWith('$')) {
      throw writeRefused(`The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage.`);
    }
    checkFields(content, depth + 1);
  }
}
