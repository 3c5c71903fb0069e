/** The real wx-server-sdk, pointed by its own environment variables at a database in this process. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDatabase, type DocumentDatabase } from '../../../scripts/emulator/database/database';
import { GatewayError } from '../../../scripts/emulator/gateway/gatewayError';
import { type Clock, createClock } from '../../../scripts/emulator/state/clock';
import { openStore } from '../../../scripts/emulator/state/store';

export interface Sdk {
  db: Db;
  database: DocumentDatabase;
  clock: Clock;
  close(): Promise<void>;
}

/** What the tests use of the SDK's database; its own types give `void | string | Promise` for every call. */
export interface Db extends Collections {
  command: Command;
  RegExp(pattern: { regexp: string; options?: string }): unknown;
  Geo: Record<'Point', (longitude: number, latitude: number) => unknown> &
    Record<'LineString' | 'Polygon', (parts: unknown[]) => unknown>;
  serverDate(options?: { offset: number }): unknown;
  createCollection(name: string): Promise<{ errMsg: string }>;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(run: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>;
}

export interface Collections {
  collection(name: string): Collection;
}

export interface Transaction extends Collections {
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

export type Fields = Record<string, unknown>;

export interface Query {
  where(condition: unknown): Query;
  orderBy(field: string, order: 'asc' | 'desc'): Query;
  skip(count: number): Query;
  limit(count: number): Query;
  field(projection: Fields): Query;
  get(): Promise<{ data: Fields[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: Fields; multi?: boolean }): Promise<{ stats: { updated: number } }>;
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number } }>;
}

export interface Collection extends Query {
  add(options: { data: Fields }): Promise<{ _id: string }>;
  add(options: { data: Fields[] }): Promise<{ _ids: string[] }>;
  doc(id: string | number): DocumentReference;
  aggregate(): Aggregate;
}

export interface DocumentReference {
  field(projection: Fields): DocumentReference;
  get(): Promise<{ data: Fields }>;
  set(options: { data: Fields }): Promise<{ _id: string; stats: { updated: number; created: number } }>;
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

type Stage =
  | 'addFields'
  | 'bucket'
  | 'bucketAuto'
  | 'count'
  | 'geoNear'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'sample'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind';

export type Aggregate = Record<Stage, (parameter: unknown) => Aggregate> & {
  end(): Promise<{ list: Fields[] }>;
};

type Operator =
  | 'addToSet'
  | 'all'
  | 'and'
  | 'bit'
  | 'elemMatch'
  | 'eq'
  | 'exists'
  | 'expr'
  | 'geoIntersects'
  | 'geoNear'
  | 'geoWithin'
  | 'gt'
  | 'gte'
  | 'in'
  | 'inc'
  | 'lt'
  | 'lte'
  | 'max'
  | 'min'
  | 'mod'
  | 'mul'
  | 'neq'
  | 'nin'
  | 'nor'
  | 'not'
  | 'or'
  | 'pop'
  | 'pull'
  | 'pullAll'
  | 'push'
  | 'remove'
  | 'rename'
  | 'set'
  | 'shift'
  | 'size'
  | 'unshift';

type AggregateOperator = 'avg' | 'cond' | 'dateToString' | 'gte' | 'map' | 'max' | 'push' | 'sum' | 'toUpper';

/** `_.gt(1).and(_.lt(5))` */
export type Command = Record<Operator, (...values: unknown[]) => Command> & {
  aggregate: Record<AggregateOperator, (...values: unknown[]) => unknown> & { pipeline(): Pipeline };
  project: Record<'slice' | 'elemMatch', (parameter: unknown) => unknown>;
};

export type Pipeline = Record<Stage, (parameter: unknown) => Pipeline> & { done(): unknown };

/** Starts a database of its own, and a gateway that passes the `database.*` actions on to it. */
export async function startSdk(): Promise<Sdk> {
  const store = openStore();
  const clock = createClock(store);
  const database = createDatabase({ store, clock });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { action, ...body } = JSON.parse(Buffer.concat(chunks).toString());
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ...answer(database, action, body), requestId: 'request-1' }));
  });
  // By default a connection is closed that has rested for 5 seconds, which may be just when the SDK sends again.
  server.keepAliveTimeout = 0;
  // A test makes 1,000 connections at once: those beyond Node's queue of 511 would be tried again after seconds.
  const address = { host: '127.0.0.1', port: 0, backlog: 2_000 };
  await new Promise<void>((resolve) => server.listen(address, resolve));
  const { port } = server.address() as AddressInfo;

  return {
    db: connect(`http://127.0.0.1:${port}/admin`),
    database,
    clock,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

function answer(database: DocumentDatabase, action: string, body: Fields): Fields {
  try {
    return database.handle(action, body);
  } catch (error) {
    if (error instanceof GatewayError) return { code: error.code, message: error.message };
    throw error;
  }
}

/** The environment of a cloud function's instance, as far as the database needs it. */
function connect(url: string): Db {
  Object.assign(process.env, {
    TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: 'emulator',
    TCB_ENV: 'emulator',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    // The SDK warns of each request over 3 seconds, and a test sends 1,000 at once.
    SILENCE: 'true',
  });
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  return cloud.database();
}
