/**
 * What a caller of the database reaches: a function all of it, a user of the mini-program what each collection's
 * permission lets him. https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/permission.html
 */
import type { UserDatabaseAction } from '../contract';
import type { Collections } from './collections';
import type { Document, Documents } from './documents';
import { duplicateId, ownerNamed, permissionDenied } from './errors';
import { isPlainObject } from './plainObject';
import type { FindLimit } from './query';

export interface Access {
  /** The documents that a question finds. @throws {GatewayError} when there is no such collection, or no right */
  toRead(collection: string, transactionId?: string): Documents;
  /** The documents that may be changed, and where new ones go. @throws {GatewayError} likewise */
  toWrite(collection: string, transactionId?: string): Documents;
  limit: FindLimit;
  /** What a value of a condition stands for. */
  meaning(value: unknown): unknown;
  /** Looks at a new document, or at an update's operators. @throws {GatewayError} for fields that are the platform's */
  checkFields(fields: Record<string, unknown>): void;
}

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/read.html: in a cloud function. */
const OF_FUNCTIONS: FindLimit = { usual: 100, most: 1_000 };
/** 小程序端默认及最大上限为 20 (WeChat's documentation: wxcloud/reference-sdk-api/database/collection/Collection.limit). */
const OF_USERS: FindLimit = { usual: 20, most: 20 };

/** What a mini-program's own SDK asks; it makes no collections and has no transactions. */
export const ACTIONS_OF_USERS = [
  'database.insertDocument',
  'database.getDocument',
  'database.calculateDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.aggregateDocuments',
] as const satisfies readonly UserDatabaseAction[];

/** Who wrote a document from a mini-program; the platform writes it, nobody else. */
const OWNER = '_openid';

/** @param documentsOf the stored documents, or a transaction's view of them */
export const accessOfFunctions = (documentsOf: Access['toRead']): Access => ({
  toRead: documentsOf,
  toWrite: documentsOf,
  limit: OF_FUNCTIONS,
  meaning: (value) => value,
  checkFields() {},
});

/** A user has no transactions. @param limit left out: that of one question */
export function accessOfUser(
  openid: string,
  collections: Collections,
  stored: Documents,
  limit: FindLimit = OF_USERS,
): Access {
  const isOwn = (document: Document) => document[OWNER] === openid;
  /** Whether he sees others' documents as well. */
  const seesAll = (collection: string): boolean => {
    const permission = collections.permission(collection);
    if (permission === 'ADMINONLY') throw permissionDenied();
    return permission !== 'PRIVATE';
  };
  return {
    toRead(collection) {
      collections.demand(collection);
      seesAll(collection);
      return part(stored, (each) => (seesAll(each) ? undefined : isOwn));
    },
    toWrite(collection) {
      collections.demand(collection);
      const permission = collections.permission(collection);
      if (permission === 'ADMINWRITE' || permission === 'ADMINONLY') throw permissionDenied();
      return {
        ...part(stored, () => isOwn),
        put(each, { _id, [OWNER]: _, ...fields }, how) {
          const standing = stored.get(each, _id);
          if (standing !== undefined && !isOwn(standing)) throw duplicateId(each, JSON.stringify(_id));
          stored.put(each, { _id, [OWNER]: openid, ...fields }, how);
        },
      };
    },
    limit,
    // As conditions under security rules name the caller, which many mini-programs keep.
    meaning: (value) => withOpenid(value, openid),
    checkFields(fields) {
      const written = Object.entries(fields).flatMap(([name, content]) => {
        if (!name.startsWith('$') || !isPlainObject(content)) return [name];
        return name === '$rename' ? Object.entries(content).flat() : Object.keys(content);
      });
      if (written.some((name) => String(name).split('.')[0] === OWNER)) throw ownerNamed();
    },
  };
}

/** The documents that `visible` lets through, by collection; undefined lets all through. */
function part(
  stored: Documents,
  visible: (collection: string) => ((document: Document) => boolean) | undefined,
): Documents {
  return {
    get(collection, id) {
      const document = stored.get(collection, id);
      return document !== undefined && (visible(collection)?.(document) ?? true) ? document : undefined;
    },
    all(collection, limit) {
      const test = visible(collection);
      return test === undefined
        ? stored.all(collection, limit)
        : stored.all(collection).filter(test).slice(0, limit);
    },
    withValue(collection, field, value) {
      const found = stored.withValue(collection, field, value);
      const test = visible(collection);
      return found === undefined || test === undefined ? found : found.filter(test);
    },
    put: stored.put,
    remove: stored.remove,
  };
}

/** `'{openid}'` is the caller. https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/security-rules.html */
function withOpenid(value: unknown, openid: string): unknown {
  if (value === '{openid}') return openid;
  if (Array.isArray(value)) return value.map((item) => withOpenid(item, openid));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => [name, withOpenid(content, openid)]),
  );
}
