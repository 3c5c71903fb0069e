/**
 * Tells whether a state file is whole before LMDB opens it: LMDB maps the file into memory and trusts it, so that
 * a damaged one ends the process instead of throwing.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { emulatorSources } from '../../project/paths';

/**
 * @param options.thorough reads every entry, in a process of its own, which takes some 100 ms; otherwise only a file
 *   that looks too short is read so
 * @throws Error with what to do when the file is damaged or is no state file
 */
export function refuseDamaged(file: string, { thorough }: { thorough: boolean }): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  // LMDB begins a new file where there is none.
  if (size === 0) return;
  const needed = neededSize(file);
  if (needed === undefined) throw damaged(file, 'it is no state file of the emulator');
  // A shorter file may be whole all the same: a page that was taken and given back is never written.
  if ((thorough || size < needed) && !canBeRead(file)) throw damaged(file, 'not every entry can be read');
}

export const damaged = (file: string, why: string) =>
  new Error(
    `The state in ${file} is damaged: ${why}. Delete the file to begin anew, ` +
      'or choose another folder with --data.',
  );

/** LMDB's own layout, in the version that lmdb 3.5.6 carries: mdb.c, MDB_page, MDB_meta and MDB_db. */
const MAGIC = 0xbeefc0de;
const PAGE_HEADER_BYTES = 24;
const PAGE_SIZE_AT = PAGE_HEADER_BYTES + 24;
const LAST_PAGE_AT = PAGE_HEADER_BYTES + 120;
const TRANSACTION_AT = PAGE_HEADER_BYTES + 128;
const HEAD_BYTES = PAGE_HEADER_BYTES + 136;

/** How many bytes the file should have by the newer of its two heads; undefined when it is no LMDB file. */
function neededSize(file: string): number | undefined {
  const first = readAt(file, 0);
  if (first.readUInt32LE(PAGE_HEADER_BYTES) !== MAGIC) return undefined;
  const pageSize = first.readUInt32LE(PAGE_SIZE_AT);
  const second = readAt(file, pageSize);
  if (second.readUInt32LE(PAGE_HEADER_BYTES) !== MAGIC) return undefined;
  const transaction = (head: Buffer) => head.readBigUInt64LE(TRANSACTION_AT);
  const newer = transaction(first) > transaction(second) ? first : second;
  return (Number(newer.readBigUInt64LE(LAST_PAGE_AT)) + 1) * pageSize;
}

function readAt(file: string, position: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    readSync(descriptor, head, 0, HEAD_BYTES, position);
    return head;
  } finally {
    closeSync(descriptor);
  }
}

const READER = join(emulatorSources, 'state/readThrough.js');

const canBeRead = (file: string) =>
  spawnSync(process.execPath, [READER, file], { stdio: 'ignore' }).status === 0;
