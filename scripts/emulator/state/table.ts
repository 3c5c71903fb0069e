/** A table of the store. */

/** Keys order by value; a tuple orders by its parts, so `list({ prefix })` reads one owner's entries. */
export type Key = string | number | (string | number)[];

export interface Table<T> {
  get(key: Key): T | undefined;
  put(key: Key, value: T): void;
  remove(key: Key): boolean;
  /** Values in the order of their keys. */
  list(options?: RangeOptions): T[];
  /** Keys and values in the order of the keys. */
  entries(options?: RangeOptions): { key: Key; value: T }[];
  /** The last key in the order of the keys; undefined when the table is empty. Reads no value. */
  lastKey(): Key | undefined;
  clear(): void;
}

export interface RangeOptions {
  /** Only tuples that begin with these parts; default all keys. */
  prefix?: (string | number)[];
  /** Last key first; default false. */
  reverse?: boolean;
  /** At most this many; default all. */
  limit?: number;
}
