/** The developer's look into the database: values keep their types, and refusals say CloudBase's own code. */
import { createDatabase } from '../../../../scripts/emulator/database/database';
import { registerDatabase } from '../../../../scripts/emulator/http/routes/database';
import { createServer } from '../../../../scripts/emulator/http/server';
import { createClock } from '../../../../scripts/emulator/state/clock';
import { openStore } from '../../../../scripts/emulator/state/store';

const store = openStore();
const app = createServer();
beforeAll(async () => registerDatabase(await app, createDatabase({ store, clock: createClock(store) })));
afterAll(async () => {
  await (await app).close();
  await store.close();
});

async function request(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) {
  const reply = await (await app).inject({
    method,
    url: `/emulator/database${path}`,
    headers: { host: '127.0.0.1' },
    ...(payload && { payload }),
  });
  return { status: reply.statusCode, body: reply.json() };
}

describe('/emulator/database', () => {
  it('makes a collection, adds to it, and counts', async () => {
    expect((await request('POST', '', { name: 'orders' })).body).toEqual([
      { name: 'orders', count: 0, permission: 'PRIVATE' },
    ]);
    expect((await request('POST', '', { name: 'orders' })).status).toBe(409);
    await request('POST', '/orders/documents', { document: { _id: 'a', price: 3 } });
    const { body } = await request('POST', '/orders/documents', { document: { price: 5 } });
    expect(body.id).toMatch(/^[0-9a-f]{32}$/);
    expect((await request('GET', '')).body).toMatchObject([{ name: 'orders', count: 2 }]);
  });

  it('finds by a condition, in an order, a page at a time, and says how many there are', async () => {
    await request('POST', '', { name: 'pages' });
    for (const n of [1, 2, 3, 4])
      await request('POST', '/pages/documents', { document: { _id: `p${n}`, n } });

    const { body } = await request('POST', '/pages/query', {
      query: { n: { $gt: 1 } },
      order: { n: -1 },
      skip: 1,
      limit: 1,
    });

    expect(body).toEqual({ documents: [{ _id: 'p3', n: 3 }], total: 3 });
  });

  it('keeps dates, 64-bit integers and the texts that look like them', async () => {
    await request('POST', '', { name: 'kinds' });
    const document = {
      _id: 'k',
      at: { $date: '2026-11-23T07:00:00.000Z' },
      msgid: { $numberLong: '2391234567890123457' },
      ms: 1795417200000,
      half: 0.5,
      text: '2026-11-23T07:00:00.000Z',
    };
    await request('POST', '/kinds/documents', { document });

    const { body } = await request('POST', '/kinds/query', {
      query: { at: { $lt: { $date: '2026-11-24T00:00:00Z' } } },
    });

    expect(body.documents).toEqual([document]);
  });

  it('replaces and removes one document, and makes none', async () => {
    await request('POST', '', { name: 'edited' });
    await request('POST', '/edited/documents', { document: { _id: 'e', old: true } });

    expect((await request('PUT', '/edited/documents', { id: 'e', document: { fresh: 1 } })).status).toBe(200);
    expect((await request('POST', '/edited/query')).body.documents).toEqual([{ _id: 'e', fresh: 1 }]);
    expect((await request('PUT', '/edited/documents', { id: 'other', document: {} })).body).toMatchObject({
      error: { code: 'NO_SUCH_DOCUMENT' },
    });
    expect((await request('DELETE', '/edited/documents', { id: 'e' })).status).toBe(200);
    expect((await request('DELETE', '/edited/documents', { id: 'e' })).status).toBe(404);
  });

  it('refuses with the code and the words of the database', async () => {
    expect(await request('POST', '/nowhere/query', {})).toMatchObject({
      status: 404,
      body: { error: { code: 'DATABASE_COLLECTION_NOT_EXIST' } },
    });
    await request('POST', '', { name: 'asked' });
    expect(await request('POST', '/asked/query', { query: { a: { $near: 1 } } })).toMatchObject({
      status: 400,
    });
    expect(await request('POST', '/asked/query', { query: [] })).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_REQUEST', message: expect.stringContaining('query') } },
    });
  });
});
