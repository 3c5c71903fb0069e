/** All state of an emulator: named tables in one LMDB file, read and written synchronously. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, open, type RootDatabase, type RootDatabaseOptionsWithPath } from 'lmdb';
import * as v from 'valibot';
import { type DataFolder, openDataFolder } from './dataFolder';
import { createMemory } from './memory';
import { damaged } from './stateFile';
import type { Key, Table } from './table';

export type { Key, Table } from './table';

export interface TableOptions {
  /** What every value fits: a state that is imported is checked with it. */
  shape: v.GenericSchema;
  /**
   * Values are read from memory once they have been read, as the same frozen objects: for a few that are read at every
   * call and seldom change. Default false.
   */
  remembered: boolean;
}

export interface Store {
  /** Opens the table of this name; the same name is the same table. */
  table<T>(name: string, options?: Partial<TableOptions>): Table<T>;
  /** What is wrong with a value for the table of this name; undefined when it fits. */
  misfit(name: string, value: unknown): string | undefined;
  /** Runs `work` as one write: all of it is kept, or, when it throws, none. */
  transaction<T>(work: () => T): T;
  /** The names of all tables that were ever opened in this state, in order. */
  tableNames(): string[];
  /** Removes every entry of every table. */
  clear(): void;
  /** Nothing can be read or written any more. */
  readonly closed: boolean;
  /** Gives the data folder back. */
  close(): Promise<void>;
}

/** Tables of one file at most. */
const MAX_TABLES = 128;

/**
 * Opens the store in `directory`, which is made when it is missing and is this process's alone until the store is
 * closed; without one the state is kept in a temporary file that no folder names any more: it goes with this process,
 * however that ends.
 *
 * A write that has returned survives `kill -9` of this process: LMDB commits to the page cache. It is not
 * flushed to the disk (`noSync`), so a power failure may lose the last writes.
 *
 * @throws Error with what to do when the folder is in use or cannot be written, or the state in it is damaged
 */
export function openStore(directory?: string): Store {
  const folder = directory === undefined ? undefined : openDataFolder(directory);
  const root = openRoot(folder);
  const tables = new Map<string, Database>();
  const memory = createMemory();
  const shapes = new Map<string, v.GenericSchema>();

  const openTable = (name: string): Database => {
    let table = tables.get(name);
    if (table === undefined) {
      table = root.openDB({ name });
      tables.set(name, table);
    }
    return table;
  };
  const transaction = <T>(work: () => T): T => {
    try {
      return root.transactionSync(work);
    } catch (error) {
      memory.forgetAll();
      throw error;
    }
  };
  let closed = false;
  const tableNames = () => [...root.getKeys()].map(String);

  return {
    table<T>(name: string, { shape, remembered = memory.has(name) }: Partial<TableOptions> = {}) {
      if (shape !== undefined) shapes.set(name, shape);
      const table = tableOf<T>(openTable(name));
      return remembered ? memory.remembering(name, table) : table;
    },
    misfit(name, value) {
      const { issues: [issue] = [] } = v.safeParse(shapes.get(name) ?? v.unknown(), value);
      return issue && `${v.getDotPath(issue) ?? 'the value'}: ${issue.message}`;
    },
    transaction,
    tableNames,
    clear() {
      transaction(() => {
        for (const name of tableNames()) openTable(name).clearSync();
      });
      memory.forgetAll();
    },
    get closed() {
      return closed;
    },
    async close() {
      closed = true;
      await root.close();
      folder?.release();
    },
  };
}

function openRoot(folder: DataFolder | undefined): RootDatabase {
  const options = { noSync: true, noSubdir: true, maxDbs: MAX_TABLES };
  if (folder === undefined) return openNameless(options);
  try {
    return open({ ...options, path: folder.stateFile });
  } catch (error) {
    folder.release();
    throw damaged(folder.stateFile, (error as Error).message);
  }
}

/** lmdb's own temporary files stay when the process is killed, and the lock file of each stays for ever. */
function openNameless(options: Omit<RootDatabaseOptionsWithPath, 'path'>): RootDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'xinshi-memory-'));
  const root = open({ ...options, path: join(folder, 'state.mdb') });
  try {
    // Open files remain until they are closed.
    rmSync(folder, { recursive: true });
  } catch {
    // Windows removes no open file: there it stays among the temporary files.
  }
  return root;
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
    lastKey: () => [...database.getKeys({ reverse: true, limit: 1 })][0] as Key | undefined,
    clear: () => database.clearSync(),
  };
}
