/** What is copied from the console is pasted into a shell here, and does again what it stands for. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { promisify } from 'node:util';
import { callAsCurl, pushAsCurl } from '../../../scripts/emulator/console/browser/timeline/curl';
import type { CallRecord, PushRecord } from '../../../scripts/emulator/contract';
import { LI_LEI, newUser, runEmulator } from '../../e2e/runningEmulator';
import { temporaryFolder } from '../../temporaryFolder';

const project = temporaryFolder({
  'functions/echo/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init();
    exports.main = async (event) => ({ event, openid: cloud.getWXContext().OPENID ?? null });`,
  'functions/say/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init();
    exports.main = ({ touser, content }) =>
      cloud.openapi.customerServiceMessage.send({ touser, msgtype: 'text', text: { content } });`,
  'functions/say/config.json': '{"permissions":{"openapi":["customerServiceMessage.send"]}}',
  'functions/messagePush/index.js': 'exports.main = async () => "success";',
  'functions/relay/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init();
    exports.main = async (data) => (await cloud.callFunction({ name: 'echo', data })).result;`,
});
const emulator = runEmulator({ functions: `${project}/functions` });

/** Not held up: the emulator runs in this process. */
const paste = async (commands: string | undefined) => {
  const { stdout } = await promisify(execFile)('sh', ['-c', commands ?? 'exit 1']);
  return stdout;
};
const latestCall = async (name: string) => {
  const calls = await emulator.get<CallRecord[]>('/emulator/calls');
  const found = calls.find((call) => call.name === name);
  if (found === undefined) throw new Error(`no call of ${name}`);
  return found;
};
const again = async (name: string) => paste(callAsCurl(await latestCall(name), emulator.url));

beforeAll(() => {
  execFileSync('curl', ['--version']);
});

describe('the curl of a call', () => {
  it('calls the function as the user did, whatever the text', async () => {
    const openid = newUser();
    const data = { text: `it's "quoted" $HOME \`id\` \\ 中文\n换行`, nested: [1, { a: null }] };
    await emulator.call(openid, 'echo', data);

    const answer = JSON.parse(await again('echo'));

    expect(answer.result).toMatchObject({ openid, event: data });
  });

  it('calls a function once more that a function had called', async () => {
    const openid = newUser();
    await emulator.call(openid, 'relay', { n: 1 });

    const answer = JSON.parse(await again('echo'));

    expect(answer.result).toMatchObject({ openid, event: { n: 1 } });
    expect(await latestCall('echo')).toMatchObject({ source: 'wx_client,scf' });
  });

  it('makes a cloud call over HTTPS, with a token of its own', async () => {
    const openid = newUser();
    await emulator.send('POST', `/emulator/users/${openid}/chat`, { msgtype: 'text', content: '在吗' });
    await emulator.call(openid, 'say', { touser: openid, content: `在的，It's here` });

    expect(JSON.parse(await again('customerServiceMessage.send'))).toMatchObject({ errcode: 0 });

    const { messages } = await emulator.get<{ messages: { content: string }[] }>(
      `/emulator/users/${openid}/chat`,
    );
    expect(messages.map(({ content }) => content)).toEqual(['在吗', `在的，It's here`, `在的，It's here`]);
  });

  it('runs nothing that stands in a path', async () => {
    const trace = `${temporaryFolder()}/ran`;
    const path = `/cgi-bin/$(touch$IFS${trace})\`touch$IFS${trace}\``;
    for (const method of ['GET', 'POST']) {
      const { hostname, port } = new URL(emulator.url);
      await new Promise((resolve) =>
        request({ hostname, port, path, method }, (response) => resolve(response.resume())).end(),
      );
      await again(path);
    }
    expect(existsSync(trace)).toBe(false);
  });

  it('does a GET with its query again', async () => {
    const { token } = await emulator.send<{ token: string }>('POST', '/emulator/cloudbase-access-token');
    const path = '/wxaapi/newtmpl/getpubtemplatetitles';
    await fetch(`${emulator.url}${path}?cloudbase_access_token=${token}&ids=616%2C612&start=0&limit=2`);
    const { response } = await latestCall(path);

    expect(response).toMatchObject({ errcode: 0, count: expect.any(Number) });
    expect(JSON.parse(await again(path))).toEqual(response);
  });

  it('uploads a pixel in the place of an image that the journal does not keep', async () => {
    const { token } = await emulator.send<{ token: string }>('POST', '/emulator/cloudbase-access-token');
    const path = '/cgi-bin/media/upload';
    const address = `${emulator.url}${path}?cloudbase_access_token=${token}&type=image`;
    await fetch(address, { method: 'POST', body: new FormData() });

    expect(JSON.parse(await again(path))).toMatchObject({ type: 'image', media_id: expect.any(String) });
  });

  it('gets a token again, though the journal keeps no secret', async () => {
    const { appid, secret } = await emulator.get<{ appid: string; secret: string }>('/emulator/mini-program');
    const query = `grant_type=client_credential&appid=${appid}&secret=${secret}`;
    await fetch(`${emulator.url}/cgi-bin/token?${query}`);
    await emulator.send('POST', '/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret });

    const curl = callAsCurl(await latestCall('/cgi-bin/token'), emulator.url);

    expect(curl).not.toContain(secret);
    expect(JSON.parse(await paste(curl))).toMatchObject({ expires_in: 7200 });
    expect(JSON.parse(await again('/cgi-bin/stable_token'))).toMatchObject({
      access_token: expect.any(String),
    });
  });

  it('asks who another code of the same user is of, with no secret in it', async () => {
    const openid = newUser();
    const { appid, secret } = await emulator.get<{ appid: string; secret: string }>('/emulator/mini-program');
    const { code } = await emulator.send<{ code: string }>('POST', `/emulator/users/${openid}/login`);
    const query = `appid=${appid}&secret=${secret}&js_code=${code}&grant_type=authorization_code`;
    const path = '/sns/jscode2session';
    const answer = await fetch(`${emulator.url}${path}?${query}`);
    const session = (await answer.json()) as { openid: string; session_key: string };

    const call = await latestCall(path);
    for (const kept of [secret, code, session.session_key]) {
      expect(JSON.stringify(call)).not.toContain(kept);
    }
    expect(JSON.parse(await paste(callAsCurl(call, emulator.url)))).toEqual(session);
    await fetch(`${emulator.url}${path}?${query}`);
    expect(callAsCurl(await latestCall(path), emulator.url)).toBeUndefined();
  });

  it('replays a push', async () => {
    await emulator.send('POST', `/emulator/users/${LI_LEI}/chat`, { msgtype: 'text', content: '在吗' });
    await emulator.settled();
    const [push] = await emulator.get<PushRecord[]>('/emulator/pushes?limit=1');

    const record = JSON.parse(await paste(push && pushAsCurl(push, emulator.url)));

    expect(record).toMatchObject({ replayOf: push?.id, packet: push?.packet });
    await emulator.settled();
  });

  it('is not there when the journal has the beginning of the request only', async () => {
    await emulator.call(newUser(), 'echo', { text: 'x'.repeat(70_000) });

    expect(callAsCurl(await latestCall('echo'), emulator.url)).toBeUndefined();
  });

  it('keeps every digit of a 64-bit number', () => {
    const request = { msgid: { $numberLong: '2391234567890123457' } };
    const call: CallRecord = {
      id: '1',
      kind: 'function',
      name: 'echo',
      requestId: 'r',
      openid: LI_LEI,
      source: 'wx_client',
      request,
      startedAt: 0,
      durationMs: 1,
    };

    expect(callAsCurl(call, 'http://127.0.0.1:1')).toContain('"msgid":2391234567890123457');
  });
});
