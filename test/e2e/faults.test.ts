import type { CallRecord } from '../../scripts/emulator/contract';
import {
  emulator,
  failsWith,
  granted,
  notifications,
  ORDER_SHIPPED,
  records,
  send,
  strike,
  subscribed,
  user,
} from './faultWorld';

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
      const came: unknown[] = [];
      const note = (what: unknown) => came.push(what);
      void sendOverHttps().then(note, note);
      const recorded = async () => {
        const calls = await emulator.get<CallRecord[]>('/emulator/calls');
        return calls.some(({ fault, request }) => fault && (request as { touser: string }).touser === user);
      };
      while (!(await recorded()));

      expect(await notifications()).toHaveLength(sent);
      expect(came).toEqual([]);
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
