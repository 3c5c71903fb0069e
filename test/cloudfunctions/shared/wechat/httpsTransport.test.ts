import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exchange } from '../../../../cloudfunctions/shared/wechat/httpsExchange';
import { httpsTransport, type TokenSource } from '../../../../cloudfunctions/shared/wechat/httpsTransport';
import { getStableToken } from '../../../../cloudfunctions/shared/wechat/stableToken';
import type { Api, ApiArguments } from '../../../../cloudfunctions/shared/wechat/transport';

const TOKEN = '68_a-very-secret-token';
const SEND = 'subscribeMessage.send';

let server: Server;
afterEach(() => {
  jest.useRealTimers();
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const answering = (body: string | Buffer, contentType = 'application/json', status = 200) =>
  serve((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': contentType }).end(body);
    });
  });

const tokens: TokenSource = { get: async () => TOKEN, replace: async () => undefined };
const calling = (url: string, api: Api = SEND, args: ApiArguments = {}) =>
  httpsTransport({ url: () => url, tokens }).call(api, args);

/** The failure of a call, whatever it is, as everything that could be logged of it. */
async function failing(url: string, api: Api = SEND) {
  const error: Error = await calling(url, api).then(
    () => new Error('it succeeded'),
    (failure) => failure,
  );
  expect(JSON.stringify([error.message, error.stack, { ...error }])).not.toContain(TOKEN);
  return error;
}

describe('an answer over HTTPS', () => {
  it('keeps all digits of a number of 64 bits', async () => {
    const url = await answering('{"errcode":0,"errmsg":"ok","msgid":9007199254740993123}');
    expect(await calling(url)).toEqual({ msgid: '9007199254740993123' });
  });

  it('is WeChat’s JSON even where its type says text, as for media', async () => {
    const url = await answering('{"errcode":40007,"errmsg":"invalid media_id rid: 1-2-3"}', 'text/plain');
    expect(await failing(url, 'customerServiceMessage.getTempMedia')).toMatchObject({
      code: 'INVALID_MEDIA_ID',
      wechat: {
        errCode: 40007,
        errMsg: 'openapi.customerServiceMessage.getTempMedia:fail invalid media_id rid: 1-2-3',
      },
    });
  });

  it('is a file where its type says so', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0x00]);
    const url = await answering(bytes, 'image/jpeg; charset=binary');
    expect(await calling(url, 'customerServiceMessage.getTempMedia')).toEqual({
      contentType: 'image/jpeg',
      buffer: bytes,
    });
  });

  it.each([
    ['no JSON', '<html>502</html>', 502],
    ['JSON of a proxy', '{"code":502}', 502],
    ['empty', '', 200],
    ['no object', '[]', 200],
    ['meant to change prototypes', '{"__proto__":{"errcode":0}}', 200],
    ['nested beyond all measure', '['.repeat(200_000), 200],
  ])('that is %s leaves the outcome of a send unknown', async (_what, body, status) => {
    expect(await failing(await answering(body, 'application/json', status))).toMatchObject({
      code: 'SEND_OUTCOME_UNKNOWN',
      outcome: 'unknown',
    });
  });

  it.each([
    ['JSON without an errcode', '{"ok":true}', 'application/json'],
    ['a file', 'GIF89a', 'application/octet-stream'],
    ['a page in HTML', '<html>Sign in to the Wi-Fi</html>', 'text/html'],
    ['WeChat’s words as a file', '{"errcode":"soon"}', 'application/octet-stream'],
  ])('that is %s, with status 200, leaves the outcome of a send unknown', async (_what, body, type) => {
    expect(await failing(await answering(body, type))).toMatchObject({ outcome: 'unknown' });
  });

  it('is WeChat’s errcode, whatever its type says', async () => {
    const url = await answering('{"errcode":43101,"errmsg":"user refuse"}', 'application/octet-stream');
    expect(await failing(url)).toMatchObject({ code: 'NOT_SUBSCRIBED', outcome: 'refused' });
  });

  it('that is too large is given up', async () => {
    expect(await failing(await answering(Buffer.alloc(2 * 1024 * 1024, 32)))).toMatchObject({
      outcome: 'unknown',
      wechat: { errMsg: expect.stringContaining('more than 1048576 bytes') },
    });
  });

  it('that leads elsewhere is not followed: the token would go along', async () => {
    let requests = 0;
    const url = await serve((_, response) => {
      requests += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await failing(url)).toMatchObject({ outcome: 'unknown' });
    expect(requests).toBe(1);
  });

  it('that repeats the token does not carry it into an error', async () => {
    const url = await answering(`{"errcode":40014,"errmsg":"invalid access_token ${TOKEN}"}`);
    expect(await failing(url)).toMatchObject({
      code: 'ACCESS_TOKEN_MALFORMED',
      wechat: { errMsg: expect.stringContaining('[access_token]') },
    });
  });
});

describe('a request over HTTPS', () => {
  it('that finds no connection was certainly not made', async () => {
    const url = await answering('{}');
    server.close();
    await once(server, 'close');
    expect(await failing(url)).toMatchObject({
      code: 'WECHAT_UNREACHABLE',
      outcome: 'refused',
      retryable: true,
    });
  });

  it('that breaks off may have been made', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await failing(url)).toMatchObject({ code: 'SEND_OUTCOME_UNKNOWN', outcome: 'unknown' });
  });

  it('is given up after its time, and may have been made', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const url = new URL(await serve(() => arrive()));
    const failure = exchange({ method: 'GET', url, timeLimitMs: 5_000, maxBytes: 10 }).catch(
      (error) => error,
    );

    await arrived;
    jest.advanceTimersByTime(5_000);

    expect(await failure).toMatchObject({ message: 'request timeout', sent: true });
  });

  it('is given up when the answer drips', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    let drip = async () => {};
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const url = new URL(
      await serve((_, response) => {
        response.writeHead(200);
        drip = () => new Promise((dripped) => response.write(' ', () => dripped()));
        arrive();
      }),
    );
    const failure = exchange({ method: 'GET', url, timeLimitMs: 5_000, maxBytes: 1000 }).catch(
      (error) => error,
    );

    await arrived;
    await drip();
    jest.advanceTimersByTime(4_000);
    await drip();
    jest.advanceTimersByTime(1_000);

    expect(await failure).toMatchObject({ message: 'request timeout', sent: true });
  });

  it('sends a picture in a form, whatever its name', async () => {
    let received = Buffer.alloc(0);
    let query = '';
    const url = await serve(async (request, response) => {
      query = request.url ?? '';
      for await (const chunk of request) received = Buffer.concat([received, chunk as Buffer]);
      response.end('{"media_id":"m1"}');
    });
    await calling(url, 'customerServiceMessage.uploadTempMedia', {
      type: 'image',
      media: { contentType: 'image/png', value: Buffer.from('bytes'), fileName: 'a"\r\nX: y\r\n.png' },
    });
    expect(query).toBe(`/cgi-bin/media/upload?access_token=${TOKEN}&type=image`);
    expect(received.toString()).toContain('name="media"; filename="a%22%0D%0AX: y%0D%0A.png"');
    expect(received.toString()).toContain('Content-Type: image/png\r\n\r\nbytes');
  });
});

describe('getStableToken', () => {
  const secret = 'a-very-secret-secret';
  const request = (url: string) => getStableToken({ url, appid: 'wx1', secret, forceRefresh: false });

  it('gives the token and for how long it holds', async () => {
    const url = await answering('{"access_token":"68_t","expires_in":7200}');
    expect(await request(url)).toEqual({ token: '68_t', expiresInMs: 7_200_000 });
  });

  it.each([
    ['40001', 'INVALID_APP_SECRET', false],
    ['40125', 'INVALID_APP_SECRET', false],
    ['40243', 'APP_SECRET_FROZEN', false],
    ['40164', 'IP_NOT_WHITELISTED', false],
    ['45011', 'CALLED_TOO_OFTEN', true],
    ['-1', 'SYSTEM_BUSY', true],
  ])('says of %s that it is %s, and that no call was made', async (errcode, code, retryable) => {
    const url = await answering(`{"errcode":${errcode},"errmsg":"no: ${secret}"}`);
    const error = await request(url).catch((failure) => failure);
    expect(error).toMatchObject({ code, outcome: 'refused', retryable });
    expect(error.wechat.errMsg).toContain('[secret]');
  });

  it('says of an answer without a token that no call was made', async () => {
    expect(await request(await answering('{}')).catch((failure) => failure)).toMatchObject({
      code: 'ACCESS_TOKEN_UNAVAILABLE',
      outcome: 'refused',
      retryable: true,
    });
  });
});
