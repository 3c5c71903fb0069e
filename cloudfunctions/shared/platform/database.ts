/** Typed access to the document database: each collection's module says what its documents hold. */
import { setTimeout as wait } from 'node:timers/promises';
import { cloud } from './cloud';

/** The operators of `db.command`: `command.gt(0)` in a condition, `command.inc(1)` in a change. */
export const command = cloud.database().command;

export interface Document {
  _id: string;
}

/**
 * WeChat writes `_openid` into every document that is added from a mini-program, and nobody can leave it out or
 * change it; the console and cloud functions write none (WeChat's documentation:
 * wxcloud/guide/database/permission). A collection that a function made lets every user add documents (observed:
 * developers.weixin.qq.com/community/develop/doc/0002aa68828dc842feb7cd09156400), which might forge a record,
 * a count or an operator. So a document that a user wrote is not there for the functions.
 */
const WRITTEN_HERE = { _openid: command.exists(false) };

type Operator = ReturnType<typeof command.gt> | ReturnType<typeof command.inc>;
type Condition<T> = { [Field in keyof T]?: T[Field] | Operator };
type Change<T> = { [Field in keyof T]?: T[Field] | Operator };

/** The documents that functions and the console wrote: see {@link WRITTEN_HERE}. */
export interface Collection<T extends Document> {
  readonly name: string;
  get(id: string): Promise<T | undefined>;
  /** @param options `limit` at most 1,000; `orderBy` a field and its direction */
  find(where: Condition<T>, options: FindOptions<T>): Promise<T[]>;
  /** Adds a document. @throws when there is one of its `_id`, a user's too. @returns its `_id`, which is made up when it is left out */
  add(document: Omit<T, '_id'> & Partial<Document>): Promise<string>;
  /** Writes the whole document, whether it was there or not, in place of a user's too. */
  put(document: T): Promise<void>;
  /** Changes the fields named in every document that meets the condition, each at once. @returns how many */
  update(where: Condition<T>, change: Change<T>): Promise<number>;
  /** Removes every document that meets the condition. @returns how many */
  remove(where: Condition<T>): Promise<number>;
  /** @returns how many documents meet the condition */
  count(where: Condition<T>): Promise<number>;
}

export interface FindOptions<T> {
  limit: number;
  orderBy?: [field: keyof T & string, direction: 'asc' | 'desc'];
}

/** What a transaction can do; all of it is kept, or none. */
export interface Transaction {
  get<T extends Document>(collection: Collection<T>, id: string): Promise<T | undefined>;
  /** Writes the whole document, whether it was there or not. */
  put<T extends Document>(collection: Collection<T>, document: T): Promise<void>;
}

// CloudBase's error codes (wx-server-sdk, error.config).
const COLLECTION_NOT_EXIST = -502005;
/** With the waits between them, within the 5 seconds in which WeChat expects its push to be answered. */
const TRANSACTION_ATTEMPTS = 6;
/** The longest wait before the second attempt; it doubles with each further one. */
const TRANSACTION_WAIT_MS = 50;

/** @param name of a collection, which is made when it is first needed */
export function collection<T extends Document>(name: string): Collection<T> {
  const reference = () => cloud.database().collection(name);
  const attempt = <Reply>(work: () => Promise<Reply>) => withCollections([name], work);

  return {
    name,
    get: (id) =>
      attempt(async () => writtenHere(replyOf<{ data: T | null }>(await reference().doc(id).get()).data)),
    find: (where, { limit, orderBy }) =>
      attempt(async () => {
        const matching = reference().where({ ...where, ...WRITTEN_HERE });
        const ordered = orderBy ? matching.orderBy(...orderBy) : matching;
        return replyOf<{ data: T[] }>(await ordered.limit(limit).get()).data;
      }),
    add: (document) =>
      attempt(async () => replyOf<{ _id: string }>(await reference().add({ data: document }))._id),
    update: (where, change) =>
      attempt(async () => {
        const reply = await reference()
          .where({ ...where, ...WRITTEN_HERE })
          .update({ data: change });
        return replyOf<{ stats: { updated: number } }>(reply).stats.updated;
      }),
    put: ({ _id, ...data }) =>
      attempt(async () => {
        await reference().doc(_id).set({ data });
      }),
    remove: (where) =>
      attempt(async () => {
        const reply = await reference()
          .where({ ...where, ...WRITTEN_HERE })
          .remove();
        return replyOf<{ stats: { removed: number } }>(reply).stats.removed;
      }),
    count: (where) =>
      attempt(async () => {
        const reply = await reference()
          .where({ ...where, ...WRITTEN_HERE })
          .count();
        return replyOf<{ total: number }>(reply).total;
      }),
  };
}

/**
 * Runs `work` as one transaction, and again when it fails: when another writer was there first, for one. A
 * failed attempt leaves nothing behind.
 *
 * @param collections those that `work` uses; a transaction cannot make a collection, so they are made before
 * @throws what the last attempt failed with
 */
export async function inTransaction(
  collections: { name: string }[],
  work: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const names = collections.map(({ name }) => name);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await withCollections(names, () => runOnce(work));
      return;
    } catch (error) {
      if (attempt === TRANSACTION_ATTEMPTS) throw error;
    }
    // At random, so that writers who met once do not meet again.
    await wait(Math.random() * TRANSACTION_WAIT_MS * 2 ** (attempt - 1));
  }
}

/**
 * The SDK would try again by itself, but at once, and only when a conflict shows at the commit: the error of a
 * conflict at a write has lost its code on the way. So it is told not to.
 */
function runOnce(work: (transaction: Transaction) => Promise<void>): Promise<void> {
  return cloud.database().runTransaction((sdk: SdkTransaction) => work(wrap(sdk)), 0);
}

type SdkTransaction = Pick<ReturnType<typeof cloud.database>, 'collection'>;

function wrap(sdk: SdkTransaction): Transaction {
  return {
    async get<T extends Document>({ name }: Collection<T>, id: string) {
      return writtenHere(replyOf<{ data: T | null }>(await sdk.collection(name).doc(id).get()).data);
    },
    async put({ name }, { _id, ...data }) {
      await sdk.collection(name).doc(_id).set({ data });
    },
  };
}

function writtenHere<T extends Document>(document: T | null): T | undefined {
  return document === null || '_openid' in document ? undefined : document;
}

/** Does the work, and when a collection is missing, makes it and does the work once more. */
async function withCollections<Reply>(names: string[], work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!isCollectionMissing(error)) throw error;
  }
  // Another instance may be making it too, and then this one is told that it exists: the second try decides.
  await Promise.allSettled(names.map((name) => cloud.database().createCollection(name)));
  return work();
}

export function isCollectionMissing(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'errCode' in error &&
    error.errCode === COLLECTION_NOT_EXIST
  );
}

/** The SDK's types allow for its old callback style, in which a call returns nothing. */
function replyOf<Reply extends object>(reply: unknown): Reply {
  if (typeof reply !== 'object' || reply === null) throw new Error('the database gave no result');
  return reply as Reply;
}
