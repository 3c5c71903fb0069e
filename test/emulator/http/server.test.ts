import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { createServer } from '../../../scripts/emulator/http/server';
import { parse } from '../../../scripts/emulator/refusal/parse';
import { Refusal } from '../../../scripts/emulator/refusal/refusal';

let app: FastifyInstance;

beforeAll(async () => {
  app = await createServer();
  app.post('/echo', async (request) => ({ got: request.body ?? null }));
  app.get('/user/:openid', async () => 'a user');
  app.get('/page', async () => 'page');
  app.get('/http/*', async () => 'a function');
  app.post('/strict', async (request) =>
    parse(v.strictObject({ tmplIds: v.array(v.string()) }), request.body),
  );
  app.get('/refused', async () => {
    throw new Refusal(409, 'NOT_NOW', 'Not now', 43101);
  });
});
afterAll(() => app.close());

const HOST = '127.0.0.1:9527';
const post = (payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/echo',
    payload,
    headers: { host: HOST, 'content-type': 'application/json', ...headers },
  });

describe('the server', () => {
  it('answers loopback names', async () => {
    for (const host of ['127.0.0.1:9527', 'localhost:9527', '[::1]:9527', 'localhost']) {
      expect((await post('{}', { host })).statusCode).toBe(200);
    }
  });

  it('refuses any other host name, so that DNS rebinding gains nothing', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', '192.168.1.2:9527']) {
      const response = await post('{}', { host });
      expect([response.statusCode, response.json().error.code]).toEqual([403, 'FOREIGN_HOST']);
    }
  });

  it('refuses what a page of another origin sends', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ]) {
      const response = await post('{}', headers as Record<string, string>);
      expect([response.statusCode, response.json().error.code]).toEqual([403, 'FOREIGN_ORIGIN']);
    }
  });

  it('serves its own pages, and lets a link from elsewhere open them', async () => {
    expect((await post('{}', { origin: `http://${HOST}` })).statusCode).toBe(200);
    const opened = await app.inject({
      url: '/page',
      headers: { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    });
    expect(opened.statusCode).toBe(200);
  });

  it('lets no link from elsewhere call a function, however its address is spelt', async () => {
    for (const url of ['/http/removeAll', '/%68ttp/removeAll']) {
      const response = await app.inject({
        url,
        headers: { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      });
      expect([response.statusCode, response.json().error.code]).toEqual([403, 'FOREIGN_ORIGIN']);
    }
  });

  it('says what is wrong with a body', async () => {
    for (const [payload, status, code] of [
      ['{', 400, 'INVALID_REQUEST'],
      ['{"__proto__":{"a":1}}', 400, 'INVALID_REQUEST'],
      ['{"constructor":{"prototype":1}}', 400, 'INVALID_REQUEST'],
      [`${'['.repeat(101)}${']'.repeat(101)}`, 400, 'JSON_TOO_DEEP'],
      [`"${'x'.repeat(17 * 1024 * 1024)}"`, 413, 'BODY_TOO_LARGE'],
    ] as const) {
      const response = await post(payload);
      expect([response.statusCode, response.json().error.code]).toEqual([status, code]);
    }
    const text = await post('x', { 'content-type': 'text/csv' });
    expect([text.statusCode, text.json().error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('does not count brackets inside strings as depth', async () => {
    const text = '[{"'.repeat(500);
    expect((await post(JSON.stringify({ text }))).json()).toEqual({ got: { text } });
  });

  it('takes an empty JSON body as none', async () => {
    expect((await post('')).json()).toEqual({ got: null });
  });

  it('names the field that does not fit a schema', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/strict',
      payload: { tmplIds: ['a', 1] },
      headers: { host: HOST },
    });

    expect(response.statusCode).toBe(400);
    expect(response.json().error).toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringContaining('tmplIds.1'),
    });
  });

  it('answers a refusal with its status, its code and the number of WeChat', async () => {
    const response = await app.inject({ url: '/refused', headers: { host: HOST } });

    expect(response.statusCode).toBe(409);
    expect(response.json()).toEqual({ error: { code: 'NOT_NOW', message: 'Not now', errCode: 43101 } });
  });

  it('says that there is nothing at an address, without echoing a query', async () => {
    const response = await app.inject({ url: '/nowhere?secret=1', headers: { host: HOST } });

    expect(response.statusCode).toBe(404);
    expect(response.json()).toEqual({
      error: { code: 'NO_SUCH_ADDRESS', message: 'There is nothing at GET /nowhere' },
    });
  });

  it('refuses an address that is too long without repeating it', async () => {
    const response = await app.inject({ url: `/user/${'x'.repeat(200)}`, headers: { host: HOST } });

    expect(response.statusCode).toBe(414);
    expect(response.json()).toEqual({
      error: { code: 'ADDRESS_TOO_LONG', message: 'A part of the address is too long' },
    });
  });

  it('answers an address that cannot be decoded like any other refusal', async () => {
    const response = await app.inject({ url: '/emulator/%ff', headers: { host: HOST } });

    expect(response.statusCode).toBe(400);
    expect(response.json().error).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});
