import { join } from 'node:path';
import { temporaryFolder } from '../temporaryFolder';
import { LI_LEI, runEmulator } from './runningEmulator';

const SDK = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
`;

const project = temporaryFolder({
  'functions/echo/index.js': 'exports.main = async (event) => event;',
  'functions/answer/index.js': 'exports.main = async ({ body }) => JSON.parse(body);',
  'functions/bytes/index.js': `
    exports.main = async ({ body, isBase64Encoded, headers }) => ({
      statusCode: 201,
      headers: { 'Content-Type': headers['content-type'] ?? 'application/octet-stream', 'content-length': 1 },
      body: isBase64Encoded ? body : Buffer.from(body).toString('base64'),
      isBase64Encoded: true,
    });`,
  'functions/context/index.js': `${SDK}
    exports.main = async () => ({
      context: cloud.getWXContext(),
      sent: await cloud.openapi.subscribeMessage.send({}).catch(({ errCode, errMsg }) => ({ errCode, errMsg })),
      called: (await cloud.callFunction({ name: 'whoCalls' })).result,
    });`,
  'functions/context/config.json': '{"permissions":{"openapi":["subscribeMessage.send"]}}',
  'functions/whoCalls/index.js': `${SDK} exports.main = () => cloud.getWXContext();`,
  'functions/broken/index.js': "exports.main = () => { throw new Error('boom'); };",
});
const emulator = runEmulator({ functions: join(project, 'functions') });

const http = (path: string, init: RequestInit = {}) => fetch(`${emulator.url}/http${path}`, init);
const post = (path: string, body: NonNullable<RequestInit['body']>, type?: string) =>
  http(path, { method: 'POST', body, ...(type !== undefined && { headers: { 'content-type': type } }) });
const answered = (result: unknown) => post('/answer', JSON.stringify(result), 'application/json');

/** Every byte there is, in no order that is any text. */
const BYTES = Buffer.from(Array.from({ length: 512 }, (_, index) => (index * 167 + 255) % 256));

describe('the HTTP access service', () => {
  it('calls the function that the path begins with, with the request as its event', async () => {
    const response = await http('/echo/orders/1%202?state=paid&tag=a&tag=b&empty=', {
      method: 'PUT',
      body: '{"total":1}',
      headers: { 'content-type': 'application/json', 'x-Custom': 'yes' },
    });

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      path: '/orders/1%202',
      httpMethod: 'PUT',
      headers: expect.objectContaining({
        'content-type': 'application/json',
        'x-custom': 'yes',
        'x-cloudbase-request-id': response.headers.get('x-cloudbase-request-id'),
      }),
      queryStringParameters: { state: 'paid', tag: ['a', 'b'], empty: '' },
      requestContext: {
        requestId: response.headers.get('x-cloudbase-request-id'),
        envId: 'local-xinshi',
        appId: expect.any(Number),
        uin: expect.any(Number),
      },
      body: '{"total":1}',
      isBase64Encoded: false,
    });
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('takes %s', async (method) => {
    expect(await (await http('/echo', { method })).json()).toMatchObject({
      httpMethod: method,
      path: '/',
      body: '',
      isBase64Encoded: false,
    });
  });

  it('answers HEAD without a body', async () => {
    const response = await http('/echo', { method: 'HEAD' });

    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it.each([
    ['application/json; charset=utf-8', '{"a":"你好"}'],
    ['text/xml', '<xml>你好</xml>'],
    ['application/soap+xml', '<a/>'],
    ['application/x-www-form-urlencoded', 'a=1&b=2'],
    ['text/plain', 'no JSON'],
  ])('hands over %s as text', async (type, body) => {
    expect(await (await post('/echo', body, type)).json()).toMatchObject({ body, isBase64Encoded: false });
  });

  it.each([
    ['image/png', BYTES],
    ['application/octet-stream', Buffer.from('text')],
    ['text/plain; charset=gbk', Buffer.from([0xc4, 0xe3, 0xba, 0xc3])],
    [undefined, BYTES],
  ])('hands over bytes of type %s in base64', async (type, body) => {
    expect(await (await post('/echo', new Uint8Array(body), type)).json()).toMatchObject({
      body: body.toString('base64'),
      isBase64Encoded: true,
    });
  });

  it('carries bytes both ways as they are, with the content type and status of the function', async () => {
    const response = await post('/bytes', new Uint8Array(BYTES), 'image/png');

    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
  });

  it('hands over a multipart form byte for byte', async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(BYTES)]), 'a.bin');

    const response = await http('/bytes', { method: 'POST', body: form });

    expect(Buffer.from(await response.arrayBuffer()).includes(BYTES)).toBe(true);
  });

  it.each([
    ['a text', 'hello gateway', 'text/plain; charset=utf-8', 'hello gateway'],
    ['a number', 42, 'text/plain; charset=utf-8', '42'],
    ['an object', { foo: 'bar' }, 'application/json; charset=utf-8', '{"foo":"bar"}'],
    ['a list', [1, 2], 'application/json; charset=utf-8', '[1,2]'],
    ['nothing', null, 'application/json; charset=utf-8', 'null'],
    [
      'a statusCode that is no status',
      { statusCode: 'ok' },
      'application/json; charset=utf-8',
      '{"statusCode":"ok"}',
    ],
  ])('answers 200 with %s', async (_, result, type, body) => {
    const response = await answered(result);

    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      type,
      body,
    ]);
  });

  it("answers with the function's own response: status, headers, several of one name, body", async () => {
    const response = await answered({
      statusCode: 418,
      headers: { 'Content-Type': 'text/html', 'X-Count': 3, 'Set-Cookie': ['a=1', 'b=2'] },
      body: '<h1>茶</h1>',
    });

    expect(response.status).toBe(418);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(response.headers.get('x-count')).toBe('3');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('<h1>茶</h1>');
  });

  it('answers 204 and redirects as the function says', async () => {
    expect((await answered({ statusCode: 204, body: 'not sent' })).status).toBe(204);
    const redirect = await http('/answer', {
      method: 'POST',
      body: JSON.stringify({ statusCode: 302, headers: { Location: '/elsewhere' } }),
      redirect: 'manual',
    });
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, '/elsewhere']);
  });

  it('refuses a response whose headers HTTP does not allow', async () => {
    const response = await answered({ statusCode: 200, headers: { 'x-split': 'a\r\nx-evil: 1' } });

    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'FUNCTION_INVOCATION_FAILED' });
  });

  it('refuses text beyond 100KB and other bodies beyond 6MB with 413 EXCEED_MAX_PAYLOAD_SIZE', async () => {
    const kilobyte = 1024;
    const outcome = async (bytes: number, type: string) => {
      const response = await post('/bytes', new Uint8Array(bytes).fill(97), type);
      return [
        response.status,
        response.status === 413 ? ((await response.json()) as { code: string }).code : '',
      ];
    };
    const tooLarge = [413, 'EXCEED_MAX_PAYLOAD_SIZE'];

    expect(await outcome(100 * kilobyte, 'application/json')).toEqual([201, '']);
    expect(await outcome(100 * kilobyte + 1, 'application/json')).toEqual(tooLarge);
    // In base64 it has to fit into an event of 6MB: 4.5MB come through, 5MB do not (seen by developers).
    expect(await outcome(4.4 * kilobyte * kilobyte, 'image/png')).toEqual([201, '']);
    expect(await outcome(5 * kilobyte * kilobyte, 'image/png')).toEqual(tooLarge);
    expect(await outcome(7 * kilobyte * kilobyte, 'image/png')).toEqual(tooLarge);
  });

  it('gives the function no context of WeChat: no OPENID, no SOURCE, and cloud calls fail with -501001', async () => {
    expect(await (await http('/context')).json()).toEqual({
      context: {},
      sent: {
        errCode: -501001,
        errMsg: expect.stringContaining('invalid wx openapi access_token'),
      },
      called: {},
    });
  });

  it('answers errors as the service does', async () => {
    for (const [path, status, code] of [
      ['/broken', 500, 'FUNCTION_INVOCATION_FAILED'],
      ['/nowhere', 404, 'INVALID_PATH'],
      ['/', 404, 'INVALID_PATH'],
    ] as const) {
      const response = await http(path);
      expect([path, response.status, await response.json()]).toEqual([
        path,
        status,
        { code, message: expect.any(String), requestId: expect.any(String) },
      ]);
    }
  });

  it('refuses pages of other origins', async () => {
    const response = await http('/echo', { headers: { origin: 'https://evil.example' } });

    expect(response.status).toBe(403);
  });
});

describe('PUT /emulator/http-access', () => {
  const put = (routes: unknown) => emulator.request('PUT', '/emulator/http-access', { routes });

  it('leads paths to functions, the longest first, beside the names of functions', async () => {
    expect(
      await put([
        { path: '/api', functionName: 'echo' },
        { path: '/api/answer', functionName: 'broken' },
      ]),
    ).toMatchObject({
      status: 200,
    });

    expect(await (await http('/api/orders')).json()).toMatchObject({ path: '/orders' });
    expect(await (await http('/api')).json()).toMatchObject({ path: '/' });
    expect((await http('/api/answer/1')).status).toBe(500);
    expect((await http('/apix')).status).toBe(404);
    expect((await http('/echo')).status).toBe(200);

    await put([{ path: '/', functionName: 'echo' }]);
    expect(await (await http('/any/thing')).json()).toMatchObject({ path: '/any/thing' });
  });

  it('refuses what is no path', async () => {
    for (const path of ['api', '/api/', '/a b', '/a?b']) {
      expect(await put([{ path, functionName: 'echo' }])).toMatchObject({ status: 400 });
    }
  });

  it('is forgotten by a reset', async () => {
    await emulator.reset();

    expect(await emulator.get('/emulator/http-access')).toEqual({ routes: [] });
    expect(await emulator.call(LI_LEI, 'whoCalls')).toMatchObject({ SOURCE: 'wx_client' });
  });
});
