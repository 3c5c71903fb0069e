/** The document database behind `cloud.database()`, as the CloudBase gateway answers it. */
import { GatewayError } from '../gateway/gatewayError';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { aggregate } from './aggregation/aggregate';
import { createCollections } from './collections';
import { createDocuments, type Documents } from './documents';
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
  /** The collections there are, by name, and how many documents each has. */
  collections(): { name: string; count: number }[];
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
  const readValue = (text: string, field: string) => resolveServerDates(parseEjson(text, field), clock.now());
  const fieldsOf = (text: string): Record<string, unknown> => {
    const fields = readValue(text, 'data');
    if (!isPlainObject(fields)) throw invalidParam('param.data must be an object');
    return fields;
  };
  const conditionOf = (text: string): Condition => (text === '' ? {} : toCondition(readValue(text, 'query')));
  /** To remove or update a whole collection is refused: that needs a `where`. */
  const requiredCondition = (text: string): Condition => {
    if (text === '') throw invalidParam("param.query can't be empty");
    return conditionOf(text);
  };

  /** The documents, each as EJSON text. */
  const aggregated = (body: Answer): string[] => {
    const { collectionName, stages } = parseRequest(requests.aggregateDocuments, body);
    const pipeline = stages.map(({ stageKey, stageValue }) => ({
      [stageKey]: withRegExps(readValue(stageValue, `stages.${stageKey}`)),
    }));
    return aggregate(documentsOf(collectionName), collectionName, pipeline).map(printEjson);
  };

  const actions: Record<string, (body: Answer) => Answer> = {
    'database.addCollection'(body) {
      collections.add(parseRequest(requests.addCollection, body).collectionName);
      return {};
    },

    'database.insertDocument'(body) {
      const { collectionName, data, transactionId } = parseRequest(requests.insertDocument, body);
      const documents = documentsOf(collectionName, transactionId);
      const insertedIds = insert(documents, collectionName, data.map(fieldsOf), clock.now());
      return { data: { insertedIds } };
    },

    'database.getDocument'(body) {
      const request = parseRequest(requests.getDocument, body);
      const { collectionName, query, transactionId } = request;
      const documents = documentsOf(collectionName, transactionId);
      const list = find(documents, collectionName, conditionOf(query), toFindOptions(request));
      return { data: { list: list.map(printEjson) } };
    },

    'database.calculateDocument'(body) {
      const { collectionName, query } = parseRequest(requests.calculateDocument, body);
      const total = match(documentsOf(collectionName), collectionName, conditionOf(query)).length;
      return { data: { total } };
    },

    'database.modifyDocument'(body) {
      const request = parseRequest(requests.modifyDocument, body);
      const { collectionName, data, multi, merge, upsert, transactionId } = request;
      const documents = documentsOf(collectionName, transactionId);
      const condition = requiredCondition(request.query);
      if (!merge) return { data: replace(documents, collectionName, condition, fieldsOf(data), upsert) };
      const changed = modify(documents, collectionName, condition, fieldsOf(data), { multi });
      return { data: { updated: changed.updated } };
    },

    'database.modifyAndReturnDoc'(body) {
      const { collectionName, query, data, transactionId } = parseRequest(requests.modifyAndReturnDoc, body);
      const documents = documentsOf(collectionName, transactionId);
      const changed = modify(documents, collectionName, conditionOf(query), fieldsOf(data), {
        multi: false,
      });
      const [document] = changed.documents;
      return {
        data: { updated: changed.updated, doc: document === undefined ? null : printEjson(document) },
      };
    },

    'database.removeDocument'(body) {
      const { collectionName, query, multi, transactionId } = parseRequest(requests.removeDocument, body);
      const documents = documentsOf(collectionName, transactionId);
      const matching = match(documents, collectionName, requiredCondition(query));
      const leaving = multi ? matching : matching.slice(0, 1);
      for (const { _id } of leaving) documents.remove(collectionName, _id);
      return { data: { deleted: leaving.length } };
    },

    'database.aggregateDocuments': (body) => ({ data: { list: aggregated(body) } }),

    // As wx-server-sdk 2.1 and 2.2 ask (@cloudbase/database before 1.0), which read the list out of a text.
    'database.aggregate': (body) => ({ data: { list: JSON.stringify(aggregated(body)) } }),

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

  return {
    handle(action, body) {
      const answer = Object.hasOwn(actions, action) ? actions[action] : undefined;
      if (answer === undefined) throw new GatewayError('INVALID_ACTION', `no such action: ${action}`);
      try {
        return answer(body);
      } catch (error) {
        throw asGatewayError(error);
      }
    },
    collections: () => collections.names().map((name) => ({ name, count: stored.count(name) })),
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
