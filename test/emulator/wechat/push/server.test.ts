import type { PushSettings } from '../../../../scripts/emulator/contract';
import { decrypt, encrypt } from '../../../../scripts/emulator/wechat/push/cipher';
import { type Packet, readPacket, writePacket } from '../../../../scripts/emulator/wechat/push/packetText';
import { isLoopbackUrl, readAnswer } from '../../../../scripts/emulator/wechat/push/server';
import { sign } from '../../../../scripts/emulator/wechat/push/signature';
import { createWorld, LI_LEI, type World } from '../world';
import { type ReceivingServer, startReceivingServer, wellBehaved } from './receivingServer';

let world: World;
let server: ReceivingServer;
beforeEach(async () => {
  world = createWorld();
  server = await startReceivingServer();
});
afterEach(async () => {
  world.wechat.push.abandon();
  await server.close();
});

const settings = (change: Partial<PushSettings> = {}): PushSettings => ({
  ...world.wechat.push.settings(),
  url: server.url,
  routes: [],
  ...change,
});
const use = (change: Partial<PushSettings> = {}) => world.wechat.push.changeSettings(settings(change));
const lastRecord = () => world.journal.pushes(1)[0];
const lastAttempt = () => lastRecord()?.attempts.at(-1);

/** The user writes; the push that arrives. */
async function write(content = '在吗') {
  const message = world.wechat.chat.say(LI_LEI, { msgtype: 'text', content });
  await world.wechat.push.idle();
  const [push] = server.pushes();
  if (push === undefined) throw new Error('nothing was pushed');
  return { message, push };
}

/** An answer as WeChat's guide has it, encrypted. */
function encrypted(packet: Packet, format: 'json' | 'xml', change: Packet = {}): string {
  const Encrypt = encrypt(writePacket(packet, format), settings());
  const [TimeStamp, Nonce] = [1713424427, '415670741'];
  const MsgSignature = sign(settings().token, String(TimeStamp), Nonce, Encrypt);
  return writePacket({ Encrypt, MsgSignature, TimeStamp, Nonce, ...change }, format);
}

describe('an answer without an end', () => {
  it('is not read beyond a megabyte', async () => {
    await use();
    server.answers(() => ({ body: 'x'.repeat(1024 * 1024 + 1) }));
    await write();
    expect(lastAttempt()).toMatchObject({ error: 'it answered more than 1048576 bytes' });
  });
});

const HAND_OVER = {
  ToUserName: LI_LEI,
  FromUserName: 'gh_0f1e2d3c4b5a',
  CreateTime: 1399197672,
  MsgType: 'transfer_customer_service',
};

describe('the verification of the url', () => {
  it('asks with signature, timestamp, nonce and echostr, and keeps the query of the url', async () => {
    await use();
    const [{ method, query } = { method: '', query: {} as Record<string, string> }] = server.received;
    expect(method).toBe('GET');
    expect(query).toEqual({
      from: 'wechat',
      signature: sign('xinshi', query['timestamp'] ?? '', query['nonce'] ?? ''),
      timestamp: String(world.clock.now() / 1000),
      nonce: expect.stringMatching(/^\d+$/),
      echostr: expect.stringMatching(/^\d+$/),
    });
    expect(world.wechat.push.settings().url).toBe(server.url);
  });

  it.each([
    ['something else', { body: 'ok' }, 'but answered "ok"'],
    ['nothing', {}, 'but answered ""'],
    ['an error', { status: 500, body: 'oops' }, 'it answered with the status 500'],
    ['a redirection', { status: 302, headers: { location: 'https://example.com' } }, 'the status 302'],
  ])('refuses a server that answers %s, and keeps the settings', async (_, reply, message) => {
    server.answers(() => reply);
    await expect(use()).rejects.toMatchObject({
      status: 400,
      code: 'URL_NOT_VERIFIED',
      message: expect.stringContaining(message),
    });
    expect(world.wechat.push.settings().url).toBeUndefined();
  });

  it('refuses a server that is not there', async () => {
    await server.close();
    await expect(use()).rejects.toMatchObject({
      code: 'URL_NOT_VERIFIED',
      message: expect.stringMatching(/ECONN/),
    });
  });
});

describe('isLoopbackUrl', () => {
  it.each(['http://127.0.0.1:80/a', 'https://localhost/', 'http://[::1]:3000'])('takes %s', (url) => {
    expect(isLoopbackUrl(url)).toBe(true);
  });

  it.each([
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://127.0.0.1@example.com/',
    'http://user:password@127.0.0.1/',
    'http://0.0.0.0/',
    'http://169.254.169.254/latest/meta-data',
    'http://192.168.1.1/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    '//127.0.0.1/',
    '',
  ])('refuses %j: the emulator sends nothing to other machines', (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
  });
});

describe('a push to a server', () => {
  it('in plain mode is the packet in JSON, with signature, timestamp, nonce and openid', async () => {
    await use();
    const { message, push } = await write();
    expect(push).toEqual({
      method: 'POST',
      contentType: 'application/json',
      query: {
        from: 'wechat',
        signature: sign('xinshi', push.query['timestamp'] ?? '', push.query['nonce'] ?? ''),
        timestamp: String(world.clock.now() / 1000),
        nonce: expect.stringMatching(/^\d+$/),
        openid: LI_LEI,
      },
      body: `{"ToUserName":"gh_0f1e2d3c4b5a","FromUserName":"${LI_LEI}","CreateTime":${world.clock.now() / 1000},"MsgType":"text","Content":"在吗","MsgId":${message.id}}`,
    });
  });

  it('in plain mode is the packet in XML', async () => {
    await use({ format: 'xml' });
    const { push } = await write();
    expect(push.contentType).toBe('text/xml');
    expect(push.body).toMatch(/^<xml><ToUserName><!\[CDATA\[gh_0f1e2d3c4b5a\]\]><\/ToUserName>\n/);
    expect(push.query).not.toHaveProperty('msg_signature');
  });

  it.each(['json', 'xml'] as const)(
    'in safe mode has ToUserName and Encrypt alone, in %s',
    async (format) => {
      await use({ mode: 'safe', format });
      const { message, push } = await write();
      const packet = readPacket(push.body) ?? {};
      const cipherText = String(packet['Encrypt']);
      expect(packet).toEqual({ ToUserName: 'gh_0f1e2d3c4b5a', Encrypt: cipherText });
      expect(push.query).toMatchObject({
        encrypt_type: 'aes',
        msg_signature: sign('xinshi', push.query['timestamp'] ?? '', push.query['nonce'] ?? '', cipherText),
      });
      const plain = decrypt(cipherText, settings());
      expect(plain).toContain(message.id);
      expect(readPacket(plain)).toMatchObject({ MsgType: 'text', Content: '在吗' });
    },
  );

  it('in compatible mode has the packet and its ciphertext', async () => {
    await use({ mode: 'compatible' });
    const { push } = await write();
    const { Encrypt, ...packet } = readPacket(push.body) ?? {};
    expect(packet).toMatchObject({ MsgType: 'text', Content: '在吗' });
    expect(readPacket(decrypt(String(Encrypt), settings()))).toEqual(packet);
    expect(push.query).toHaveProperty('msg_signature');
  });

  it('does not go there when a route takes its kind to a function', async () => {
    await use({ routes: [{ msgType: 'text', functionName: 'messagePush' }] });
    world.wechat.chat.say(LI_LEI, { msgtype: 'text', content: '在吗' });
    world.wechat.chat.enter(LI_LEI, 'home');
    await world.wechat.push.idle();
    expect(world.invoked).toHaveLength(1);
    expect(server.pushes().map(({ body }) => readPacket(body)?.['Event'])).toEqual([
      'user_enter_tempsession',
    ]);
  });

  it('is recorded with what was sent and answered', async () => {
    await use();
    const { push } = await write();
    expect(lastRecord()).toMatchObject({ msgType: 'text', url: server.url });
    expect(lastRecord()).not.toHaveProperty('functionName');
    expect(lastAttempt()).toMatchObject({
      sent: { url: expect.stringContaining('signature='), body: push.body },
      response: 'success',
    });
  });

  it('is sent three times in all when the server fails, with a signature of its own each time', async () => {
    await use();
    server.answers(() => ({ status: 500 }));
    await write();
    const error = 'it answered with the status 500';
    expect(lastRecord()?.attempts).toMatchObject([{ error }, { error }, { error }]);
    const nonces = new Set(server.pushes().map(({ query }) => query['nonce']));
    expect(nonces.size).toBe(3);
  });

  it('does not follow a redirection, which could lead off this machine', async () => {
    await use();
    server.answers(() => ({ status: 307, headers: { location: server.url } }));
    await write();
    expect(server.pushes()).toHaveLength(3);
    expect(lastAttempt()).toMatchObject({ error: 'it answered with the status 307' });
  });

  it('is closed after five seconds without an answer, and sent again', async () => {
    await use();
    let held = 0;
    server.answers((request) =>
      request.method === 'POST' && ++held === 1 ? undefined : wellBehaved(request),
    );
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    world.wechat.chat.say(LI_LEI, { msgtype: 'text', content: '在吗' });
    while (server.pushes().length === 0) await new Promise(setImmediate);
    await jest.advanceTimersByTimeAsync(5_000);
    jest.useRealTimers();
    await world.wechat.push.idle();
    expect(lastRecord()?.attempts).toMatchObject([
      { error: 'no answer within 5000 ms' },
      { response: 'success' },
    ]);
  });

  it.each(['success', '', 'anything', '<html>', '{"demo_resp":"good luck"}'])(
    'is done with the answer %j',
    async (body) => {
      await use();
      server.answers(() => ({ body }));
      await write();
      expect(lastRecord()?.attempts).toHaveLength(1);
      expect(world.wechat.desk.list()).toEqual([]);
    },
  );
});

describe('a hand-over in the answer of a server', () => {
  const waiting = () => world.wechat.desk.list().map(({ openid, state }) => ({ openid, state }));
  const answer = (body: string) =>
    server.answers((request) => (request.method === 'GET' ? wellBehaved(request) : { body }));

  it.each(['json', 'xml'] as const)('is taken in plain %s', async (format) => {
    await use({ format });
    answer(writePacket(HAND_OVER, format));
    await write();
    expect(waiting()).toEqual([{ openid: LI_LEI, state: 'waiting' }]);
  });

  it.each([
    ['safe', 'json'],
    ['safe', 'xml'],
    ['compatible', 'json'],
    ['compatible', 'xml'],
  ] as const)('is taken encrypted in %s mode, in %s', async (mode, format) => {
    await use({ mode, format });
    answer(encrypted(HAND_OVER, format));
    await write();
    expect(waiting()).toEqual([{ openid: LI_LEI, state: 'waiting' }]);
    expect(lastAttempt()?.response).toMatchObject({ MsgType: 'transfer_customer_service' });
  });

  it('is taken in plain text in compatible mode, not in safe mode', async () => {
    await use({ mode: 'safe' });
    answer(writePacket(HAND_OVER, 'xml'));
    await write();
    expect(waiting()).toEqual([]);
    expect(lastAttempt()?.warning).toBe('in safe mode an answer other than success must be encrypted');
    await use({ mode: 'compatible' });
    await write();
    expect(waiting()).toHaveLength(1);
  });

  it('is not taken with a wrong signature or for another appid', () => {
    const safe = settings({ mode: 'safe' });
    expect(readAnswer(encrypted(HAND_OVER, 'json', { Nonce: '1' }), safe).warning).toMatch(/^MsgSignature/);
    const theirs = encrypted(HAND_OVER, 'json');
    const other = { ...safe, appid: 'wx1111111111111111' };
    expect(readAnswer(theirs, other).warning).toBe(
      'Encrypt cannot be read: it is for the appid "wx0f1e2d3c4b5a6978"',
    );
  });

  it('is not taken for an event', async () => {
    await use();
    answer(writePacket(HAND_OVER, 'json'));
    world.wechat.chat.enter(LI_LEI, 'home');
    await world.wechat.push.idle();
    expect(waiting()).toEqual([]);
  });
});
