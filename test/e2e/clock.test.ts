/** Everything that depends on time follows the emulator's clock. */
import { join } from 'node:path';
import type { CallRecord, Chat, DeskConversation, EmulatorEvent } from '../../scripts/emulator/contract';
import { temporaryFolder } from '../temporaryFolder';
import { newUser, runEmulator } from './runningEmulator';

const ORDER_SHIPPED = 'mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w';
const DATA = {
  character_string1: { value: 'A1' },
  thing2: { value: '咖啡' },
  date3: { value: '2026年11月23日' },
  thing4: { value: '好' },
};
const SDK = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
`;
const PERMISSIONS = JSON.stringify({
  permissions: {
    openapi: [
      'subscribeMessage.send',
      'customerServiceMessage.send',
      'customerServiceMessage.setTyping',
      'customerServiceMessage.uploadTempMedia',
      'customerServiceMessage.getTempMedia',
    ],
  },
});

const project = temporaryFolder({
  'cloudbaserc.json': JSON.stringify({
    functionRoot: 'functions',
    functions: [
      { name: 'hourly', triggers: [{ name: 'onTheHour', type: 'timer', config: '0 0 * * * * *' }] },
    ],
  }),
  'functions/hourly/index.js': 'exports.main = ({ Time }) => Time;',
  'functions/handOver/index.js': `
    exports.main = ({ ToUserName, FromUserName, CreateTime }) =>
      ({ MsgType: 'transfer_customer_service', ToUserName: FromUserName, FromUserName: ToUserName, CreateTime });`,
  'functions/messagePush/index.js': "exports.main = () => 'success';",
  'functions/work/index.js': `${SDK}
    const codeOf = (call) => call.then(() => 0, ({ errCode }) => errCode);
    exports.main = async ({ step, user, id }) => {
      const { customerServiceMessage: service, subscribeMessage } = cloud.openapi;
      const db = cloud.database();
      switch (step) {
        case 'now': return Date.now();
        case 'reply': return codeOf(service.send({ touser: user, msgtype: 'text', text: { content: '在' } }));
        case 'type': return codeOf(service.setTyping({ touser: user, command: 'Typing' }));
        case 'send': return codeOf(subscribeMessage.send({ touser: user, templateId: '${ORDER_SHIPPED}', data: ${JSON.stringify(DATA)} }));
        case 'upload': {
          const value = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
          return (await service.uploadTempMedia({ type: 'image', media: { contentType: 'image/gif', value } })).mediaId;
        }
        case 'media': return codeOf(service.getTempMedia({ mediaId: id }));
        case 'address': {
          const { fileID } = await cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') });
          return (await cloud.getTempFileURL({ fileList: [fileID] })).fileList[0].tempFileURL;
        }
        case 'serverDate': {
          await db.createCollection('times').catch(() => {});
          const { _id } = await db.collection('times').add({ data: { at: db.serverDate() } });
          return (await db.collection('times').doc(_id).get()).data.at.getTime();
        }
      }
    };`,
  'functions/work/config.json': PERMISSIONS,
});
const emulator = runEmulator({ functions: join(project, 'functions') });

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Tests take a moment of real time, which the clock counts too. */
const MOMENT = 10 * SECOND;

let user: string;
beforeEach(() => {
  user = newUser();
});

const advance = (ms: number) => emulator.clock.advance(ms);
const work = <T>(step: string, id?: string) => emulator.call<T>(user, 'work', { step, user, id });
const say = (content = '在吗？') =>
  emulator.request('POST', `/emulator/users/${user}/chat`, { msgtype: 'text', content });
const chat = () => emulator.get<Chat>(`/emulator/users/${user}/chat`);

describe('moving the clock moves', () => {
  it('Date and serverDate in functions', async () => {
    emulator.clock.set(Date.UTC(2030, 0, 1));

    for (const step of ['now', 'serverDate']) {
      const now = await work<number>(step);
      expect(now).toBeGreaterThanOrEqual(Date.UTC(2030, 0, 1));
      expect(now).toBeLessThan(Date.UTC(2030, 0, 1) + MINUTE);
    }
  });

  it('the 48 hours in which a message may be answered: 45015', async () => {
    await say();
    advance(48 * HOUR - MOMENT);
    expect(await work('reply')).toBe(0);
    advance(MOMENT);

    expect(await work('reply')).toBe(45015);
  });

  it('the minute in which a user who entered may be greeted: 45015', async () => {
    await emulator.request('POST', `/emulator/users/${user}/chat/enter`, { sessionFrom: '' });
    advance(MINUTE - MOMENT);
    expect(await work('reply')).toBe(0);
    advance(MOMENT);

    expect(await work('reply')).toBe(45015);
  });

  it('the 15 seconds of the typing state: 45081, and what the phone shows', async () => {
    await say();
    expect(await work('type')).toBe(0);
    expect(await work('type')).toBe(45081);
    advance(15 * SECOND);

    expect((await chat()).typingEndsAt).toBeUndefined();
    expect(await work('type')).toBe(0);
  });

  it('the 30 seconds in which typing may be shown: 45080', async () => {
    await say();
    advance(30 * SECOND);

    expect(await work('type')).toBe(45080);
  });

  it('the 3 days that media are kept: 40007', async () => {
    const id = await work<string>('upload');
    advance(72 * HOUR - MOMENT);
    expect(await work('media', id)).toBe(0);
    advance(MOMENT);

    expect(await work('media', id)).toBe(40007);
  });

  it('the day that a temporary address of a file holds', async () => {
    const url = await work<string>('address');
    advance(24 * HOUR - MOMENT);
    expect((await fetch(url)).status).toBe(200);
    advance(MOMENT);

    expect((await fetch(url)).status).toBe(403);
  });

  it('the 30 minutes for which an agent has a user', async () => {
    const settings = await emulator.get<{ routes: { msgType: string; functionName: string }[] }>(
      '/emulator/push',
    );
    const routes = settings.routes.map((route) =>
      route.msgType === 'text' ? { ...route, functionName: 'handOver' } : route,
    );
    await emulator.request('PUT', '/emulator/push', { ...settings, routes });
    await say();
    await emulator.settled();
    await emulator.request('POST', `/emulator/desk/${user}/take`);
    const onDesk = async () =>
      (await emulator.get<DeskConversation[]>('/emulator/desk')).some(({ openid }) => openid === user);
    advance(30 * MINUTE - MOMENT);
    expect(await onDesk()).toBe(true);
    advance(MOMENT);

    expect(await onDesk()).toBe(false);
    await emulator.request('PUT', '/emulator/push', settings);
  });

  it('the daily limit of sends, which begins anew at midnight in China: 45009', async () => {
    // 23:59:00 in China.
    emulator.clock.set(Date.UTC(2031, 0, 1, 15, 59));
    await emulator.request('PATCH', '/emulator/mini-program', { subscribeMessagesPerDay: 1 });
    for (const tmplId of [ORDER_SHIPPED, ORDER_SHIPPED]) {
      await emulator.request('POST', `/emulator/users/${user}/subscribe`, { tmplIds: [tmplId] });
    }
    expect(await work('send')).toBe(0);
    expect(await work('send')).toBe(45009);
    advance(MINUTE);

    expect(await work('send')).toBe(0);
    await emulator.request('PATCH', '/emulator/mini-program', { subscribeMessagesPerDay: 10_000_000 });
  });

  it('timers, which run for the time that has passed', async () => {
    emulator.clock.set(Date.UTC(2032, 0, 1, 0, 30));
    await emulator.settled();
    advance(HOUR);
    await emulator.settled();

    const [call] = (await emulator.get<CallRecord[]>('/emulator/calls')).filter(
      ({ name }) => name === 'hourly',
    );
    expect(call?.response).toBe('2032-01-01T01:00:00Z');
  });

  it('the stream of events, which tells of it', async () => {
    const stop = new AbortController();
    const { body } = await fetch(`${emulator.url}/emulator/events`, { signal: stop.signal });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    advance(1);
    const { value = '' } = (await reader?.read()) ?? {};
    stop.abort();

    const event = JSON.parse(/data: (.*)/.exec(value)?.[1] ?? '{}') as EmulatorEvent;
    expect(event).toMatchObject({ type: 'clock', clock: { aheadMs: emulator.clock.reading().aheadMs } });
  });
});

describe('a transaction of the database', () => {
  it('lasts 30 seconds', async () => {
    const admin = (action: string, more = {}) =>
      emulator.request<{ transactionId: string; code?: string }>('POST', '/admin', { action, ...more });
    const { transactionId } = (await admin('database.startTransaction')).body;
    advance(31 * SECOND);

    expect((await admin('database.commitTransaction', { transactionId })).body).toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
    });
  });
});

describe('POST /emulator/clock', () => {
  it.each([[{ advanceMs: -1 }], [{ now: 1.5 }], [{ advanceMs: 1, now: 1 }], [{}], [{ now: '2030-01-01' }]])(
    'refuses %j',
    async (body) => {
      expect(await emulator.request('POST', '/emulator/clock', body)).toMatchObject({ status: 400 });
    },
  );
});
