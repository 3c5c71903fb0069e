import { request } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { temporaryFolder } from '../temporaryFolder';
import { LI_LEI, newUser, runEmulator } from './runningEmulator';

const project = temporaryFolder({
  'functions/echo/index.js': 'exports.main = (event) => event;',
  'functions/link/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    exports.main = ({ cloudPath }) => cloud.uploadFile({ cloudPath, fileContent: Buffer.from('x') });`,
});
const emulator = runEmulator({ functions: join(project, 'functions') });

interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** The status and the text; a path goes out as it is, which `fetch` would not do. */
function send({ method, path, headers = {}, body }: Sent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    // Node sends the body of a DELETE without its length otherwise, and the next request would begin within it.
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { method, path, headers: { ...headers, ...length }, agent: false };
    const sent = request(emulator.url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** An answer of any kind, but for a fault of the emulator's own. */
async function expectNoFault(sent: Sent): Promise<void> {
  const { status, text } = await send(sent);
  if (status >= 500) throw new Error(`${status}: ${text}`);
  // A function that fails is answered 5xx by HTTP access, and there is none that fails here.
  expect(text).not.toContain('"INTERNAL"');
}

const contentType = fc.constantFrom(
  'application/json',
  'text/xml',
  'text/plain; charset=utf-8',
  'multipart/form-data',
  'multipart/form-data; boundary=b',
  'application/x-www-form-urlencoded',
  '',
);
const bytes = fc.uint8Array({ maxLength: 300 });
const body = fc.oneof(
  bytes,
  fc.json().map((text) => Buffer.from(text)),
  bytes.map((part) =>
    Buffer.concat([
      Buffer.from('--b\r\nContent-Disposition: form-data; name="media"; filename="a"\r\n\r\n'),
      part,
    ]),
  ),
);
const word = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%00',
    '%ff',
    '__proto__',
    'constructor',
    'a b'.replace(' ', '%20'),
    '',
  ),
  fc.webSegment(),
);
const query = fc
  .dictionary(
    fc.constantFrom(
      'access_token',
      'type',
      'media_id',
      'path',
      'sign',
      't',
      'id',
      '__proto__',
      'appid',
      'secret',
    ),
    fc.webQueryParameters(),
  )
  .map((fields) =>
    Object.entries(fields)
      .map(([name, value]) => `${name}=${value}`)
      .join('&'),
  );
const requestTo = (paths: fc.Arbitrary<string>) =>
  fc
    .record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
      path: paths,
      query,
      contentType,
      body,
    })
    .map(({ method, path, query, contentType, body }): Sent => {
      const headers: Record<string, string> = contentType === '' ? {} : { 'content-type': contentType };
      const sent = { method, path: query === '' ? path : `${path}?${query}`, headers };
      return method === 'GET' ? sent : { ...sent, body };
    });

afterEach(async () => {
  expect(await emulator.call(LI_LEI, 'echo', { a: 1 })).toMatchObject({ a: 1 });
});

const everyAnswer = (paths: fc.Arbitrary<string>) =>
  fc.assert(fc.asyncProperty(requestTo(paths), expectNoFault), { numRuns: 250 });

describe('any request', () => {
  it("to WeChat's HTTPS API is answered without a fault of the emulator's own", async () => {
    const { access_token } = await emulator.send<{ access_token: string }>('GET', await tokenPath());
    const path = fc.constantFrom(
      '/cgi-bin/message/subscribe/send',
      '/cgi-bin/message/custom/send',
      '/cgi-bin/message/custom/typing',
      '/cgi-bin/message/wxopen/template/uniform_send',
      '/cgi-bin/media/upload',
      '/cgi-bin/media/get',
      '/cgi-bin/token',
      '/cgi-bin/stable_token',
      '/wxaapi/newtmpl/addtemplate',
      '/wxaapi/newtmpl/gettemplate',
      '/cgi-bin/nothing',
    );
    await everyAnswer(path);
    await fc.assert(
      fc.asyncProperty(requestTo(path), (sent) =>
        expectNoFault({ ...sent, path: `${sent.path.split('?')[0]}?access_token=${access_token}` }),
      ),
      { numRuns: 250 },
    );
  });

  it('to cloud storage is answered without a fault', async () => {
    await everyAnswer(
      fc.oneof(
        fc.constantFrom('/storage', '/emulator/storage/file'),
        fc.tuple(word, word).map(([key, name]) => `/storage/${key}/${name}`),
      ),
    );
  });

  it('to a function over HTTP access is answered without a fault', async () => {
    await everyAnswer(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `/http/${words.join('/')}`),
    );
    await everyAnswer(fc.constantFrom('/http/echo', '/http/echo/', '/http/echo//a'));
  });

  it('that a user makes is answered without a fault', async () => {
    const action = fc.constantFrom('call', 'subscribe', 'subscribe/panel', 'setting', 'chat', 'chat/enter');
    await everyAnswer(action.map((what) => `/emulator/users/${newUser()}/${what}`));
  });
});

describe('the path of a file', () => {
  it('never leads out of the storage, and comes back as it was given or is refused', async () => {
    const cloudPath = fc.array(
      fc.oneof(
        fc.constantFrom('..', '.', '', '__proto__', '%2e%2e', '\\', '照片', ' '),
        fc.string({ maxLength: 8 }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(cloudPath, async (words) => {
        const { status, body } = await emulator.request<{ result?: { fileID: string } }>(
          'POST',
          `/emulator/users/${LI_LEI}/call`,
          { name: 'link', data: { cloudPath: words.join('/') } },
        );
        expect([200, 500]).toContain(status);
        if (status === 200) expect(body.result?.fileID).toMatch(/^cloud:\/\//);
      }),
      { numRuns: 60 },
    );
  });
});

async function tokenPath(): Promise<string> {
  const { appid, secret } = await emulator.get<{ appid: string; secret: string }>('/emulator/mini-program');
  return `/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`;
}
