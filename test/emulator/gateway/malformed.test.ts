import { request } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { Writer } from 'protobufjs';
import { encodeAnswer } from '../../../scripts/emulator/gateway/packets';
import { LI_LEI, runEmulator } from '../../e2e/runningEmulator';
import { temporaryFolder } from '../../temporaryFolder';

const project = temporaryFolder({ 'functions/echo/index.js': 'exports.main = (event) => event;' });
const emulator = runEmulator({ functions: join(project, 'functions') });

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Sends a body as it is; a server may answer before it has read all of it. */
function post(type: string, body: string | Uint8Array, path = '/admin'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${emulator.url}${path}`, { method: 'POST', headers: { 'content-type': type } });
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = (body: unknown) =>
  post('application/json', typeof body === 'string' ? body : JSON.stringify(body));

function form(fields: Record<string, string | Uint8Array>): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    body.set(name, typeof value === 'string' ? value : new Blob([new Uint8Array(value)]));
  }
  return fetch(`${emulator.url}/admin`, { method: 'POST', body }).then(async (response) => ({
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
  }));
}

/** A refusal: CloudBase's own, or a status of HTTP with the emulator's envelope. Never a 5xx, never a success. */
function expectRefusal({ status, body }: Answer): void {
  if (status === 200) {
    expect(body).toEqual({
      code: expect.stringMatching(/^[A-Z_]+$/),
      message: expect.stringMatching(/./),
      requestId: expect.any(String),
    });
    expect(body['code']).not.toBe('SYS_ERR');
  } else {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).toEqual({
      error: { code: expect.stringMatching(/^[A-Z_]+$/), message: expect.stringMatching(/./) },
    });
  }
}

/** A CommApiData with one argument, as wx-server-sdk writes it. */
function packetOf(key: string, value: string): Uint8Array {
  const pair = Writer.create().uint32(10).string(key).uint32(18).bytes(Buffer.from(value)).finish();
  const pairs = Writer.create().uint32(10).bytes(pair).finish();
  return Writer.create().uint32(18).bytes(pairs).finish();
}

const deep = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);
const CALL = { action: 'functions.invokeFunction', function_name: 'echo' };
const GET = { action: 'database.getDocument', collectionName: 'a', queryType: 'WHERE' };
const ADD = { action: 'database.insertDocument', collectionName: 'a' };

const MALFORMED: [string, () => Promise<Answer>][] = [
  ['a body that is no JSON', () => json('{')],
  ['a body that is JSON but no object', () => json('[1]')],
  ['an empty body', () => json('')],
  ['null', () => json('null')],
  ['a content type that it does not know', () => post('text/csv', 'a,b')],
  ['no action', () => json({})],
  ['an action that is no text', () => json({ action: { $ne: 1 } })],
  ['an action that there is not', () => json({ action: 'functions.deleteEverything' })],
  ['an action named like a property of every object', () => json({ action: 'database.__proto__' })],
  ['__proto__ among the fields', () => json('{"action":"functions.invokeFunction","__proto__":{"a":1}}')],
  [
    'constructor.prototype among the fields',
    () => json('{"action":"x","constructor":{"prototype":{"a":1}}}'),
  ],
  ['JSON nested 100,000 levels deep', () => json(deep(100_000, '[', ']'))],
  ['a 50 MB body', () => json(JSON.stringify({ action: 'x'.repeat(50 * 1024 * 1024) }))],
  ['a function without a name', () => json({ action: 'functions.invokeFunction' })],
  ['a function whose name is a path', () => json({ ...CALL, function_name: '../echo' })],
  ['an event that is no JSON', () => json({ ...CALL, request_data: '{' })],
  ['an event that is no text', () => json({ ...CALL, request_data: { a: 1 } })],
  ['an event nested 100,000 levels deep', () => json({ ...CALL, request_data: deep(100_000, '[', ']') })],
  ['an event of 7 MB', () => json({ ...CALL, request_data: JSON.stringify('x'.repeat(7 * 1024 * 1024)) })],
  ['a query that is no EJSON', () => json({ ...GET, query: '{' })],
  ['a query with a wrong date', () => json({ ...GET, query: '{"at":{"$date":"never"}}' })],
  [
    'a query nested 100,000 levels deep',
    () => json({ ...GET, query: deep(100_000, '{"a":', '}').replace('}', '1}') }),
  ],
  ['a query with __proto__', () => json({ ...GET, query: '{"__proto__":{"a":1}}' })],
  [
    'a document nested 100,000 levels deep',
    () => json({ ...ADD, data: [deep(100_000, '{"a":', '}').replace('}', '1}')] }),
  ],
  ['a document with __proto__', () => json({ ...ADD, data: ['{"__proto__":{"a":1}}'] })],
  ['a document that is no text', () => json({ ...ADD, data: [{}] })],
  ['a cloud path that is no text', () => json({ action: 'storage.getUploadMetadata', path: ['a'] })],
  ['a list of files that is none', () => json({ action: 'storage.batchGetDownloadUrl', file_list: 'a' })],
  [
    'a maxAge that is no time',
    () => json({ action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: 'a', max_age: -1 }] }),
  ],
  ['a form without a boundary', () => post('multipart/form-data', 'x')],
  ['a form with an empty boundary', () => post('multipart/form-data; boundary=', '----\r\n')],
  ['a form that has none of its boundary', () => post('multipart/form-data; boundary=b', 'nothing of it')],
  [
    'a form that ends too soon',
    () =>
      post(
        'multipart/form-data; boundary=b',
        '--b\r\nContent-Disposition: form-data; name="action"\r\n\r\nwx.op',
      ),
  ],
  [
    'a form whose file ends too soon',
    () =>
      post(
        'multipart/form-data; boundary=b',
        '--b\r\nContent-Disposition: form-data; name="requestData"; filename="a"\r\n\r\nabc',
      ),
  ],
  [
    'a form with two files, which would hold more than a body may',
    () => form({ action: 'wx.openApi', a: new Uint8Array(1), b: new Uint8Array(1) }),
  ],
  ['a form with a field that is too long', () => form({ action: 'wx.openApi', apiName: 'x'.repeat(65_537) })],
  ['a form with a field named __proto__', () => form({ action: 'wx.openApi', ['__proto__']: 'x' })],
  ['a cloud call without a packet', () => form({ action: 'wx.openApi', apiName: 'a' })],
  ['a cloud call whose packet is text', () => form({ action: 'wx.openApi', apiName: 'a', requestData: 'x' })],
  [
    'a cloud call whose packet is no protobuf',
    () => form({ action: 'wx.openApi', apiName: 'a', requestData: new Uint8Array([255, 255, 255]) }),
  ],
  [
    'a cloud call whose packet is another message',
    () => form({ action: 'wx.openApi', apiName: 'a', requestData: encodeAnswer('a/b', Buffer.from('{}')) }),
  ],
  [
    'a cloud call with an argument nested 100,000 levels deep',
    () =>
      form({ action: 'wx.openApi', apiName: 'a', requestData: packetOf('data', deep(100_000, '[', ']')) }),
  ],
  [
    'a cloud call outside any call',
    () => form({ action: 'wx.openApi', apiName: 'subscribeMessage.send', requestData: new Uint8Array() }),
  ],
];

describe('the gateway', () => {
  it.each(MALFORMED)('refuses %s clearly, and goes on serving', async (_, send) => {
    expectRefusal(await send());

    expect(await emulator.call(LI_LEI, 'echo', { a: 1 })).toMatchObject({ a: 1 });
  });

  it('takes a property named constructor or toString for what it is in an event', async () => {
    const { body } = await json({ ...CALL, request_data: '{"constructor":1,"toString":2}' });

    expect(JSON.parse((body['data'] as { response_data: string }).response_data)).toEqual({
      constructor: 1,
      toString: 2,
    });
  });

  const action = fc.constantFrom(
    'functions.invokeFunction',
    'database.getDocument',
    'database.insertDocument',
    'database.modifyDocument',
    'database.aggregateDocuments',
    'database.commitTransaction',
    'storage.getUploadMetadata',
    'storage.batchGetDownloadUrl',
    'storage.batchDeleteFile',
    'wx.openApi',
  );
  const field = fc.constantFrom(
    ...['function_name', 'request_data', 'collectionName', 'query', 'data', 'stages', 'path', 'file_list'],
    ...['fileid_list', 'apiName', 'requestData', 'sessionToken', 'transactionId', 'order', 'projection'],
  );

  /** Whatever comes: an answer in one of the three shapes, and no fault of the emulator's own. */
  const expectAnswer = ({ status, body }: Answer) => {
    expect(status).toBeLessThan(500);
    expect(body['code']).not.toBe('SYS_ERR');
  };

  it('answers any JSON with any action without a fault of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        action,
        fc.dictionary(field, fc.oneof(fc.jsonValue(), fc.json(), fc.array(fc.json(), { maxLength: 3 }))),
        async (name, fields) => expectAnswer(await json({ ...fields, action: name })),
      ),
      { numRuns: 300 },
    );
  });

  it('answers any packet of a cloud call without a fault of its own', async () => {
    const apiName = fc.constantFrom('subscribeMessage.send', 'customerServiceMessage.send', '__proto__', '');
    await fc.assert(
      fc.asyncProperty(apiName, fc.uint8Array({ maxLength: 200 }), async (name, requestData) =>
        expectAnswer(await form({ action: 'wx.openApi', apiName: name, requestData })),
      ),
      { numRuns: 150 },
    );
  });

  it('answers any form without a fault of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const head = Buffer.from('--b\r\nContent-Disposition: form-data; name="action"\r\n\r\n');
        expectAnswer(await post('multipart/form-data; boundary=b', Buffer.concat([head, bytes])));
      }),
      { numRuns: 150 },
    );
  });
});
