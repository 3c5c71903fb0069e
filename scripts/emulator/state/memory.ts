/**
 * Keeps in memory what is read at every call and seldom changes: the clock's shift, settings, templates. Reading a
 * value out of LMDB takes some 20 µs, and a cloud call reads a dozen of these.
 */
import type { Key, Table } from './table';

/** Of one table. Callers choose the keys of some, and may ask for ever new ones. */
const MAX_VALUES = 1_000;

export interface Memory {
  /** The same table; what was read once is read from memory until any of the table is written. */
  remembering<T>(name: string, table: Table<T>): Table<T>;
  /** Whether the table of this name was asked for so. */
  has(name: string): boolean;
  /** What was read may not be so: a write was taken back, or went past the tables. */
  forgetAll(): void;
}

export function createMemory(): Memory {
  const remembered = new Map<string, Map<string, unknown>>();

  return {
    remembering<T>(name: string, table: Table<T>): Table<T> {
      const values = remembered.get(name) ?? new Map<string, unknown>();
      remembered.set(name, values);
      return {
        ...table,
        get(key) {
          const place = placeOf(key);
          // Undefined too is what was read.
          if (values.has(place)) return values.get(place) as T | undefined;
          const value = frozen(table.get(key));
          if (values.size >= MAX_VALUES) values.clear();
          values.set(place, value);
          return value;
        },
        put(key, value) {
          values.clear();
          table.put(key, value);
        },
        remove(key) {
          values.clear();
          return table.remove(key);
        },
        clear() {
          values.clear();
          table.clear();
        },
      };
    },
    has: (name) => remembered.has(name),
    forgetAll() {
      for (const values of remembered.values()) values.clear();
    },
  };
}

const placeOf = (key: Key): string => (typeof key === 'string' ? key : JSON.stringify(key));

/** Everybody who reads it is given the same object, which nobody may change. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
