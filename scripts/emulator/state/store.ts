/** All state of an emulator: named tables in one LMDB file, read and written synchronously. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, open, type RootDatabase, type RootDatabaseOptionsWithPath } from 'lmdb';

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

export interface Store {
  /** Opens the table of this name; the same name is the same table. */
  table<T>(name: string): Table<T>;
  /** Runs `work` as one write: all of it is kept, or, when it throws, none. */
  transaction<T>(work: () => T): T;
  /** Removes every entry of every table. */
  clear(): void;
  close(): Promise<void>;
}

/**
 * Opens the store in `directory`, which is made when it is missing; without one the state is kept in a
 * temporary file that goes when the store is closed.
 *
 * A write that has returned survives `kill -9` of this process: LMDB commits to the page cache. It is not
 * flushed to the disk (`noSync`), so a power failure may lose the last writes.
 */
export function openStore(directory?: string): Store {
  const root = openRoot(directory);
  const tables = new Map<string, Database>();

  const openTable = (name: string): Database => {
    let table = tables.get(name);
    if (table === undefined) {
      table = root.openDB({ name });
      tables.set(name, table);
    }
    return table;
  };

  return {
    table: <T>(name: string) => tableOf<T>(openTable(name)),
    transaction: (work) => root.transactionSync(work),
    clear() {
      for (const table of tables.values()) table.clearSync();
    },
    close: () => root.close(),
  };
}

function openRoot(directory: string | undefined): RootDatabase {
  const options = { noSync: true, noSubdir: true, maxDbs: 64 };
  // Without a path lmdb makes a temporary file and deletes it on close; its types do not know that.
  if (directory === undefined) return open(options as RootDatabaseOptionsWithPath);
  mkdirSync(directory, { recursive: true });
  return open({ ...options, path: join(directory, 'state.mdb') });
}

// Sorts after every string and number that a key may hold.
const AFTER_ALL = '\u{10ffff}';

function tableOf<T>(database: Database): Table<T> {
  const entries: Table<T>['entries'] = ({ prefix, reverse = false, limit } = {}) => {
    const low = prefix;
    const high = prefix && [...prefix, AFTER_ALL];
    const [start, end] = reverse ? [high, low] : [low, high];
    const range = {
      reverse,
      ...(start && { start }),
      ...(end && { end }),
      ...(limit !== undefined && { limit }),
    };
    return [...database.getRange(range)].map(({ key, value }) => ({ key: key as Key, value: value as T }));
  };
  return {
    get: (key) => database.get(key) as T | undefined,
    put: (key, value) => {
      database.putSync(key, value);
    },
    remove: (key) => database.removeSync(key),
    list: (options) => entries(options).map(({ value }) => value),
    entries,
    clear: () => database.clearSync(),
  };
}
