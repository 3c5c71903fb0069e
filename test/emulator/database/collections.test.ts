import { type Sdk, startSdk } from './sdk';

let sdk: Sdk;
beforeAll(async () => {
  sdk = await startSdk();
});
afterAll(() => sdk.close());
beforeEach(() => sdk.database.reset());

const MISSING = {
  errCode: -502005,
  errMsg: expect.stringContaining('[ResourceNotFound] Db or Table not exist.'),
};

describe('createCollection', () => {
  it('makes a collection that can be written to', async () => {
    await expect(sdk.db.createCollection('todos')).resolves.toMatchObject({ errMsg: 'createCollection:ok' });
    await sdk.db.collection('todos').add({ data: {} });
    expect(sdk.database.collections()).toEqual([{ name: 'todos', count: 1, permission: 'PRIVATE' }]);
  });

  it('refuses a collection that exists', async () => {
    await sdk.db.createCollection('todos');
    await expect(sdk.db.createCollection('todos')).rejects.toMatchObject({
      errMsg: expect.stringContaining('[ResourceUnavailable.ResourceExist] Table exist.'),
    });
  });

  it.each(['a$b', 'system.users', 'a\0b', 'x'.repeat(121)])('refuses the name %j', async (name) => {
    await expect(sdk.db.createCollection(name)).rejects.toMatchObject({
      errMsg: expect.stringMatching(/Collection name/),
    });
  });

  it('keeps collections apart whose names begin alike', async () => {
    for (const name of ['a', 'a1', 'a-1']) await sdk.db.createCollection(name);
    await sdk.db
      .collection('a')
      .doc('x')
      .set({ data: { in: 'a' } });
    await sdk.db
      .collection('a1')
      .doc('x')
      .set({ data: { in: 'a1' } });
    expect((await sdk.db.collection('a').get()).data).toEqual([{ _id: 'x', in: 'a' }]);
    expect((await sdk.db.collection('a-1').get()).data).toEqual([]);
  });
});

describe('a collection that does not exist', () => {
  const todos = () => sdk.db.collection('todos');

  it.each([
    ['add', () => todos().add({ data: {} })],
    ['get', () => todos().get()],
    ['doc().get', () => todos().doc('1').get()],
    [
      'doc().set',
      () =>
        todos()
          .doc('1')
          .set({ data: { a: 1 } }),
    ],
    [
      'doc().update',
      () =>
        todos()
          .doc('1')
          .update({ data: { a: 1 } }),
    ],
    ['doc().remove', () => todos().doc('1').remove()],
    ['count', () => todos().count()],
    ['where().remove', () => todos().where({ a: 1 }).remove()],
  ])('%s fails with -502005', async (_name, request) => {
    await expect(request()).rejects.toMatchObject(MISSING);
  });

  it('a transaction on it fails too', async () => {
    const transaction = await sdk.db.startTransaction();
    await expect(transaction.collection('todos').doc('1').get()).rejects.toMatchObject(MISSING);
  });

  it('is there no more after a reset', async () => {
    await sdk.db.createCollection('todos');
    sdk.database.reset();
    await expect(todos().get()).rejects.toMatchObject(MISSING);
    expect(sdk.database.collections()).toEqual([]);
  });
});
