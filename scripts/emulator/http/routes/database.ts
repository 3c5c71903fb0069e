/** `/emulator/database`: a developer looks into the document database and changes it by hand. */
import { EJSON } from 'bson';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { CollectionSummary, DocumentsAnswer } from '../../contract';
import type { DocumentDatabase } from '../../database/database';
import { PermissionSchema } from '../../database/permissions';
import { readableEjson } from '../../database/readableEjson';
import { parse } from '../../refusal/parse';
import { Refusal } from '../../refusal/refusal';
import { answered } from '../databaseFailure';

const isObject = (input: unknown) => typeof input === 'object' && input !== null && !Array.isArray(input);
const Ejson = v.custom<object>(isObject, 'must be an object');
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const Find = v.strictObject({
  query: v.optional(Ejson, {}),
  order: v.optional(v.record(v.string(), v.picklist([1, -1], 'must be 1 or -1')), {}),
  skip: v.optional(Count, 0),
  limit: v.optional(v.pipe(Count, v.minValue(1), v.maxValue(1_000)), 50),
});
const NewCollection = v.strictObject({ name: v.string() });
const Permission = v.strictObject({ permission: PermissionSchema });
const NewDocument = v.strictObject({ document: Ejson });
const Id = v.strictObject({ id: v.unknown() });
const Change = v.strictObject({ id: v.unknown(), document: Ejson });

type OfCollection = { Params: { collection: string } };

export function registerDatabase(app: FastifyInstance, database: DocumentDatabase): void {
  /** Asks as a function's SDK does. @throws {Refusal} with CloudBase's own code */
  const ask = (action: string, body: Record<string, unknown>) =>
    answered(() => database.handle(action, body));
  const collections = (): CollectionSummary[] => database.collections();

  app.get('/emulator/database', collections);

  app.post('/emulator/database', (request) => {
    ask('database.addCollection', { collectionName: parse(NewCollection, request.body).name });
    return collections();
  });

  app.put<OfCollection>('/emulator/database/:collection/permission', (request) => {
    const { permission } = parse(Permission, request.body);
    answered(() => database.setPermission(request.params.collection, permission));
    return collections();
  });

  app.post<OfCollection>('/emulator/database/:collection/query', (request): DocumentsAnswer => {
    const { query, order, skip, limit } = parse(Find, request.body ?? {});
    const asked = { collectionName: request.params.collection, query: JSON.stringify(query) };
    const found = ask('database.getDocument', {
      ...asked,
      order: JSON.stringify(order),
      offset: skip,
      limit,
    });
    const { total } = dataOf<{ total: number }>(ask('database.calculateDocument', asked));
    return { documents: dataOf<{ list: string[] }>(found).list.map(readableEjson), total };
  });

  app.post<OfCollection>('/emulator/database/:collection/documents', (request) => {
    const { document } = parse(NewDocument, request.body);
    const collectionName = request.params.collection;
    const added = ask('database.insertDocument', { collectionName, data: [JSON.stringify(document)] });
    const [id] = dataOf<{ insertedIds: unknown[] }>(added).insertedIds;
    return { id: readableEjson(EJSON.stringify(id, { relaxed: false })) };
  });

  /** The document as it is then; one that is not there is not made. */
  app.put<OfCollection>('/emulator/database/:collection/documents', (request) => {
    const { id, document } = parse(Change, request.body);
    const { updated } = dataOf<{ updated: number }>(
      ask('database.modifyDocument', {
        collectionName: request.params.collection,
        query: JSON.stringify({ _id: id }),
        data: JSON.stringify(document),
        multi: false,
        merge: false,
        upsert: false,
      }),
    );
    return foundOne(updated);
  });

  app.delete<OfCollection>('/emulator/database/:collection/documents', (request) => {
    const { id } = parse(Id, request.body);
    const { deleted } = dataOf<{ deleted: number }>(
      ask('database.removeDocument', {
        collectionName: request.params.collection,
        query: JSON.stringify({ _id: { $eq: id } }),
        multi: false,
      }),
    );
    return foundOne(deleted);
  });
}

/** The part of the database's answer that its own code has just made. */
const dataOf = <T>(answer: Record<string, unknown>): T => answer['data'] as T;

/** @throws {Refusal} 404 NO_SUCH_DOCUMENT */
function foundOne(count: number): { status: 'ok' } {
  if (count > 0) return { status: 'ok' };
  throw new Refusal(404, 'NO_SUCH_DOCUMENT', 'The collection has no document with this _id any more');
}
