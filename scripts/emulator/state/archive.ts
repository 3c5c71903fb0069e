/**
 * The whole state as one file, to hand over: lines of JSON, the first of which says what it is.
 *
 *     {"format":"xinshi-state","version":1,"entries":2}
 *     {"table":"clock","key":"aheadMs","value":60000}
 *     {"table":"database.documents","key":["orders",1],"value":{"$bytes":"JwAAAAJfaWQA…"}}
 *
 * Bytes (stored files, media, documents in BSON) stand in base64 under `$bytes`. So a state can be read, searched and
 * compared with the tools that there are for text.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Key, Store } from './store';

const FORMAT = 'xinshi-state';
/** Rises when an older emulator could not read what a newer one writes. */
const VERSION = 1;

export interface Archive {
  entries: Entry[];
}

interface Entry {
  table: string;
  key: Key;
  value: unknown;
}

const Header = v.strictObject({
  format: v.literal(FORMAT),
  version: v.number(),
  entries: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
const KeyPart = v.union([v.string(), v.number()]);
const EntrySchema = v.strictObject({
  table: v.string(),
  key: v.union([KeyPart, v.array(KeyPart)], 'must be a text, a number or a list of these'),
  value: v.unknown(),
});

/** Every entry of every table, as of one moment. */
export function writeArchive(store: Store): string {
  const lines = store.tableNames().flatMap((table) =>
    store
      .table(table)
      .entries()
      .map(({ key, value }) => JSON.stringify({ table, key, value: withBytesAsText(value) })),
  );
  const header = JSON.stringify({ format: FORMAT, version: VERSION, entries: lines.length });
  return `${[header, ...lines].join('\n')}\n`;
}

/** @throws Error that says what is wrong, and in which line, when the text is no whole archive */
export function readArchive(text: string): Archive {
  const [first = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const header = v.safeParse(Header, parseLine(first));
  if (!header.success) {
    throw new Error(
      `This is no state of the emulator: its first line must be {"format":"${FORMAT}","version":${VERSION},"entries":N}`,
    );
  }
  const { version, entries } = header.output;
  if (version !== VERSION) {
    throw new Error(
      `This state has version ${version} of the format, and this emulator reads version ${VERSION}: ` +
        'take the emulator that wrote it',
    );
  }
  if (lines.length !== entries) {
    throw new Error(`This state is not whole: it has ${lines.length} entries and should have ${entries}`);
  }
  return { entries: lines.map((line, index) => readEntry(line, index + 2)) };
}

/** @throws Error that names the file and says what is wrong with it */
export function readArchiveFile(file: string): Archive {
  try {
    return readArchive(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

/**
 * Puts the archive in the place of everything in the store: all of it, or nothing.
 * @throws Error when the archive has a table that this emulator does not have, or a value that does not fit its table
 */
export function restoreArchive(store: Store, { entries }: Archive): void {
  const known = new Set(store.tableNames());
  const unknown = entries.find(({ table }) => !known.has(table));
  if (unknown !== undefined) {
    throw new Error(
      `This state has a table ${JSON.stringify(unknown.table)}, which this emulator does not have: ` +
        'take the emulator that wrote it',
    );
  }
  for (const { table, key, value } of entries) {
    const misfit = store.misfit(table, value);
    if (misfit === undefined) continue;
    throw new Error(`This state is wrong: ${table}, ${JSON.stringify(key)}: ${misfit}`);
  }
  store.transaction(() => {
    store.clear();
    for (const { table, key, value } of entries) store.table(table).put(key, value);
  });
}

function readEntry(line: string, number: number): Entry {
  const parsed = v.safeParse(EntrySchema, parseLine(line), { abortEarly: true });
  if (parsed.success) return { ...parsed.output, value: withBytes(parsed.output.value) };
  const [issue] = parsed.issues;
  throw new Error(`Line ${number} of this state is wrong: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
}

/** Undefined when the line is no JSON. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A field of this name in a value is written with one more `$`, so that it is not taken for bytes. */
const BYTES = '$bytes';
const ESCAPED = /^\$+bytes$/;

function withBytesAsText(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(withBytesAsText);
  if (typeof value !== 'object' || value === null) return value;
  return mapFields(value, (name, field) => [ESCAPED.test(name) ? `$${name}` : name, withBytesAsText(field)]);
}

function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== 'object' || value === null) return value;
  if (BYTES in value) return Buffer.from(String(value[BYTES]), 'base64');
  return mapFields(value, (name, field) => [ESCAPED.test(name) ? name.slice(1) : name, withBytes(field)]);
}

const mapFields = (value: object, map: (name: string, field: unknown) => [string, unknown]) =>
  Object.fromEntries(Object.entries(value).map(([name, field]) => map(name, field)));
