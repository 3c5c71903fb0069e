/** The document database, as a developer looks into it. Documents and conditions are relaxed Extended JSON. */

/**
 * Which users of the mini-program read and write a collection; functions and the console always do. READONLY: all
 * read, the creator of a document writes it. PRIVATE: a document's creator alone. ADMINWRITE: all read, no user
 * writes. ADMINONLY: no user does either. By the names of CloudBase's API (ModifyDatabaseACL).
 */
export type CollectionPermission = 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY';

/** One collection, in `GET /emulator/database`; `PUT /emulator/database/:collection/permission` `{ permission }`. */
export interface CollectionSummary {
  name: string;
  count: number;
  /** PRIVATE when nobody has set another. */
  permission: CollectionPermission;
}

/** What `POST /emulator/users/:openid/database` can be asked: the requests of `@cloudbase/database`. */
export type UserDatabaseAction =
  | 'database.insertDocument'
  | 'database.getDocument'
  | 'database.calculateDocument'
  | 'database.modifyDocument'
  | 'database.removeDocument'
  | 'database.aggregateDocuments';

/** What has become of documents, in an event of type `database`. */
export interface DatabaseChanges {
  collection: string;
  /** By the document's `_id` as JSON; empty when they are too many to name. */
  documents: Record<string, 'add' | 'update' | 'replace' | 'remove'>;
}

/** `POST /emulator/database/:collection/query` */
export interface DocumentsRequest {
  /** A condition of `where`; default all documents. */
  query?: object;
  /** By field 1 or -1; default the order of writing. */
  order?: Record<string, 1 | -1>;
  skip?: number;
  /** Default 50, at most 1,000. */
  limit?: number;
}

export interface DocumentsAnswer {
  documents: Record<string, unknown>[];
  /** How many fit, whatever the limit. */
  total: number;
}
