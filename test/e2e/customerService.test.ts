import type { PushSettings } from '../../scripts/emulator/contract';
import { OPERATOR, refusedWith, runCustomerService } from './customerServiceWorld';

const service = runCustomerService();
const { emulator, say, enter, reply, typing, chat, take } = service;

const HOUR_MS = 3_600_000;

/** A user who wrote to an operator: the rules are silent, and five messages are left. */
async function conversation() {
  await say('我想问一下');
  await take();
  await say('还在吗');
}

/** By the HTTPS API, past our functions. */
async function sendFromElsewhere(messages: number) {
  const { appid, secret } = await emulator.get<{ appid: string; secret: string }>('/emulator/mini-program');
  const token = await emulator.get<{ access_token: string }>(
    `/cgi-bin/token?${new URLSearchParams({ grant_type: 'client_credential', appid, secret })}`,
  );
  for (let sent = 0; sent < messages; sent += 1) {
    await emulator.send('POST', `/cgi-bin/message/custom/send?access_token=${token.access_token}`, {
      touser: service.user,
      msgtype: 'text',
      text: { content: '别处' },
    });
  }
}

describe('customerServiceSend', () => {
  it('answers a user who wrote, and says what is left and until when', async () => {
    await conversation();
    const writtenAt = emulator.clock.now();

    const answer = await reply('在的，<a href="https://example.com">请看</a>');

    expect(answer).toEqual({ ok: true, data: { allowance: { left: 4, until: expect.any(Number) } } });
    if (!answer.ok) return;
    // WeChat tells the time of a message in whole seconds.
    const { until } = answer.data.allowance;
    expect(until).toBeGreaterThan(writtenAt + 48 * HOUR_MS - 10_000);
    expect(until).toBeLessThanOrEqual(writtenAt + 48 * HOUR_MS);
    expect((await chat()).messages.at(-1)).toMatchObject({
      from: 'service',
      content: '在的，<a href="https://example.com">请看</a>',
    });
  });

  it('may answer a message five times, and the sixth is refused with 45047', async () => {
    await conversation();

    for (const left of [4, 3, 2, 1, 0]) {
      expect(await reply(`还剩 ${left}`)).toMatchObject({ ok: true, data: { allowance: { left } } });
    }
    expect(await reply('第 6 条')).toMatchObject(refusedWith('RESPONSE_LIMIT_REACHED', 45047));
  });

  it('may answer for 48 hours, and is refused with 45015 after', async () => {
    await conversation();
    emulator.clock.advance(48 * HOUR_MS - 60_000);
    expect(await reply('还在')).toMatchObject({ ok: true });
    emulator.clock.advance(120_000);

    expect(await reply('太晚了')).toMatchObject(refusedWith('RESPONSE_WINDOW_CLOSED', 45015));
  });

  it('may greet a user who came in twice within a minute, of which the welcome is one', async () => {
    await enter();

    expect((await service.thread()).conversation.allowance.left).toBe(1);
    expect(await reply('请说')).toMatchObject({ ok: true, data: { allowance: { left: 0 } } });
    expect(await reply('三')).toMatchObject(refusedWith('RESPONSE_LIMIT_REACHED', 45047));
  });

  it('has a minute to greet a user who came in', async () => {
    await enter();
    emulator.clock.advance(61_000);

    expect(await reply('欢迎')).toMatchObject(refusedWith('RESPONSE_WINDOW_CLOSED', 45015));
  });

  it('knows as much of the allowance as WeChat itself', async () => {
    const compared: number[][] = [];
    const compare = async () => {
      const [{ allowance: real }, { conversation: known }] = [await chat(), await service.thread()];
      const late = (real?.endsAt ?? 0) - known.allowance.until;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(1_000);
      compared.push([real?.remaining ?? -1, known.allowance.left]);
    };
    await enter();
    await compare();
    await say('我想问一下');
    await take();
    await compare();
    await reply('一');
    await reply('二');
    await compare();
    await enter();
    await compare();
    await reply('三');
    await reply('四');
    await enter();
    await compare();
    await say('谢谢');
    await compare();

    expect(compared).toEqual([1, 4, 2, 2, 2, 5].map((left) => [left, left]));
  });

  it('asks WeChat even when no allowance is known: a push may have been lost', async () => {
    await conversation();
    for (const n of [1, 2, 3, 4, 5]) await reply(`第 ${n} 条`);
    const settings = await emulator.get<PushSettings>('/emulator/push');
    await emulator.send('PUT', '/emulator/push', { ...settings, routes: [] });
    await say('还有一件事');
    await emulator.send('PUT', '/emulator/push', settings);
    expect((await service.thread()).conversation.allowance.left).toBe(0);

    expect(await reply('请讲')).toMatchObject({ ok: true });
  });

  it('learns from WeChat’s refusal that less was left than it knew: other code may have sent', async () => {
    await conversation();
    await sendFromElsewhere(5);
    expect((await service.thread()).conversation.allowance.left).toBe(5);

    expect(await reply('您好')).toMatchObject(refusedWith('RESPONSE_LIMIT_REACHED', 45047));
    expect((await service.thread()).conversation.allowance.left).toBe(0);
  });

  it('is refused with 45015 for a user who did nothing', async () => {
    await emulator.call(service.user, 'whoAmI');

    expect(await reply('在吗？')).toMatchObject(refusedWith('RESPONSE_WINDOW_CLOSED', 45015));
  });

  it('shows in the thread what may have been sent, and counts it, when no answer came', async () => {
    await conversation();
    await emulator.send('PUT', '/emulator/faults', {
      rules: [{ api: 'customerServiceMessage.send', kind: 'replyLost', times: 1 }],
    });

    expect(await reply('收到了吗')).toMatchObject({
      ok: false,
      error: { code: 'SEND_OUTCOME_UNKNOWN', retryable: false },
    });

    const { conversation: known, messages } = await service.thread();
    expect(messages.at(-1)).toMatchObject({ outcome: 'unknown', content: { text: '收到了吗' } });
    expect(known.allowance.left).toBe(4);
    expect((await chat()).messages.at(-1)).toMatchObject({ content: '收到了吗' });
  });

  it('is not for users, not even to themselves', async () => {
    await conversation();

    expect(await reply('我自己', service.user)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });

  it('counts each of two messages that are sent at once', async () => {
    await conversation();

    await Promise.all([reply('一'), reply('二')]);

    expect((await service.thread()).conversation.allowance.left).toBe(3);
  });

  it('keeps a record of each send, and none of its content unless it is told to', async () => {
    await conversation();
    await reply('秘密');

    const sends = await emulator.call(service.user, 'read', {
      collection: 'xinshi_sends',
      where: { openid: service.user, sentBy: `user:${OPERATOR}` },
    });
    expect(sends).toMatchObject([
      { kind: 'customerService', msgtype: 'text', outcome: 'accepted', content: [] },
    ]);
  });
});

describe('customerServiceTyping', () => {
  it('shows the typing state, which a message ends', async () => {
    await conversation();
    expect(await typing('Typing')).toEqual({ ok: true, data: {} });
    expect((await chat()).typingEndsAt).toBeDefined();
    expect((await service.thread()).conversation.typingUntil).toBeGreaterThan(emulator.clock.now());

    await reply('在');

    expect((await chat()).typingEndsAt).toBeUndefined();
    expect((await service.thread()).conversation.typingUntil).toBe(0);
  });

  it('cannot show it again while it shows: 45081', async () => {
    await conversation();
    await typing('Typing');

    expect(await typing('Typing')).toMatchObject(refusedWith('ALREADY_TYPING', 45081));
    expect(await typing('CancelTyping')).toMatchObject({ ok: true });
    expect(await typing('Typing')).toMatchObject({ ok: true });
  });

  it('can show it again after 15 seconds', async () => {
    await conversation();
    await typing('Typing');
    emulator.clock.advance(15_000);

    expect(await typing('Typing')).toMatchObject({ ok: true });
  });

  it('needs a message of the last 30 seconds: 45080', async () => {
    await conversation();
    emulator.clock.advance(31_000);

    expect(await typing('Typing')).toMatchObject(refusedWith('NO_RECENT_INTERACTION', 45080));
  });

  it('refuses a command that WeChat would answer with 45072, before WeChat is asked', async () => {
    await conversation();

    expect(await typing('Jumping')).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('command') },
    });
  });

  it('is not for users', async () => {
    expect(await typing('Typing', service.user)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });
});
