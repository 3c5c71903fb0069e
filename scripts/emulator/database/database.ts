/** The document database behind `cloud.database()`, as the CloudBase gateway answers it. */
import type { CollectionPermission, CollectionSummary, UserDatabaseAction } from '../contract';
import { GatewayError } from '../gateway/gatewayError';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { type Access, accessOfFunctions, accessOfUser } from './access';
import { aggregate } from './aggregation/aggregate';
import { createCollections } from './collections';
import { createDocuments, type DocumentChange, type Documents } from './documents';
import { parseEjson, printEjson } from './ejson';
import { invalidParam, requestFailed } from './errors';
import { insert } from './insert';
import type { Condition } from './mingo';
import { modify, replace } from './modify';
import { isPlainObject } from './plainObject';
import { find, match, toCondition, toFindOptions } from './query';
import { withRegExps } from './regExp';
import * as requests from './requests';
import { parseRequest } from './requests';
import { resolveServerDates } from './serverDate';
import { createTransactions } from './transactions';

export interface DocumentDatabase {
  /**
   * Answers one request of `@cloudbase/database`.
   * @param action such as `database.insertDocument`
   * @param body the JSON body of the request
   * @returns the response without its requestId
   * @throws {GatewayError} with CloudBase's own code
   */
  handle(action: string, body: Record<string, unknown>): Record<string, unknown>;
  /** The same for a user's mini-program, as far as the collection's permission lets him. */
  handleOfUser(
    openid: string,
    action: UserDatabaseAction,
    body: Record<string, unknown>,
  ): Record<string, unknown>;
  /** What `database.getDocument` finds for a user who watches, however many: the list, as EJSON texts. */
  watchedByUser(openid: string, body: Record<string, unknown>): string[];
  hasCollection(name: string): boolean;
  /** The collections there are, by name, with how many documents each has. */
  collections(): CollectionSummary[];
  /** @throws {GatewayError} DATABASE_COLLECTION_NOT_EXIST */
  setPermission(collection: string, permission: CollectionPermission): void;
  /** Called after each change of a document. */
  onChanged(listener: (change: DocumentChange) => void): void;
  /**
   * Makes an index on one field, such as `user` or `lines.sku`, for conditions of equality.
   * @throws {GatewayError} DATABASE_COLLECTION_NOT_EXIST
   */
  createIndex(collection: string, field: string): void;
  /** Removes every collection and document, and ends every transaction. */
  reset(): void;
  /** Ends every transaction: what they began on is not there any more. */
  endTransactions(): void;
}

type Answer = Record<string, unknown>;

/** A user may watch 5,000 documents (WeChat's documentation: wxcloud/guide/database/realtime). */
const WATCHED = { usual: 5_000, most: 5_000 };

/** The database that is kept in `store`; server dates and the life of transactions follow `clock`. */
export function createDatabase({ store, clock }: { store: Store; clock: Clock }): DocumentDatabase {
  const collections = createCollections(store);
  const stored = createDocuments(store);
  const transactions = createTransactions(store, clock, stored);

  const documentsOf = (collection: string, transactionId?: string): Documents => {
    const documents = transactionId === undefined ? stored : transactions.documents(transactionId);
    collections.demand(collection);
    return documents;
  };
  const functions = accessOfFunctions(documentsOf);
  const readValue = (text: string, field: string) => resolveServerDates(parseEjson(text, field), clock.now());
  const fieldsOf = (text: string, { checkFields }: Access): Record<string, unknown> => {
    const fields = readValue(text, 'data');
    if (!isPlainObject(fields)) throw invalidParam('param.data must be an object');
    checkFields(fields);
    return fields;
  };
  const conditionOf = (text: string, { meaning }: Access): Condition =>
    text === '' ? {} : toCondition(meaning(readValue(text, 'query')));
  /** To remove or update a whole collection is refused: that needs a `where`. */
  const requiredCondition = (text: string, access: Access): Condition => {
    if (text === '') throw invalidParam("param.query can't be empty");
    return conditionOf(text, access);
  };

  /** The documents, each as EJSON text. */
  const aggregated = (body: Answer, access: Access): string[] => {
    const { collectionName, stages } = parseRequest(requests.aggregateDocuments, body);
    const pipeline = stages.map(({ stageKey, stageValue }) => ({
      [stageKey]: withRegExps(access.meaning(readValue(stageValue, `stages.${stageKey}`))),
    }));
    return aggregate(access.toRead(collectionName), collectionName, pipeline).map(printEjson);
  };

  const actions: Record<string, (body: Answer, access: Access) => Answer> = {
    'database.addCollection'(body) {
      collections.add(parseRequest(requests.addCollection, body).collectionName);
      return {};
    },

    'database.insertDocument'(body, access) {
      const { collectionName, data, transactionId } = parseRequest(requests.insertDocument, body);
      const documents = access.toWrite(collectionName, transactionId);
      const added = data.map((text) => fieldsOf(text, access));
      const insertedIds = insert(documents, collectionName, added, clock.now());
      return { data: { insertedIds } };
    },

    'database.getDocument'(body, access) {
      const request = parseRequest(requests.getDocument, body);
      const { collectionName, query, transactionId } = request;
      const documents = access.toRead(collectionName, transactionId);
      const options = toFindOptions(request, access.limit);
      const list = find(documents, collectionName, conditionOf(query, access), options);
      return { data: { list: list.map(printEjson) } };
    },

    'database.calculateDocument'(body, access) {
      const { collectionName, query } = parseRequest(requests.calculateDocument, body);
      const documents = access.toRead(collectionName);
      const total = match(documents, collectionName, conditionOf(query, access)).length;
      return { data: { total } };
    },

    'database.modifyDocument'(body, access) {
      const request = parseRequest(requests.modifyDocument, body);
      const { collectionName, data, multi, merge, upsert, transactionId } = request;
      const documents = access.toWrite(collectionName, transactionId);
      const condition = requiredCondition(request.query, access);
      const fields = fieldsOf(data, access);
      if (!merge) return { data: replace(documents, collectionName, condition, fields, upsert) };
      const changed = modify(documents, collectionName, condition, fields, { multi });
      return { data: { updated: changed.updated } };
    },

    'database.modifyAndReturnDoc'(body, access) {
      const { collectionName, query, data, transactionId } = parseRequest(requests.modifyAndReturnDoc, body);
      const documents = access.toWrite(collectionName, transactionId);
      const condition = conditionOf(query, access);
      const changed = modify(documents, collectionName, condition, fieldsOf(data, access), { multi: false });
      const [document] = changed.documents;
      return {
        data: { updated: changed.updated, doc: document === undefined ? null : printEjson(document) },
      };
    },

    'database.removeDocument'(body, access) {
      const { collectionName, query, multi, transactionId } = parseRequest(requests.removeDocument, body);
      const documents = access.toWrite(collectionName, transactionId);
      const matching = match(documents, collectionName, requiredCondition(query, access));
      const leaving = multi ? matching : matching.slice(0, 1);
      for (const { _id } of leaving) documents.remove(collectionName, _id);
      return { data: { deleted: leaving.length } };
    },

    'database.aggregateDocuments': (body, access) => ({ data: { list: aggregated(body, access) } }),

    // As wx-server-sdk 2.1 and 2.2 ask (@cloudbase/database before 1.0), which read the list out of a text.
    'database.aggregate': (body, access) => ({ data: { list: JSON.stringify(aggregated(body, access)) } }),

    'database.startTransaction': () => ({ transactionId: transactions.start() }),

    'database.commitTransaction'(body) {
      transactions.commit(parseRequest(requests.endTransaction, body).transactionId);
      return {};
    },

    'database.abortTransaction'(body) {
      transactions.abort(parseRequest(requests.endTransaction, body).transactionId);
      return {};
    },
  };

  const handle = (action: string, body: Answer, access: Access): Answer => {
    const answer = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (answer === undefined) throw new GatewayError('INVALID_ACTION', `no such action: ${action}`);
    try {
      return answer(body, access);
    } catch (error) {
      throw asGatewayError(error);
    }
  };

  return {
    handle: (action, body) => handle(action, body, functions),
    handleOfUser: (openid, action, body) => handle(action, body, accessOfUser(openid, collections, stored)),
    watchedByUser(openid, body) {
      const access = accessOfUser(openid, collections, stored, WATCHED);
      const { data } = handle('database.getDocument', body, access);
      return (data as { list: string[] }).list;
    },
    hasCollection: (name) => collections.permission(name) !== undefined,
    collections: () =>
      collections.list().map(({ name, permission }) => ({ name, count: stored.count(name), permission })),
    setPermission: collections.setPermission,
    onChanged: stored.onChanged,
    createIndex(collection, field) {
      collections.demand(collection);
      stored.createIndex(collection, field);
    },
    reset() {
      collections.clear();
      stored.clear();
      transactions.clear();
    },
    endTransactions: () => transactions.clear(),
  };
}

/** What mingo and bson throw says what is wrong with the request: an operator, an operand, a pattern. */
function asGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  return requestFailed(error instanceof Error ? error.message : String(error));
}
