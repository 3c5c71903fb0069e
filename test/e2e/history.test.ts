import type { Message, Output } from '../../cloudfunctions/messageHistory/contract';
import { ORDER_SHIPPED, SHUTTLE_ARRIVING } from '../../scripts/project/seed';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

const OPERATOR = newUser();
const settings = { XINSHI_AUDIT_CONTENT: 'fields', XINSHI_AUDIT_DAYS: '10' };
const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR, settings }) });

const ORDER = { orderNo: 'XS1', product: '咖啡豆', shippedAt: '2026年11月23日 15:01', note: '请留意' };
const DAY_MS = 24 * 60 * 60 * 1000;

let user: string;
beforeEach(async () => {
  user = newUser();
  await emulator.send('POST', `/emulator/users/${user}/subscribe`, { tmplIds: [SHUTTLE_ARRIVING] });
  await emulator.send('POST', `/emulator/users/${user}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
  await emulator.settled();
});

const sendOrder = (caller = user) =>
  emulator.call(caller, 'subscribeSend', { template: 'orderShipped', to: user, data: ORDER });
const sendShuttle = (line: string) =>
  emulator.call(user, 'subscribeSend', {
    template: 'shuttleArriving',
    data: { line, at: '15:01', status: '到站' },
  });

const read = (input: Record<string, unknown> = {}, caller = user) =>
  emulator.call<{ ok: boolean; data: Output }>(caller, 'messageHistory', input);
const messagesOf = async (input?: Record<string, unknown>, caller?: string): Promise<Message[]> =>
  (await read(input, caller)).data.messages;

describe('the history of messages', () => {
  it('tells a user what he was sent, the latest first, with what became of it and why', async () => {
    await sendOrder(OPERATOR);
    await emulator.settled();
    emulator.clock.advance(1_000);
    await sendOrder();

    expect(await messagesOf()).toEqual([
      {
        id: expect.any(String),
        at: expect.any(Number),
        kind: 'subscribe',
        tmplId: ORDER_SHIPPED,
        template: 'orderShipped',
        title: '订单发货通知',
        content: [
          { label: '订单编号', value: 'XS1' },
          { label: '商品名称', value: '咖啡豆' },
          { label: '发货时间', value: '2026年11月23日 15:01' },
          { label: '温馨提示', value: '请留意' },
        ],
        outcome: 'refused',
        reason: { code: 'NOT_SUBSCRIBED', errCode: 43101 },
      },
      expect.objectContaining({ outcome: 'delivered', msgid: expect.stringMatching(/^\d+$/) }),
    ]);
  });

  it('does not tell a user which operator wrote to him, and tells an operator who wrote to whom', async () => {
    await sendOrder(OPERATOR);
    await emulator.settled();

    expect(JSON.stringify(await read())).not.toContain(OPERATOR);
    expect(await messagesOf({ scope: 'all', openid: user }, OPERATOR)).toMatchObject([
      { to: user, by: `user:${OPERATOR}`, durationMs: expect.any(Number) },
    ]);
  });

  it('is read page by page', async () => {
    for (const line of ['1', '2', '3', '4', '5']) await sendShuttle(line);

    const lines: string[] = [];
    let before: string | undefined;
    do {
      const { data } = await read({ limit: 2, ...(before && { before }) });
      expect(data.messages.length).toBeLessThanOrEqual(2);
      lines.push(...data.messages.map(({ content }) => content[0]?.value ?? ''));
      before = data.next;
    } while (before !== undefined);

    expect(lines.sort()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is read by kind and by what became of it', async () => {
    await sendOrder();
    await sendOrder();
    await emulator.settled();

    expect(await messagesOf({ outcome: 'delivered' })).toHaveLength(1);
    expect(await messagesOf({ outcome: 'refused' })).toHaveLength(1);
    expect(await messagesOf({ outcome: 'accepted' })).toEqual([]);
    expect(await messagesOf({ kind: 'uniform' })).toEqual([]);
  });

  it('of others is for operators and server-side callers', async () => {
    const other = newUser();
    for (const input of [{ scope: 'all' }, { openid: other }, { scope: 'all', openid: other }]) {
      expect(await read(input)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
    }
    const relayed = { name: 'messageHistory', data: { scope: 'all', limit: 1 } };
    expect(await emulator.call(user, 'relay', relayed)).toMatchObject({ ok: true });
  });

  it('has nothing that a user wrote into the collection himself', async () => {
    const forged = {
      _id: '99999999999999-0000000000000000',
      openid: user,
      kind: 'subscribe',
      title: '您中奖了',
    };
    await emulator.call(user, 'write', {
      collection: 'xinshi_sends',
      document: { ...forged, _openid: 'oForger' },
    });

    expect(await messagesOf()).toEqual([]);
  });

  it.each([{ before: "'; drop" }, { limit: 101 }, { limit: 0 }, { kind: 'sms' }, { openid: { $ne: '' } }])(
    'refuses %j',
    async (input) => {
      expect(await read(input)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    },
  );

  it('is removed after XINSHI_AUDIT_DAYS, by a timer that nobody else can call', async () => {
    await sendOrder();
    await emulator.settled();
    expect(await emulator.call(user, 'cleanUp')).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });

    emulator.clock.advance(9 * DAY_MS);
    await emulator.call(user, 'relay', {
      name: 'cleanUp',
      data: { Type: 'Timer', TriggerName: 'everySixHours' },
    });
    expect(await messagesOf()).toHaveLength(1);

    emulator.clock.advance(2 * DAY_MS);
    expect(await emulator.call(user, 'relay', { name: 'cleanUp' })).toMatchObject({
      ok: true,
      data: { done: true, removed: { xinshi_sends: expect.any(Number), xinshi_rates: expect.any(Number) } },
    });
    expect(await messagesOf()).toEqual([]);
    for (const collection of ['xinshi_sends', 'xinshi_rates', 'xinshi_pushes']) {
      expect(await emulator.call(user, 'read', { collection, where: {} })).toEqual([]);
    }
  });
});

describe('cleanUp', () => {
  it('spares what is written anew while it removes what has expired', async () => {
    await sendOrder();
    const now = emulator.clock.now();
    const path = '/emulator/database/xinshi_rates/documents';
    const rate = { _id: `f:${user}:1`, calls: 1 };
    const cleanUp = () => emulator.call(user, 'relay', { name: 'cleanUp' });
    await cleanUp();
    await emulator.send('POST', path, { document: { ...rate, expiresAt: now - 1 } });
    emulator.faults.set({
      seed: 1,
      // The first thing that it reads.
      rules: [{ api: 'database.getDocument', kind: 'latency', latencyMs: 1_500, share: 1, times: 1 }],
    });

    const cleaning = cleanUp();
    // Until it has read, and waits for the reply.
    while (!emulator.exportState().includes('"faults.counts"')) await new Promise(setImmediate);
    await emulator.send('PUT', path, { id: rate._id, document: { ...rate, expiresAt: now + DAY_MS } });
    await cleaning;

    expect(
      await emulator.call(user, 'read', { collection: 'xinshi_rates', where: { _id: rate._id } }),
    ).toHaveLength(1);
  });
});

describe('whoAmI', () => {
  it('tells an operator from a user', async () => {
    expect(await emulator.call(user, 'whoAmI')).toEqual({
      ok: true,
      data: { openid: user, operator: false },
    });
    expect(await emulator.call(OPERATOR, 'whoAmI')).toMatchObject({ data: { operator: true } });
  });
});
