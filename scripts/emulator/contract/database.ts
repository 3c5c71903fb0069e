/** The document database, as a developer looks into it. Documents and conditions are relaxed Extended JSON. */

/** One collection, in `GET /emulator/database`. */
export interface CollectionSummary {
  name: string;
  count: number;
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
