import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createDatabase, type DocumentDatabase } from '../../../scripts/emulator/database/database';
import { GatewayError } from '../../../scripts/emulator/gateway/gatewayError';
import { createClock } from '../../../scripts/emulator/state/clock';
import { openStore, type Store } from '../../../scripts/emulator/state/store';

/** What the SDK cannot be made to send, or cannot show. */
let store: Store;
let database: DocumentDatabase;

const open = (directory?: string) => {
  store = openStore(directory);
  database = createDatabase({ store, clock: createClock(store) });
};
const insert = (...documents: string[]) =>
  database.handle('database.insertDocument', { collectionName: 'c', data: documents });
const list = (query: string) =>
  database.handle('database.getDocument', { collectionName: 'c', queryType: 'WHERE', query });

beforeEach(() => {
  open();
  database.handle('database.addCollection', { collectionName: 'c' });
});
afterEach(() => store.close());

describe('handle', () => {
  it('answers database.aggregate of wx-server-sdk 2.1 with a list in a text', () => {
    insert('{"_id":"a","n":"x"}');
    const { data } = database.handle('database.aggregate', {
      collectionName: 'c',
      stages: [{ stageKey: '$project', stageValue: '{"n":1,"_id":0}' }],
    }) as { data: { list: string } };

    expect(JSON.parse(data.list)).toEqual(['{"n":"x"}']);
  });

  it.each(['database.dropCollection', 'constructor', ''])('refuses the action %j', (action) => {
    expect(() => database.handle(action, {})).toThrow(expect.objectContaining({ code: 'INVALID_ACTION' }));
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['no collection', 'database.getDocument', {}],
    ['a collection that is no text', 'database.getDocument', { collectionName: { $ne: 1 } }],
    ['documents that are no texts', 'database.insertDocument', { collectionName: 'c', data: [{}] }],
    ['text that is no JSON', 'database.insertDocument', { collectionName: 'c', data: ['{'] }],
    ['a document that is none', 'database.insertDocument', { collectionName: 'c', data: ['[]'] }],
    [
      'an ObjectId that is none',
      'database.insertDocument',
      { collectionName: 'c', data: ['{"a":{"$oid":"x"}}'] },
    ],
    [
      'a date that is none',
      'database.insertDocument',
      { collectionName: 'c', data: ['{"a":{"$date":"soon"}}'] },
    ],
    [
      'the field name __proto__',
      'database.insertDocument',
      { collectionName: 'c', data: ['{"__proto__":{"x":1}}'] },
    ],
    ['a query that is no object', 'database.getDocument', { collectionName: 'c', query: '5' }],
    ['a negative offset', 'database.getDocument', { collectionName: 'c', offset: -1 }],
    ['an order that is none', 'database.getDocument', { collectionName: 'c', order: '{"a":"up"}' }],
    ['a projection that is none', 'database.getDocument', { collectionName: 'c', projection: '1' }],
    ['stages that are none', 'database.aggregateDocuments', { collectionName: 'c', stages: [1] }],
    ['no transaction', 'database.commitTransaction', {}],
    [
      'an update without operators',
      'database.modifyDocument',
      {
        collectionName: 'c',
        queryType: 'DOC',
        query: '{"_id":"1"}',
        data: '{"a":1}',
        multi: false,
        merge: true,
        upsert: false,
      },
    ],
  ])('refuses %s with INVALID_PARAM', (_name, action, body) => {
    expect(() => database.handle(action, body)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }));
  });

  it('answers any condition, update and stage, or refuses it with a GatewayError', () => {
    insert('{"_id":"1","a":[1,{"b":"x"}],"c":null}', '{"_id":"2","a":{"b":2}}');
    const key = fc.constantFrom(
      'a',
      'a.b',
      'a.0.b',
      'c',
      '_id',
      '$and',
      '$or',
      '$gt',
      '$in',
      '$not',
      '$elemMatch',
      '$set',
      '$push',
      '$inc',
      '$each',
      '$group',
      '$sum',
      '$near',
      '__proto__',
    );
    const scalar = fc.oneof(fc.integer(), fc.constantFrom<unknown>('x', '$a', null, true, [], {}));
    const { any } = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(key, tie('any'), { maxKeys: 3 }),
      ),
    }));
    const attempt = (action: string, body: Record<string, unknown>) => {
      try {
        database.handle(action, { collectionName: 'c', ...body });
      } catch (error) {
        expect(error).toBeInstanceOf(GatewayError);
      }
    };
    fc.assert(
      fc.property(any, fc.dictionary(key, any), (value, fields) => {
        const [query, data] = [JSON.stringify(value), JSON.stringify(fields)];
        attempt('database.getDocument', { query, projection: data, order: data });
        attempt('database.modifyDocument', { query, data, multi: true, merge: true, upsert: false });
        for (const stageKey of Object.keys(fields)) {
          attempt('database.aggregateDocuments', { stages: [{ stageKey, stageValue: query }] });
        }
      }),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(['$out', '$merge', '$collStats', '$nothing'])('refuses the stage %s', (stageKey) => {
    const body = { collectionName: 'c', stages: [{ stageKey, stageValue: '"other"' }] };
    expect(() => database.handle('database.aggregateDocuments', body)).toThrow(stageKey);
  });

  it.each([1_000, 100_000])('refuses a document of %d levels', (depth) => {
    const nested = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(() => insert(nested)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }));
    expect(() => list(nested)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }));
  });

  it('refuses a document of more than 100 levels', () => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(() => insert(nested(101))).toThrow('maximum nested object depth');
    expect(insert(nested(100))).toMatchObject({ data: { insertedIds: [expect.any(String)] } });
  });

  it('leaves the prototypes of this process alone', () => {
    insert('{"_id":"1","a":1}');
    const update = (path: string) =>
      database.handle('database.modifyDocument', {
        collectionName: 'c',
        queryType: 'DOC',
        query: '{"_id":"1"}',
        data: JSON.stringify({ $set: { [path]: 1 } }),
        multi: false,
        merge: true,
        upsert: false,
      });
    expect(() => update('__proto__.polluted')).toThrow('__proto__');
    update('constructor.prototype.polluted');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(list('{"constructor.prototype.polluted":1}')).toMatchObject({
      data: { list: [expect.any(String)] },
    });
  });

  it.each([
    ['a 64-bit integer', '{"$numberLong":"9007199254740993"}'],
    ['a number of the SDK beyond 53 bits', '{"$numberLong":"1152921504606847000"}'],
    ['an ObjectId', '{"$oid":"5cdd728a003bf5c83ed99dff"}'],
    ['a decimal', '{"$numberDecimal":"0.10"}'],
    ['bytes', '{"$binary":{"base64":"AAEC","subType":"00"}}'],
    ['a date', '{"$date":{"$numberLong":"-5"}}'],
    ['a regular expression', '{"$regularExpression":{"pattern":"a/b","options":"i"}}'],
    ['NaN', '{"$numberDouble":"NaN"}'],
    ['a timestamp', '{"$timestamp":{"t":1,"i":2}}'],
  ])('gives back %s exactly', (_name, text) => {
    insert(`{"_id":"1","v":${text}}`);
    expect(list('{}')).toEqual({ data: { list: [`{"_id":"1","v":${text}}`] } });
  });

  it('tells ids of different types apart', () => {
    insert('{"_id":"1"}', '{"_id":{"$numberInt":"1"}}', '{"_id":{"$oid":"5cdd728a003bf5c83ed99dff"}}');
    expect(list('{"_id":{"$oid":"5cdd728a003bf5c83ed99dff"}}')).toMatchObject({
      data: { list: [expect.stringContaining('$oid')] },
    });
    expect(() => insert('{"_id":{"$oid":"5cdd728a003bf5c83ed99dff"}}')).toThrow('E11000');
  });

  it('answers updateAndReturn with the document after the update', () => {
    insert('{"_id":"1","n":1}', '{"_id":"2","n":1}');
    const update = (query: string) =>
      database.handle('database.modifyAndReturnDoc', {
        collectionName: 'c',
        queryType: 'WHERE',
        query,
        data: '{"$inc":{"n":{"$numberInt":"1"}}}',
      });
    expect(update('{"n":1}')).toEqual({ data: { updated: 1, doc: '{"_id":"1","n":{"$numberInt":"2"}}' } });
    expect(update('{"n":9}')).toEqual({ data: { updated: 0, doc: null } });
    expect(list('{"n":1}')).toMatchObject({ data: { list: [expect.stringContaining('"2"')] } });
  });
});

describe('createDatabase', () => {
  it('finds everything again when the store is opened again', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'xinshi-database-'));
    await store.close();
    open(directory);
    database.handle('database.addCollection', { collectionName: 'c' });
    insert('{"_id":"b","at":{"$date":{"$numberLong":"5"}}}', '{"_id":"a"}');
    const before = list('{}');
    await store.close();

    open(directory);
    expect(database.collections()).toMatchObject([{ name: 'c', count: 2 }]);
    expect(list('{}')).toEqual(before);
    expect(() => insert('{"_id":"a"}')).toThrow('E11000');
    rmSync(directory, { recursive: true });
  });
});
