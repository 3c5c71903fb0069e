import type { CallRecord, FaultRule, Notification, PushRecord } from '../../scripts/emulator/contract';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

const ORDER_SHIPPED = 'mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w';
const ORDER = {
  orderNo: 'XS20261123001',
  product: '手冲咖啡豆 250g',
  shippedAt: '2026年11月23日 15:01',
  note: '请留意电话',
};

const emulator = runEmulator({ functions: builtProject({ operator: newUser() }) });

let user: string;
beforeEach(() => {
  user = newUser();
});
afterEach(() => emulator.faults.clear());

const strike = (rule: Record<string, unknown>) =>
  emulator.request('PUT', '/emulator/faults', { rules: [rule] });

async function subscribe() {
  const path = `/emulator/users/${user}/subscribe`;
  const { body } = await emulator.request<Record<string, unknown>>('POST', path, {
    tmplIds: [ORDER_SHIPPED],
  });
  return body;
}
async function subscribed() {
  await subscribe();
  await emulator.settled();
}
const send = () => emulator.call(user, 'subscribeSend', { template: 'orderShipped', data: ORDER });
const notifications = () => emulator.get<Notification[]>(`/emulator/users/${user}/notifications`);
const records = () =>
  emulator.call<Record<string, unknown>[]>(user, 'read', {
    collection: 'xinshi_sends',
    where: { openid: user, kind: 'subscribe' },
  });
const pushesTo = async (openid: string) =>
  (await emulator.get<PushRecord[]>('/emulator/pushes')).filter((push) => push.openid === openid);
const failsWith = (code: string, errCode: number) => ({ ok: false, error: { code, wechat: { errCode } } });

async function granted(): Promise<unknown> {
  const status = await emulator.call<{ data: { templates: { name: string; remaining: number }[] } }>(
    user,
    'subscribeStatus',
  );
  return status.data.templates.find(({ name }) => name === 'orderShipped')?.remaining;
}

describe('a send whose reply is lost after WeChat did it', () => {
  beforeEach(async () => {
    await subscribed();
    await strike({ api: 'subscribeMessage.send', kind: 'replyLost', times: 1 });
  });

  it('is answered SEND_OUTCOME_UNKNOWN, and the notification is there', async () => {
    expect(await send()).toMatchObject({
      ok: false,
      error: { code: 'SEND_OUTCOME_UNKNOWN', retryable: false },
    });
    expect(await notifications()).toHaveLength(1);
  });

  it('stays unknown until the receipt settles it, and nothing is sent twice', async () => {
    await emulator.request('PUT', '/emulator/faults', {
      rules: [
        { api: 'subscribeMessage.send', kind: 'replyLost', times: 1 },
        // The receipt must not come before the record is looked at.
        { api: 'push.subscribe_msg_sent_event', kind: 'outOfOrder', heldMs: 60_000 },
      ],
    });
    await send();
    expect(await records()).toMatchObject([{ outcome: 'unknown', msgid: '', delivery: 'awaited' }]);

    // Another push brings it.
    await emulator.request('POST', `/emulator/users/${user}/chat/enter`, { sessionFrom: '' });
    await emulator.settled();

    const [{ msgid } = { msgid: '' }] = await notifications();
    expect(await records()).toMatchObject([{ outcome: 'accepted', msgid, delivery: 'delivered' }]);
    expect(await notifications()).toHaveLength(1);
    expect(await granted()).toBe(0);
  });

  it('stands in the call log with its answer and the fault', async () => {
    await send();

    const calls = await emulator.get<CallRecord[]>('/emulator/calls');
    expect(calls.find(({ name }) => name === 'subscribeMessage.send')).toMatchObject({
      fault: 'replyLost',
      response: { errcode: 0 },
    });
  });
});

describe('a receipt that comes while the answer is being recorded', () => {
  it('settles the send all the same', async () => {
    await subscribed();
    await emulator.request('PUT', '/emulator/faults', {
      rules: [
        { api: 'subscribeMessage.send', kind: 'latency', latencyMs: 400 },
        { api: 'database.modifyDocument', kind: 'latency', latencyMs: 800 },
      ],
    });
    await send();
    await emulator.settled();

    expect(await records()).toMatchObject([{ outcome: 'accepted', delivery: 'delivered' }]);
  });
});

describe('a cloud call that is hit', () => {
  beforeEach(subscribed);

  it.each([-1, 45009, 40001])('by errcode %i gets it with its text, and nothing is done', async (errcode) => {
    await strike({ api: 'subscribeMessage.send', kind: 'error', errcode, times: 1 });

    expect(await send()).toMatchObject({ ok: false, error: { wechat: { errCode: errcode } } });
    expect(await notifications()).toEqual([]);
    expect(await send()).toMatchObject({ ok: true });
  });

  it('by a time-out gets -604102, whether WeChat has done it or not', async () => {
    await strike({ api: 'subscribeMessage.send', kind: 'timeout', workDone: false, times: 1 });
    expect(await send()).toMatchObject(failsWith('SEND_OUTCOME_UNKNOWN', -604102));
    expect(await notifications()).toEqual([]);

    await strike({ api: 'subscribeMessage.send', kind: 'timeout', times: 1 });
    expect(await send()).toMatchObject(failsWith('SEND_OUTCOME_UNKNOWN', -604102));
    expect(await notifications()).toHaveLength(1);
  });

  it('by latency comes so much later', async () => {
    await strike({ api: 'subscribeMessage.send', kind: 'latency', latencyMs: 300 });

    expect(await send()).toMatchObject({ ok: true });

    const [call] = (await emulator.get<CallRecord[]>('/emulator/calls')).filter(
      ({ kind }) => kind === 'openapi',
    );
    expect(call?.durationMs).toBeGreaterThanOrEqual(295);
    expect(call?.fault).toBe('latency');
  });
});

describe('a call over HTTPS', () => {
  const token = async () => {
    const { appid } = await emulator.get<{ appid: string }>('/emulator/push');
    const { secret } = await emulator.get<{ secret: string }>('/emulator/mini-program');
    const query = new URLSearchParams({ grant_type: 'client_credential', appid, secret });
    return emulator.get<{ access_token: string; errcode?: number }>(`/cgi-bin/token?${query}`);
  };
  const sendOverHttps = async () => {
    const { access_token } = await token();
    const data = {
      character_string1: { value: 'A1' },
      thing2: { value: '咖啡' },
      date3: { value: '2026年11月23日' },
      thing4: { value: '好' },
    };
    const path = `/cgi-bin/message/subscribe/send?access_token=${access_token}`;
    return emulator.request('POST', path, { touser: user, template_id: ORDER_SHIPPED, data });
  };
  beforeEach(subscribed);

  it('is hit by the same rules as a cloud call', async () => {
    await strike({ api: 'subscribeMessage.send', kind: 'error', errcode: 45009, times: 1 });

    expect((await sendOverHttps()).body).toMatchObject({
      errcode: 45009,
      errmsg: expect.stringMatching(/^reach max api daily quota limit rid: /),
    });
    expect((await sendOverHttps()).body).toMatchObject({ errcode: 0 });
  });

  it('loses its connection after the work was done', async () => {
    await strike({ api: 'subscribeMessage.send', kind: 'replyLost', times: 1 });

    await expect(sendOverHttps()).rejects.toThrow('fetch failed');
    expect(await notifications()).toHaveLength(1);
  });

  it.each([
    [false, 0],
    [true, 1],
  ])(
    'waits in vain for a reply that never comes (work done: %s, notifications: %i)',
    async (workDone, sent) => {
      await strike({ api: 'subscribeMessage.send', kind: 'noReply', workDone, times: 1 });
      const waited = new Promise((resolve) => setTimeout(resolve, 300, 'nothing came'));

      expect(await Promise.race([sendOverHttps(), waited])).toBe('nothing came');
      expect(await notifications()).toHaveLength(sent);
    },
  );

  it('for a token can be hit too', async () => {
    await strike({ api: 'getAccessToken', kind: 'error', errcode: -1, times: 1 });

    expect(await token()).toMatchObject({ errcode: -1 });
    expect(await token()).toMatchObject({ access_token: expect.any(String) });
  });
});

describe('a database that fails', () => {
  it('answers the code of the rule, and nothing is written', async () => {
    await subscribed();
    await strike({
      api: 'database.insertDocument',
      kind: 'cloudError',
      code: 'DATABASE_REQUEST_FAILED',
      // The first document counts the call, the second is the record of the send.
      times: 2,
    });

    expect(await send()).toMatchObject({ ok: false });
    // What cannot be recorded is not sent.
    expect(await notifications()).toEqual([]);
    expect(await send()).toMatchObject({ ok: true });
  });

  it('whose reply is lost has written all the same', async () => {
    await subscribed();
    await strike({ api: 'database.insertDocument', kind: 'replyLost', times: 2 });

    expect(await send()).toMatchObject({ ok: false });
    expect(await records()).toMatchObject([{ outcome: 'unknown' }]);
    expect(await notifications()).toEqual([]);
  });
});

describe('a push that is hit', () => {
  it('twice is counted once: two popup events, one grant', async () => {
    await strike({ api: 'push.subscribe_msg_popup_event', kind: 'duplicate' });

    await subscribed();

    const [push] = await pushesTo(user);
    expect(push).toMatchObject({
      fault: 'duplicate',
      attempts: [{ response: 'success' }, { response: 'success' }],
    });
    expect(await granted()).toBe(1);
  });

  it('by the loss of its answer is tried again, and counted once', async () => {
    await strike({ api: 'push', kind: 'replyLost', times: 1 });

    await subscribed();

    const [push] = await pushesTo(user);
    expect(push).toMatchObject({
      attempts: [{ error: expect.stringContaining('lost') }, { response: 'success' }],
    });
    expect(await granted()).toBe(1);
  });

  it('out of order comes after the next one: the receipt is there before the grant', async () => {
    await strike({ api: 'push.subscribe_msg_popup_event', kind: 'outOfOrder', heldMs: 60_000 });

    await subscribe();
    expect(await send()).toMatchObject({ ok: true });
    await emulator.settled();

    const pushes = await pushesTo(user);
    const startOf = (event: string) =>
      pushes.find((push) => push.event === event)?.attempts[0]?.startedAt ?? 0;
    expect(startOf('subscribe_msg_sent_event')).toBeGreaterThan(0);
    expect(startOf('subscribe_msg_popup_event')).toBeGreaterThanOrEqual(startOf('subscribe_msg_sent_event'));
    expect(await records()).toMatchObject([{ outcome: 'accepted', delivery: 'delivered' }]);
  });

  it('out of order comes by itself when no other follows', async () => {
    await strike({ api: 'push', kind: 'outOfOrder' });

    await subscribed();

    expect(await granted()).toBe(1);
  });
});

describe('wx.requestSubscribeMessage', () => {
  const panel = async () =>
    (await emulator.request('POST', `/emulator/users/${user}/subscribe/panel`, { tmplIds: [ORDER_SHIPPED] }))
      .body;

  it.each([
    [10002, 'Request list fail', false],
    [10003, 'Request subscribe fail', true],
    [10005, 'Cannot show subscribe message UI', false],
  ])('fails with %i %s on demand', async (errCode, text, panelShown) => {
    await strike({ api: 'requestSubscribeMessage', kind: 'error', errcode: errCode, times: 1 });

    expect(await panel()).toMatchObject({ show: panelShown });
    expect(await subscribe()).toEqual({ errMsg: `requestSubscribeMessage:fail ${text}`, errCode });
    expect(await panel()).toMatchObject({ show: true });
    expect(await subscribe()).toMatchObject({ [ORDER_SHIPPED]: 'accept' });
  });
});

describe('/emulator/faults', () => {
  const put = (body: unknown) =>
    emulator.request<{ error: { code: string; message: string } }>('PUT', '/emulator/faults', body);

  it('gives back what was put, with what was left out', async () => {
    const { body } = await put({ rules: [{ api: '*', kind: 'latency', latencyMs: 5 }] });

    expect(body).toEqual({ seed: 1, rules: [{ api: '*', share: 1, kind: 'latency', latencyMs: 5 }] });
    expect(await emulator.get('/emulator/faults')).toEqual(body);
  });

  it('is empty after a reset', async () => {
    await put({ seed: 7, rules: [{ api: '*', kind: 'latency', latencyMs: 5 }] });
    await emulator.request('POST', '/emulator/reset');

    expect(await emulator.get('/emulator/faults')).toEqual({ seed: 1, rules: [] });
  });

  const wrong: [why: string, rule: Partial<Record<keyof FaultRule | string, unknown>>, message: string][] = [
    [
      'an unknown name',
      { api: 'subscribe.send', kind: 'replyLost' },
      'rules.0.api: must be *, or one of subscribeMessage',
    ],
    ['no name', { kind: 'replyLost' }, 'rules.0.api'],
    ['an unknown kind', { api: '*', kind: 'fire' }, 'rules.0.kind'],
    ['a share over 1', { api: '*', kind: 'replyLost', share: 2 }, 'rules.0.share'],
    ['latency without a time', { api: '*', kind: 'latency' }, 'rules.0.latencyMs'],
    ['a field that does not exist', { api: '*', kind: 'replyLost', chance: 1 }, 'rules.0.chance'],
    ['errcode 0', { api: 'subscribeMessage.send', kind: 'error', errcode: 0 }, 'rules.0.errcode'],
    [
      'an errcode without a text',
      { api: 'subscribeMessage.send', kind: 'error', errcode: 99999 },
      'give an errmsg',
    ],
    [
      'a kind that cannot hit it',
      { api: 'push.text', kind: 'error', errcode: -1 },
      'push.text cannot be hit by error',
    ],
    [
      'a code that the phone does not have',
      { api: 'requestSubscribeMessage', kind: 'error', errcode: 45009, errmsg: 'text' },
      'errcode must be one of 10002, 10003, 10005',
    ],
  ];
  it.each(wrong)('refuses %s, naming the place', async (_why, rule, message) => {
    const { status, body } = await put({ rules: [rule] });

    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'INVALID_REQUEST', message: expect.stringContaining(message) });
  });
});
