/** The files themselves, in the emulator's store: a cloud path is a key, and never a path on this machine. */

import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Store } from '../state/store';
import { contentTypeOf } from './contentType';

export interface StoredFile {
  cloudPath: string;
  contentType: string;
  bytes: Buffer;
}

export interface Files {
  put(cloudPath: string, bytes: Buffer): void;
  has(key: string): boolean;
  /** The file with this key, see {@link keyOf}. */
  get(key: string): StoredFile | undefined;
  /** @returns whether there was one */
  remove(key: string): boolean;
}

/** What stands for a cloud path in the store and in addresses: 64 hexadecimal digits, whatever the path is. */
export const keyOf = (cloudPath: string): string => createHash('sha256').update(cloudPath).digest('hex');

export function createFiles(store: Store): Files {
  const names = store.table<string>('storage.names', { shape: v.string() });
  const contents = store.table<Buffer>('storage.contents', { shape: v.instance(Uint8Array) });
  return {
    put(cloudPath, bytes) {
      const key = keyOf(cloudPath);
      store.transaction(() => {
        names.put(key, cloudPath);
        contents.put(key, bytes);
      });
    },
    has: (key) => names.get(key) !== undefined,
    get(key) {
      const cloudPath = names.get(key);
      const bytes = contents.get(key);
      if (cloudPath === undefined || bytes === undefined) return undefined;
      return { cloudPath, contentType: contentTypeOf(cloudPath), bytes };
    },
    remove: (key) =>
      store.transaction(() => {
        contents.remove(key);
        return names.remove(key);
      }),
  };
}
