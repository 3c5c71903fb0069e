import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createEmulator, type Emulator } from '../../scripts/emulator/emulator';
import { projectRoot } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';
import { LI_LEI, newUser, runEmulator } from './runningEmulator';

const ORDER_SHIPPED = 'mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w';
const SDK = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
`;
const project = temporaryFolder({
  'functions/work/index.js': `${SDK}
    exports.main = async ({ step }) => {
      const db = cloud.database();
      if (step === 'write') {
        await db.createCollection('notes').catch(() => {});
        await db.collection('notes').add({ data: { _id: 'n', at: new Date(0), text: '备注' } });
        await cloud.uploadFile({ cloudPath: 'a/note.bin', fileContent: Buffer.from([0, 255, 10, 13]) });
        return;
      }
      const { fileList } = await cloud.getTempFileURL({
        fileList: ['cloud://local-xinshi.6c6f-local-xinshi-1250000000/a/note.bin'],
      });
      const url = fileList[0].tempFileURL;
      const bytes = url ? Buffer.from(await (await fetch(url)).arrayBuffer()).toString('hex') : '';
      const notes = await db.collection('notes').get().then(({ data }) => data, ({ errCode }) => errCode);
      return { notes, bytes };
    };`,
  'functions/work/config.json': '{"permissions":{"openapi":["subscribeMessage.send"]}}',
  'functions/messagePush/index.js': "exports.main = async () => 'success';",
});
const functions = join(project, 'functions');
const emulator = runEmulator({ functions });

const work = (step: string) => emulator.call<{ notes: unknown; bytes: string }>(LI_LEI, 'work', { step });
const grant = (openid: string) =>
  emulator.request('POST', `/emulator/users/${openid}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
const put = async (text: string) => {
  const response = await fetch(`${emulator.url}/emulator/state`, { method: 'PUT', body: text });
  return { status: response.status, body: await response.json() };
};
const download = async () => (await fetch(`${emulator.url}/emulator/state`)).text();

beforeEach(() => emulator.reset());

describe('GET and PUT /emulator/state', () => {
  it('carry everything: documents, stored files, users, grants, settings and the clock', async () => {
    await work('write');
    await grant(LI_LEI);
    emulator.clock.advance(3_600_000);
    await emulator.request('PATCH', '/emulator/mini-program', { maxTemplatesPerRequest: 1 });
    await emulator.settled();
    const before = await work('read');
    const state = await download();

    await emulator.reset();
    expect(await work('read')).toEqual({ notes: -502005, bytes: '' });
    expect(await put(state)).toEqual({ status: 200, body: { status: 'ok' } });

    expect(await work('read')).toEqual(before);
    expect(before).toMatchObject({ notes: [{ _id: 'n', text: '备注' }], bytes: '00ff0a0d' });
    expect(emulator.clock.reading().aheadMs).toBe(3_600_000);
    expect(await emulator.get('/emulator/mini-program')).toMatchObject({ maxTemplatesPerRequest: 1 });
  });

  it('gives one file to keep', async () => {
    const response = await fetch(`${emulator.url}/emulator/state`);

    expect(response.headers.get('content-disposition')).toBe('attachment; filename="xinshi-state.jsonl"');
    expect((await response.text()).split('\n')[0]).toMatch(
      /^\{"format":"xinshi-state","version":1,"entries":\d+\}$/,
    );
  });

  it('is the same again after it was put', async () => {
    await work('write');
    await emulator.settled();
    const state = emulator.exportState();

    await emulator.importState(state);

    expect(emulator.exportState()).toBe(state);
  });

  it.each([
    ['an empty body', ''],
    ['another file', '{"users":[]}'],
    ['a part of a state', '{"format":"xinshi-state","version":1,"entries":9}\n'],
  ])('refuses %s and changes nothing', async (_what, text) => {
    await work('write');
    const before = await work('read');

    expect(await put(text)).toMatchObject({ status: 400, body: { error: { code: 'INVALID_STATE' } } });
    expect(await work('read')).toEqual(before);
  });
});

describe('a state with a value that no emulator writes', () => {
  it.each([
    ['clock', 'aheadMs', 'tomorrow', 'clock, "aheadMs": the value: '],
    ['wechat.pushSettings', 'current', { appid: 'wx' }, 'wechat.pushSettings, "current": appid: '],
    ['wechat.users', LI_LEI, { openid: 'me', nickname: 'x' }, `wechat.users, "${LI_LEI}": openid: `],
    ['database.documents', ['notes', 1], 'no bytes', 'database.documents, ["notes",1]: the value: '],
    ['wechat.unfinishedPushes', '000000000001', {}, 'wechat.unfinishedPushes, "000000000001": id: '],
  ])('is refused, and nothing changes: %s', async (table, key, value, message) => {
    const before = emulator.exportState();
    const lines = [
      { format: 'xinshi-state', version: 1, entries: 1 },
      { table, key, value },
    ];
    const response = await fetch(`${emulator.url}/emulator/state`, {
      method: 'PUT',
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: { code: 'INVALID_STATE', message: expect.stringContaining(`This state is wrong: ${message}`) },
    });
    expect(emulator.exportState()).toBe(before);
  });
});

describe('POST /emulator/reset', () => {
  it('leaves nothing of what was, and goes back to the seed', async () => {
    const fresh = withoutSecrets(emulator.exportState());
    await work('write');
    await grant(newUser());
    emulator.clock.advance(1);
    emulator.faults.set({ seed: 3, rules: [{ api: '*', kind: 'latency', latencyMs: 1 }] });
    await emulator.request('PATCH', '/emulator/mini-program', { maxTemplatesPerRequest: 1 });
    await emulator.settled();

    await emulator.request('POST', '/emulator/reset');

    expect(withoutSecrets(emulator.exportState())).toBe(fresh);
  });
});

/** Storage signs with a secret that each state makes for itself. */
const withoutSecrets = (state: string) =>
  state
    .split('\n')
    .filter((line) => !line.includes('"storage.secret"'))
    .slice(1)
    .join('\n');

describe('createEmulator', () => {
  const started: Emulator[] = [];
  afterEach(async () => {
    for (const each of started.splice(0)) await each.close();
  });
  const start = async (options: Parameters<typeof createEmulator>[0]) => {
    const each = await createEmulator(options);
    started.push(each);
    return each;
  };
  const users = async (each: Emulator) => (await fetch(`${each.url}/emulator/users`)).json();
  const USER = { openid: newUser(), nickname: '测试' };

  it('sows its seed into an empty state and after a reset, and leaves a kept state alone', async () => {
    const data = temporaryFolder();
    const first = await start({ functions, data, seed: { users: [USER] } });
    expect(await users(first)).toEqual([USER]);
    await started.pop()?.close();

    const other = { openid: newUser(), nickname: '别人' };
    const second = await start({ functions, data, seed: { users: [other] } });
    expect(await users(second)).toEqual([USER]);
    await second.reset();
    expect(await users(second)).toEqual([other]);
  });

  it('begins with the state in a file, whatever its own seed says', async () => {
    const first = await start({ functions, seed: { users: [USER] } });
    const folder = temporaryFolder({ 'state.jsonl': first.exportState() });

    const second = await start({ functions, state: join(folder, 'state.jsonl') });

    expect(await users(second)).toEqual([USER]);
  });

  it('keeps grants over a restart', async () => {
    const data = temporaryFolder();
    const first = await start({ functions, data });
    const url = `${first.url}/emulator/users/${LI_LEI}/subscribe`;
    const body = JSON.stringify({ tmplIds: [ORDER_SHIPPED] });
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const left = first.exportState();
    await first.settled();
    await started.pop()?.close();

    const second = await start({ functions, data });

    const lines = (state: string) =>
      state.split('\n').filter((line) => line.includes('wechat.subscriptions'));
    expect(lines(second.exportState())).toEqual(lines(left));
  });

  it('does not share its data folder', async () => {
    const data = temporaryFolder();
    await start({ functions, data });

    await expect(createEmulator({ functions, data })).rejects.toThrow(`The data folder ${data} is in use`);
  });

  it('leaves the folder free when its port is taken', async () => {
    const data = temporaryFolder();
    const first = await start({ functions });
    const port = Number(new URL(first.url).port);

    await expect(createEmulator({ functions, data, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });

    await start({ functions, data });
  });

  it('gives an environment in which a process of its own uses the SDK, but for cloud calls', async () => {
    const { env } = await start({ functions });
    const folder = temporaryFolder({
      'import.js': `
        const cloud = require(${JSON.stringify(join(projectRoot, 'node_modules/wx-server-sdk'))});
        (async () => {
          cloud.init({ env: process.env.TCB_ENV });
          const db = cloud.database();
          await db.createCollection('orders');
          await db.collection('orders').add({ data: { _id: '1' } });
          await cloud.callFunction({ name: 'work', data: { step: 'write' } });
          const { total } = await db.collection('notes').count();
          const refused = await cloud.openapi.subscribeMessage.send({}).catch(({ errCode }) => errCode);
          console.log(JSON.stringify({ total, refused }));
        })();`,
    });

    const child = spawn(process.execPath, [join(folder, 'import.js')], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
    await once(child, 'close');

    expect(JSON.parse(printed)).toEqual({ total: 1, refused: -501001 });
  });
});
