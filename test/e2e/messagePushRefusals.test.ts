/** messagePush as an attacker meets it: at its address, and through callFunction. */
import type { PushRecord, PushSettings } from '../../scripts/emulator/contract';
import { encrypt } from '../../scripts/emulator/wechat/push/cipher';
import { sign } from '../../scripts/emulator/wechat/push/signature';
import { runPushWorld } from './messagePushWorld';

const world = runPushWorld();
const { emulator } = world;

const WINDOW_MS = 5 * 60_000;

const text = (change: Record<string, unknown> = {}) =>
  JSON.stringify({
    ToUserName: 'gh_1',
    FromUserName: world.user,
    CreateTime: 1_700_000_000,
    MsgType: 'text',
    Content: '在吗',
    MsgId: '1',
    ...change,
  });

const settings = () => emulator.get<PushSettings>('/emulator/push');

/** As WeChat's side would encrypt it, but for what a test changes. */
async function sealed(packet: string, change: Partial<PushSettings> = {}) {
  const cipher = { ...(await settings()), ...change };
  const Encrypt = encrypt(packet, cipher);
  const query = await world.signed();
  const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
  query.set('msg_signature', sign((await settings()).token, timestamp, nonce, Encrypt));
  query.set('encrypt_type', 'aes');
  return { query, body: JSON.stringify({ ToUserName: 'gh_1', Encrypt }) };
}

/** Nothing of it was taken (the record is written together with the rest), and the answer says nothing but that. */
async function expectRefused(answer: Response, status: number) {
  expect([answer.status, await answer.text()]).toEqual([status, '']);
  expect(await world.read('xinshi_pushes')).toEqual([]);
}

describe('a push that WeChat has not signed', () => {
  it('is refused without a signature, with a wrong one, and with that of another moment', async () => {
    await expectRefused(await world.post(new URLSearchParams(), text()), 403);
    await expectRefused(await world.post(await world.signed({ signature: '0'.repeat(40) }), text()), 403);
    const query = await world.signed();
    query.set('timestamp', String(Number(query.get('timestamp')) + 1));
    await expectRefused(await world.post(query, text()), 403);
  });

  it('is refused when it is for another appid, or its ciphertext was changed', async () => {
    const { query, body } = await sealed(text(), { appid: 'wxffffffffffffffff' });
    await expectRefused(await world.post(query, body), 403);
    const right = await sealed(text());
    const changed = right.body.replace(
      /"Encrypt":"(.)/,
      (_, first) => `"Encrypt":"${first === 'A' ? 'B' : 'A'}`,
    );
    await expectRefused(await world.post(right.query, changed), 403);
  });

  it('tells the log why, without a secret and without the packet', async () => {
    const { query, body } = await sealed(text({ Content: '密码 hunter2' }), {
      encodingAESKey: 'B'.repeat(43),
    });
    await expectRefused(await world.post(query, body), 403);
    const logs = JSON.stringify(await emulator.get('/emulator/logs'));
    const { token, encodingAESKey } = await settings();
    expect(logs).toContain('XINSHI_PUSH_AES_KEY for XINSHI_APPID');
    for (const secret of [encodingAESKey, `"${token}"`, 'hunter2', query.get('msg_signature') ?? '']) {
      expect(logs).not.toContain(secret);
    }
  });
});

describe('a replay', () => {
  it('of a plain push gets the same answer, and is not handled again', async () => {
    const query = await world.signed();
    for (const _ of [1, 2, 3]) {
      const answer = await world.post(query, text());
      expect([answer.status, await answer.text()]).toEqual([200, 'success']);
    }
    expect(await world.read('xinshi_pushes')).toHaveLength(1);
    expect(await world.read('xinshi_messages')).toMatchObject([
      { direction: 'in', content: { text: '在吗' } },
    ]);
  });

  it('with another body is refused: the signature of a plain push does not cover it', async () => {
    const query = await world.signed();
    await world.post(query, text({ FromUserName: 'oXs1-another-user' }));
    await expectRefused(await world.post(query, text({ MsgId: '2' })), 403);
  });

  it('of the address of an encrypted push with a plain body is refused', async () => {
    const { query, body } = await sealed(text({ FromUserName: 'oXs1-another-user' }));
    expect((await world.post(query, body)).status).toBe(200);
    query.delete('msg_signature');
    query.delete('encrypt_type');
    await expectRefused(await world.post(query, text()), 403);
  });

  it('of the address of a verification with a push is refused', async () => {
    const query = await world.signed({ echostr: '1' });
    const { url } = emulator;
    expect(await (await fetch(`${url}/http/messagePush?${query}`)).text()).toBe('1');
    await expectRefused(await world.post(query, text()), 403);
  });

  it('is refused when the timestamp is five minutes old', async () => {
    const old = String(Math.floor((emulator.clock.now() - WINDOW_MS) / 1000) - 1);
    await expectRefused(await world.post(await world.signed({ timestamp: old }), text()), 403);
    const early = String(Math.floor((emulator.clock.now() + WINDOW_MS) / 1000) + 60);
    await expectRefused(await world.post(await world.signed({ timestamp: early }), text()), 403);
  });
});

describe('a body that is made to hurt', () => {
  const laughs = `<!DOCTYPE xml [<!ENTITY a "${'ha'.repeat(50)}">${Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY b${n} "${`&${n === 0 ? 'a' : `b${n - 1}`};`.repeat(10)}">`,
  ).join('')}]>`;

  it.each([
    ['a billion laughs', `${laughs}<xml><MsgType>text</MsgType><Content>&b8;</Content></xml>`],
    ['a file of the server', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><a>&f;</a></xml>'],
    ['thousands of levels', `<xml>${'<a>'.repeat(5_000)}`],
    ['thousands of levels in JSON', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
    ['a name that stands twice', '{"FromUserName":"o1","FromUserName":"o2","MsgType":"text"}'],
    ['no packet', 'hello'],
    ['nothing', ''],
  ])('%s is refused', async (_, body) => {
    await expectRefused(await world.post(await world.signed(), body, 'text/plain'), 400);
    const { query, body: encrypted } = await sealed(body);
    await expectRefused(await world.post(query, encrypted), 400);
  });

  it('of a megabyte is refused before it is read, as text and as bytes', async () => {
    const body = text({ Content: 'x'.repeat(1_000_000) });
    expect((await world.post(await world.signed(), body)).status).toBe(413);
    const bytes = await world.post(await world.signed(), body, 'application/octet-stream');
    await expectRefused(bytes, 413);
  });

  it('changes no prototype: what it names is left out', async () => {
    const body = text().replace('{', '{"__proto__":{"MsgType":"event"},"constructor":{"prototype":{"a":1}},');
    expect((await world.post(await world.signed(), body)).status).toBe(200);
    expect(await world.read('xinshi_pushes')).toMatchObject([{ kind: 'text', openid: world.user }]);
  });
});

describe('a call that is no request', () => {
  it('cannot be one: who comes through WeChat is not read as HTTP, with whatever signature', async () => {
    const { query, body } = await sealed(text());
    const event = {
      path: '/',
      httpMethod: 'POST',
      headers: {},
      queryStringParameters: Object.fromEntries(query),
      body,
      isBase64Encoded: false,
    };
    const refused = { ok: false, error: { code: 'NOT_ALLOWED' } };
    expect(await emulator.call(world.user, 'messagePush', event)).toMatchObject(refused);
    expect(await emulator.call(world.user, 'relay', { name: 'messagePush', data: event })).toMatchObject(
      refused,
    );
    expect(await emulator.call(world.user, 'messagePush', JSON.parse(text()))).toMatchObject(refused);
    expect(await world.read('xinshi_pushes')).toEqual([]);
  });

  it('and a request is not read as the event that it would be through WeChat', async () => {
    const answer = await world.post(new URLSearchParams(), text());
    await expectRefused(answer, 403);
  });

  it('while WeChat’s own push, in the form of an event, is taken', async () => {
    const { url, ...unset } = await settings();
    const routes = [{ msgType: 'text', functionName: 'messagePush' }];
    await emulator.send('PUT', '/emulator/push', { ...unset, routes });
    const push: PushRecord = await world.writes('人工');
    expect(push.attempts).toMatchObject([
      { response: { MsgType: 'transfer_customer_service', ToUserName: world.user } },
    ]);
    expect(await world.waitsAtDesk()).toBe(true);
  });
});
