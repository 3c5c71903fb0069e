/** What the console does over HTTP: replays, a look at the functions, and the moments that the clock can be moved to. */
import type {
  CallRecord,
  FunctionSummary,
  Moment,
  PushRecord,
  TemplateSubscription,
} from '../../scripts/emulator/contract';
import { ORDER_SHIPPED } from '../../scripts/project/seed';
import { temporaryFolder } from '../temporaryFolder';
import { newUser, runEmulator } from './runningEmulator';

const project = temporaryFolder({
  'cloudbaserc.json': '{"functionRoot":"functions","functions":[]}',
  'functions/messagePush/index.js': `
    let calls = 0;
    exports.main = async (event) => { console.log('push', event.MsgType); return { calls: ++calls, MsgId: event.MsgId }; };`,
  'functions/echo/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init();
    exports.main = async (event) => ({ event, openid: cloud.getWXContext().OPENID ?? null });`,
  'functions/outer/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init();
    exports.main = async () => (await cloud.callFunction({ name: 'echo', data: { n: 1 } })).result;`,
  'functions/broken/index.js': 'exports.main = async () => 1;',
  'functions/broken/config.json': '{ not JSON',
  'functions/echo/config.json': '{"triggers":[{"name":"yearly","type":"timer","config":"0 0 0 1 1 * 2090"}]}',
});
const emulator = runEmulator({ functions: `${project}/functions` });

describe('POST /emulator/pushes/:id/replay', () => {
  it('pushes the same packet again, and says of what it is the repetition', async () => {
    const openid = newUser();
    await emulator.send('POST', `/emulator/users/${openid}/chat`, { msgtype: 'text', content: '在吗' });
    await emulator.settled();
    const [first] = await emulator.get<PushRecord[]>('/emulator/pushes?limit=1');

    const { id } = await emulator.send<PushRecord>('POST', `/emulator/pushes/${first?.id}/replay`);
    await emulator.settled();

    const [second] = await emulator.get<PushRecord[]>('/emulator/pushes?limit=1');
    expect(second).toMatchObject({ id, replayOf: first?.id, packet: first?.packet });
    expect(second?.attempts).toMatchObject([{ response: { MsgId: first?.packet['MsgId'] } }]);
  });

  it('names the call of the function, which names its log', async () => {
    const openid = newUser();
    await emulator.send('POST', `/emulator/users/${openid}/chat`, { msgtype: 'text', content: '在吗' });
    await emulator.settled();

    const [push] = await emulator.get<PushRecord[]>('/emulator/pushes?limit=1');
    const calls = await emulator.get<CallRecord[]>('/emulator/calls');

    const requestId = push?.attempts[0]?.requestId;
    expect(calls.find((call) => call.requestId === requestId)).toMatchObject({ name: 'messagePush', openid });
  });

  it('pushes another packet in its place', async () => {
    const openid = newUser();
    await emulator.send('POST', `/emulator/users/${openid}/chat`, { msgtype: 'text', content: '在吗' });
    await emulator.settled();
    const [{ id, packet }] = (await emulator.get<PushRecord[]>('/emulator/pushes?limit=1')) as [PushRecord];
    const edited = { ...packet, MsgId: 'edited', Content: '改过的' };

    await emulator.send('POST', `/emulator/pushes/${id}/replay`, { packet: edited });
    await emulator.settled();

    const [second] = await emulator.get<PushRecord[]>('/emulator/pushes?limit=1');
    expect(second).toMatchObject({ replayOf: id, packet: edited });
    expect(second?.attempts).toMatchObject([{ response: { MsgId: 'edited' } }]);
    await expect(emulator.send('POST', `/emulator/pushes/${id}/replay`, { packet: 'text' })).rejects.toThrow(
      'INVALID_REQUEST: packet',
    );
  });

  it('refuses a push that the journal does not have', async () => {
    await expect(emulator.send('POST', '/emulator/pushes/77/replay')).rejects.toThrow('NO_SUCH_RECORD');
  });
});

describe('POST /emulator/calls/:id/replay', () => {
  it('calls the function with the same event and the same caller', async () => {
    const openid = newUser();
    await emulator.call(openid, 'echo', { n: 12345678901234567000, text: '再来' });
    const [call] = await emulator.get<CallRecord[]>('/emulator/calls?limit=1');

    const again = await emulator.send<{ result: unknown }>('POST', `/emulator/calls/${call?.id}/replay`);

    expect(again.result).toMatchObject({ openid, event: { n: 12345678901234567000, text: '再来' } });
  });
});

describe('POST /emulator/calls/:id/replay with another event', () => {
  it('calls the function with it, and with numbers as JavaScript has them', async () => {
    const openid = newUser();
    await emulator.call(openid, 'echo', { n: 1 });
    const [call] = await emulator.get<CallRecord[]>('/emulator/calls?limit=1');

    const again = await emulator.send<{ result: unknown }>('POST', `/emulator/calls/${call?.id}/replay`, {
      event: { n: { $numberLong: '12345678901234567000' }, text: '改过的' },
    });

    expect(again.result).toEqual({ openid, event: { n: 12345678901234567000, text: '改过的' } });
  });
});

describe('a call of a function by a function', () => {
  it('names the call in which it was made', async () => {
    await emulator.call(newUser(), 'outer');
    const [outer, inner] = await emulator.get<CallRecord[]>('/emulator/calls?limit=2');
    expect(inner).toMatchObject({ name: 'echo', calledIn: outer?.requestId });
    expect(outer?.calledIn).toBeUndefined();
  });
});

describe('GET /emulator/functions', () => {
  it('has each function with its limits and its processes, and says of one why it cannot be called', async () => {
    await emulator.call(newUser(), 'echo');
    await emulator.call(newUser(), 'echo');
    const [call] = await emulator.get<CallRecord[]>('/emulator/calls?limit=1');

    const functions = await emulator.get<FunctionSummary[]>('/emulator/functions');

    const of = (name: string) => functions.find((each) => each.name === name);
    expect(of('echo')).toMatchObject({ timeout: 5, memorySize: 256, openapi: [], waiting: 0 });
    expect(of('echo')?.instances).toContainEqual({
      state: 'idle',
      ageMs: expect.any(Number),
      calls: expect.any(Number),
      requestId: call?.requestId,
    });
    expect(of('broken')?.error).toContain('config.json');
  });
});

describe('GET /emulator/moments', () => {
  it('names what ends next, and forgets what has ended when the clock is moved there', async () => {
    const openid = newUser();
    await emulator.send('POST', `/emulator/users/${openid}/chat`, { msgtype: 'text', content: '你好' });
    await emulator.send('POST', '/emulator/cloudbase-access-token');
    const momentsOf = async () => {
      const moments = await emulator.get<Moment[]>('/emulator/moments');
      return moments.filter((moment) => !('openid' in moment) || moment.openid === openid);
    };

    const moments = await momentsOf();

    expect(moments.map(({ kind }) => kind)).toEqual(['accessTokenEnds', 'chatWindowEnds', 'timerIsDue']);
    expect(moments[1]).toMatchObject({ openid, remaining: 5 });
    expect(moments[2]).toMatchObject({
      functionName: 'echo',
      trigger: 'yearly',
      at: Date.UTC(2089, 11, 31, 16),
    });

    await emulator.send('POST', '/emulator/clock', { now: moments[1]?.at });
    expect((await momentsOf()).map(({ kind }) => kind)).toEqual(['timerIsDue']);
  });
});

describe('users', () => {
  it('are made with a name, and show what they have agreed to', async () => {
    const openid = newUser();
    await emulator.send('PUT', `/emulator/users/${openid}`, { nickname: '小红', unionid: 'u-1' });
    await emulator.send('POST', `/emulator/users/${openid}/subscribe`, { tmplIds: [ORDER_SHIPPED] });

    const subscriptions = await emulator.get<TemplateSubscription[]>(
      `/emulator/users/${openid}/subscriptions`,
    );

    expect(await emulator.get('/emulator/users')).toContainEqual({
      openid,
      nickname: '小红',
      unionid: 'u-1',
    });
    expect(subscriptions.find(({ tmplId }) => tmplId === ORDER_SHIPPED)).toMatchObject({
      grants: 1,
      mayReceive: true,
    });
    await expect(emulator.send('PUT', '/emulator/users/short', { nickname: '短' })).rejects.toThrow(
      'INVALID_OPENID',
    );
  });
});
