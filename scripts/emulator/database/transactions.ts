/**
 * Transactions with snapshot isolation: reads see the documents as they were when it began, writes are kept
 * aside until the commit, and the first to commit wins.
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { type Documents, decode, encode, idKeyOf, type StoredDocuments } from './documents';
import { transactionConflict, transactionMissing } from './errors';

/** https://docs.cloudbase.net/error-code/DATABASE_TRANSACTION_FAIL */
const LIFETIME_MS = 30_000;

export interface Transactions {
  /** @returns the transaction's id */
  start(): string;
  /**
   * What the transaction reads, and writes to.
   * @throws {GatewayError} DATABASE_TRANSACTION_FAIL when it is unknown, ended or older than 30 seconds
   */
  documents(id: string): Documents;
  /**
   * Ends the transaction, and keeps its writes unless it fails.
   * @throws {GatewayError} DATABASE_TRANSACTION_CONFLICT when others have changed a document that it wrote
   * since it began; DATABASE_TRANSACTION_FAIL as above
   */
  commit(id: string): void;
  /** @throws {GatewayError} DATABASE_TRANSACTION_FAIL as above */
  abort(id: string): void;
  /** Ends all transactions. */
  clear(): void;
}

interface Transaction {
  startedAt: number;
  /** What others have changed since it began, as it was then. */
  before: Map<string, Version>;
  /** What it has written itself. */
  writes: Map<string, Version>;
}

interface Version {
  collection: string;
  id: unknown;
  /** Undefined where there is no document. */
  bytes: Uint8Array | undefined;
}

export function createTransactions(store: Store, clock: Clock, stored: StoredDocuments): Transactions {
  const open = new Map<string, Transaction>();
  const dropExpired = () => {
    for (const [id, { startedAt }] of open) if (clock.now() - startedAt > LIFETIME_MS) open.delete(id);
  };

  stored.beforeChange((collection, id, bytes) => {
    dropExpired();
    const key = keyOf(collection, id);
    for (const { before } of open.values()) {
      if (!before.has(key)) before.set(key, { collection, id, bytes });
    }
  });

  const demand = (id: string): Transaction => {
    const transaction = open.get(id);
    if (transaction !== undefined && clock.now() - transaction.startedAt <= LIFETIME_MS) return transaction;
    open.delete(id);
    throw transactionMissing();
  };

  return {
    start() {
      dropExpired();
      const id = randomUUID();
      open.set(id, { startedAt: clock.now(), before: new Map(), writes: new Map() });
      return id;
    },
    documents: (id) => viewOf(demand(id), stored),
    commit(id) {
      const { before, writes } = demand(id);
      open.delete(id);
      for (const key of writes.keys()) if (before.has(key)) throw transactionConflict();
      store.transaction(() => {
        for (const { collection, id: documentId, bytes } of writes.values()) {
          if (bytes === undefined) stored.remove(collection, documentId);
          else stored.put(collection, decode(bytes));
        }
      });
    },
    abort(id) {
      demand(id);
      open.delete(id);
    },
    clear: () => open.clear(),
  };
}

/** Collection names have no NUL. */
const keyOf = (collection: string, id: unknown) => `${collection}\0${idKeyOf(id)}`;

function viewOf({ before, writes }: Transaction, stored: StoredDocuments): Documents {
  const changed = (key: string) => writes.get(key) ?? before.get(key);

  return {
    get(collection, id) {
      const version = changed(keyOf(collection, id));
      if (version === undefined) return stored.get(collection, id);
      return version.bytes && decode(version.bytes);
    },
    all(collection, limit) {
      const unseen = new Map<string, Version>();
      for (const [key, version] of [...before, ...writes]) {
        if (version.collection === collection) unseen.set(key, version);
      }
      const standing = stored.all(collection).map((document) => {
        const key = keyOf(collection, document._id);
        unseen.delete(key);
        const version = changed(key);
        if (version === undefined) return document;
        return version.bytes && decode(version.bytes);
      });
      const gone = [...unseen.values()].map(({ bytes }) => bytes && decode(bytes));
      return [...standing, ...gone].filter((document) => document !== undefined).slice(0, limit);
    },
    withValue: () => undefined,
    put: (collection, document) => {
      const bytes = encode(document);
      writes.set(keyOf(collection, document._id), { collection, id: document._id, bytes });
    },
    remove: (collection, id) => {
      writes.set(keyOf(collection, id), { collection, id, bytes: undefined });
    },
  };
}
