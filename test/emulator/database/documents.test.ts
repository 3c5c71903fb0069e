import { type Collection, type Sdk, startSdk } from './sdk';

let sdk: Sdk;
let todos: Collection;
beforeAll(async () => {
  sdk = await startSdk();
});
afterAll(() => sdk.close());
beforeEach(async () => {
  sdk.database.reset();
  await sdk.db.createCollection('todos');
  todos = sdk.db.collection('todos');
});

const DUPLICATE = { errCode: -502001, errMsg: expect.stringContaining('E11000 duplicate key error') };

describe('add', () => {
  it("gives a new document an id in CloudBase's shape", async () => {
    const { _id } = await todos.add({ data: { title: '写文档' } });
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
    await expect(todos.doc(_id).get()).resolves.toMatchObject({ data: { _id, title: '写文档' } });
  });

  it('keeps an id that is given, string or number', async () => {
    await todos.add({ data: { _id: '1', kind: 'string' } });
    await todos.add({ data: { _id: 1, kind: 'number' } });
    expect((await todos.doc('1').get()).data).toEqual({ _id: '1', kind: 'string' });
    expect((await todos.doc(1).get()).data).toEqual({ _id: 1, kind: 'number' });
  });

  it('refuses an id that is taken', async () => {
    await todos.add({ data: { _id: 'me', a: 1 } });
    await expect(todos.add({ data: { _id: 'me', a: 2 } })).rejects.toMatchObject(DUPLICATE);
    expect((await todos.doc('me').get()).data).toEqual({ _id: 'me', a: 1 });
  });

  it('lets everything but the id be the same in two documents', async () => {
    for (const _id of ['a', 'b']) await todos.add({ data: { _id, email: 'li@example.com' } });
    expect((await todos.where({ email: 'li@example.com' }).count()).total).toBe(2);
  });

  it('adds several at once, up to the one that fails', async () => {
    const { _ids } = await todos.add({ data: [{ n: 1 }, { n: 2 }] });
    expect(_ids).toHaveLength(2);
    await expect(todos.add({ data: [{ _id: 'x' }, { _id: 'x' }, { _id: 'y' }] })).rejects.toMatchObject(
      DUPLICATE,
    );
    expect((await todos.count()).total).toBe(3);
  });

  it.each([
    ['a date', new Date('2024-02-29T01:02:03.004Z')],
    ['a date before 1970', new Date(-1)],
    ['an integer', 7],
    ['a fraction', 0.1],
    ['a number beyond 32 bits', 2 ** 40 + 1],
    ['a number beyond 53 bits', 2 ** 60],
    ['null', null],
    ['text with a NUL', 'a\0b'],
    ['nested', { a: [{ b: [] }, {}], 'c-d': { e: false } }],
    [
      'a field named as a property of every object',
      { constructor: 1, toString: { a: 2 }, hasOwnProperty: 3 },
    ],
  ])('gives back %s as it was', async (_name, value) => {
    const { _id } = await todos.add({ data: { value } });
    expect((await todos.doc(_id).get()).data).toEqual({ _id, value });
  });

  it('gives back geographical points', async () => {
    const { _id } = await todos.add({ data: { at: sdk.db.Geo.Point(113, 23) } });
    expect((await todos.doc(_id).get()).data.at).toMatchObject({ longitude: 113, latitude: 23 });
  });

  it("writes the server's time, by the emulator's clock, for serverDate", async () => {
    sdk.clock.set(Date.parse('2030-01-01T00:00:00Z'));
    const { _id } = await todos.add({
      data: { now: sdk.db.serverDate(), soon: [sdk.db.serverDate({ offset: 3_600_000 })] },
    });
    const { now, soon } = (await todos.doc(_id).get()).data as { now: Date; soon: Date[] };
    expect(now.getTime() - Date.parse('2030-01-01T00:00:00Z')).toBeLessThan(5_000);
    expect(Number(soon[0]) - Number(now)).toBe(3_600_000);
  });

  it('refuses a document over 16 MB', async () => {
    await expect(todos.add({ data: { text: 'x'.repeat(16 * 1024 * 1024) } })).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('16 MB'),
    });
  });

  it.each([
    ['operators', { a: { $inc: 1 } }, 'dollar ($) prefixed field'],
    ['an array as its id', { _id: [1] }, '_id'],
    ['an id over 1,024 bytes', { _id: 'x'.repeat(2_000) }, '_id'],
  ])('refuses a document with %s', async (_name, data, message) => {
    await expect(todos.add({ data })).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining(message),
    });
  });
});

describe('doc().get', () => {
  it('fails as the SDK does when there is no such document', async () => {
    await expect(todos.doc('nobody').get()).rejects.toMatchObject({
      errMsg: expect.stringContaining('document with _id nobody does not exist'),
    });
  });

  it('finds nothing under an id that no document can have', async () => {
    expect((await todos.where({ _id: 'x'.repeat(5_000) }).get()).data).toEqual([]);
  });

  it('gives the fields that are asked for', async () => {
    await todos.doc('1').set({ data: { a: 1, b: { c: 2, d: 3 } } });
    expect((await todos.doc('1').field({ 'b.c': true }).get()).data).toEqual({ _id: '1', b: { c: 2 } });
  });
});

describe('doc().set', () => {
  it('makes the document, then puts another in its place', async () => {
    await expect(todos.doc('me').set({ data: { a: 1, b: 2 } })).resolves.toMatchObject({
      stats: { updated: 0, created: 1 },
    });
    await expect(todos.doc('me').set({ data: { b: 3 } })).resolves.toMatchObject({
      stats: { updated: 1, created: 0 },
    });
    expect((await todos.doc('me').get()).data).toEqual({ _id: 'me', b: 3 });
  });
});

describe('remove', () => {
  it('removes one document by its id', async () => {
    await todos.doc('1').set({ data: { a: 1 } });
    await expect(todos.doc('1').remove()).resolves.toMatchObject({ stats: { removed: 1 } });
    await expect(todos.doc('1').remove()).resolves.toMatchObject({ stats: { removed: 0 } });
  });

  it('removes all that fit, or the first of them with multi: false', async () => {
    for (const a of [1, 1, 1, 2]) await todos.add({ data: { a } });
    await expect(todos.where({ a: 1 }).remove({ multi: false })).resolves.toMatchObject({
      stats: { removed: 1 },
    });
    await expect(todos.where({ a: 1 }).remove()).resolves.toMatchObject({ stats: { removed: 2 } });
    expect((await todos.count()).total).toBe(1);
  });

  it('refuses to empty a collection without a condition', async () => {
    await todos.add({ data: {} });
    await expect(todos.remove()).rejects.toMatchObject({ errCode: -501007 });
    expect((await todos.count()).total).toBe(1);
  });

  it('lets an id be used again', async () => {
    await todos.add({ data: { _id: 'x' } });
    await todos.doc('x').remove();
    await expect(todos.add({ data: { _id: 'x' } })).resolves.toMatchObject({ _id: 'x' });
  });
});
