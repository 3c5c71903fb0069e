/** Which collections there are: one must be created before it is used. */
import * as v from 'valibot';
import type { CollectionPermission } from '../contract';
import type { Store } from '../state/store';
import { collectionExists, collectionMissing, invalidParam } from './errors';
import { PermissionSchema } from './permissions';

/** What a new collection begins with, as CloudBase's console offers it first. */
const FIRST_PERMISSION: CollectionPermission = 'PRIVATE';

/** MongoDB's limit on a namespace is 120 bytes in the versions that CloudBase speaks. */
const MAX_NAME_BYTES = 120;

export interface Collections {
  /** @throws {GatewayError} DATABASE_COLLECTION_ALREADY_EXIST, or INVALID_PARAM for a name that MongoDB refuses */
  add(name: string): void;
  /** @throws {GatewayError} DATABASE_COLLECTION_NOT_EXIST */
  demand(name: string): void;
  /** In the order of their names. */
  list(): { name: string; permission: CollectionPermission }[];
  /** Undefined when there is no such collection. */
  permission(name: string): CollectionPermission | undefined;
  /** @throws {GatewayError} DATABASE_COLLECTION_NOT_EXIST */
  setPermission(name: string, permission: CollectionPermission): void;
  clear(): void;
}

export function createCollections(store: Store): Collections {
  const table = store.table<{ name: string; permission?: CollectionPermission }>('database.collections', {
    remembered: true,
    shape: v.object({ name: v.string(), permission: v.exactOptional(PermissionSchema) }),
  });
  const demand = (name: string) => {
    checkName(name);
    const collection = table.get(name);
    if (collection === undefined) throw collectionMissing();
    return collection;
  };
  return {
    add(name) {
      checkName(name);
      if (table.get(name) !== undefined) throw collectionExists();
      table.put(name, { name });
    },
    demand(name) {
      demand(name);
    },
    list: () => table.list().map(({ name, permission = FIRST_PERMISSION }) => ({ name, permission })),
    permission(name) {
      const collection = table.get(name);
      return collection && (collection.permission ?? FIRST_PERMISSION);
    },
    setPermission(name, permission) {
      table.put(name, { ...demand(name), permission });
    },
    clear: () => table.clear(),
  };
}

/** CloudBase asks for MongoDB's rules of names: https://docs.cloudbase.net/http-api/nosql/create-collection */
function checkName(name: string): void {
  if (name === '') throw invalidParam('Collection name is required');
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) {
    throw invalidParam(`Collection name is longer than ${MAX_NAME_BYTES} bytes`);
  }
  if (/[$\0]|^system\.|^\.|\.$|\.\./.test(name)) throw invalidParam(`Collection name is invalid: ${name}`);
}
