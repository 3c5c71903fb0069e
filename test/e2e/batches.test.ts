import type { BatchOutput } from '../../cloudfunctions/subscribeSend/contract';
import type { Notification } from '../../scripts/emulator/contract';
import { ORDER_SHIPPED } from '../../scripts/project/seed';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

const OPERATOR = newUser();
const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR, timeout: 60 }) });
jest.setTimeout(60_000);

const ORDER = {
  orderNo: 'XS1',
  product: '咖啡豆',
  shippedAt: Date.parse('2026-11-23T07:01:00Z'),
  note: '请留意',
};

async function subscriber(): Promise<string> {
  const user = newUser();
  await emulator.send('POST', `/emulator/users/${user}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
  return user;
}
async function subscribers(count: number): Promise<string[]> {
  const users = await Promise.all(Array.from({ length: count }, subscriber));
  await emulator.settled();
  return users;
}

const send = (recipients: unknown, more: Record<string, unknown> = {}, caller = OPERATOR) =>
  emulator.call<{ ok: boolean; data: BatchOutput }>(caller, 'subscribeSend', {
    template: 'orderShipped',
    recipients,
    ...more,
  });
const toEach = (users: string[]) => users.map((to) => ({ to, data: ORDER }));
/** A user who never subscribed. */
async function visitor(): Promise<string> {
  const user = newUser();
  await emulator.call(user, 'whoAmI');
  return user;
}
const notifications = (user: string) => emulator.get<Notification[]>(`/emulator/users/${user}/notifications`);

const sent = (to: string) => ({ to, ok: true, msgid: expect.stringMatching(/^\d+$/), remaining: 0 });
const failed = (to: string, code: string) => ({ to, ok: false, error: expect.objectContaining({ code }) });

describe('a batch', () => {
  it('sends 100 people a message each, with a result for each in their order', async () => {
    const users = await subscribers(100);

    const answer = await send(toEach(users));

    expect(answer).toEqual({ ok: true, data: { results: users.map(sent) } });
    const [card] = await notifications(users[99] ?? '');
    expect(card?.lines).toContainEqual({ label: '发货时间', value: '2026年11月23日 15:01' });
  });

  it('goes on after one who never subscribed, one whose data are wrong and one who does not exist', async () => {
    const [first = '', wrong = '', last = ''] = await subscribers(3);
    const stranger = await visitor();

    const { data } = await send([
      { to: first, data: ORDER },
      { to: stranger, data: ORDER },
      { to: wrong, data: { ...ORDER, note: '' } },
      { to: 'nobody', data: ORDER },
      { to: last, data: ORDER },
    ]);

    expect(data.results).toEqual([
      sent(first),
      failed(stranger, 'NOT_SUBSCRIBED'),
      failed(wrong, 'INVALID_FIELD'),
      failed('nobody', expect.any(String)),
      sent(last),
    ]);
  });

  it('sends one message to someone whom the list has twice, and two for two orders', async () => {
    const [twice = '', orders = ''] = await subscribers(2);
    emulator.clock.advance(1_000);
    await emulator.send('POST', `/emulator/users/${orders}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
    await emulator.settled();

    const { data } = await send([
      ...toEach([twice, twice]),
      { to: orders, data: ORDER },
      { to: orders, data: { ...ORDER, orderNo: 'XS2' } },
    ]);

    expect(data.results[0]).toEqual(sent(twice));
    expect(data.results[1]).toEqual(data.results[0]);
    expect(await notifications(twice)).toHaveLength(1);
    expect(await notifications(orders)).toHaveLength(2);
  });

  it.each<[what: string, recipients: unknown]>([
    ['none', []],
    ['more than 100', Array.from({ length: 101 }, (_, n) => ({ to: `o${n}`, data: ORDER }))],
    ['no list', 'o1'],
    ['one without an openid', [{ data: ORDER }]],
    ['one with a field too many', [{ to: 'o1', data: ORDER, page: 'x' }]],
  ])('with %s as recipients is refused as a whole', async (_what, recipients) => {
    expect(await send(recipients)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('recipients') },
    });
  });

  it('takes an operator or a server-side caller', async () => {
    const [user = ''] = await subscribers(1);

    expect(await send(toEach([user]), {}, user)).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED', hint: expect.stringContaining('batch') },
    });
    const data = { template: 'orderShipped', recipients: toEach([user]) };
    expect(await emulator.call(user, 'relay', { name: 'subscribeSend', data })).toMatchObject({
      ok: true,
      data: { results: [{ to: user, ok: true }] },
    });
  });
});

describe('a text that is too long', () => {
  const long = { ...ORDER, note: '请在收到短信之后的三天之内到园区东门的驿站取走您的包裹' };

  it('is refused, or cut where the caller chose it', async () => {
    const [user = ''] = await subscribers(1);

    expect((await send([{ to: user, data: long }])).data.results).toEqual([failed(user, 'INVALID_FIELD')]);
    expect((await send([{ to: user, data: long }], { tooLong: 'truncate' })).data.results).toEqual([
      sent(user),
    ]);
    const [card] = await notifications(user);
    expect(card?.lines).toContainEqual({
      label: '温馨提示',
      value: '请在收到短信之后的三天之内到园区东门的…',
    });
  });
});

describe('a batch that the time limit is too short for', () => {
  const hurried = runEmulator({ functions: builtProject({ operator: OPERATOR, timeout: 7 }) });

  it('says who is still to be sent his message', async () => {
    const users = Array.from({ length: 60 }, newUser);
    const tmplIds = [ORDER_SHIPPED];
    for (const user of users) await hurried.send('POST', `/emulator/users/${user}/subscribe`, { tmplIds });
    await hurried.settled();
    await hurried.send('PUT', '/emulator/faults', {
      rules: [{ api: 'subscribeMessage.send', kind: 'latency', latencyMs: 1_500 }],
    });

    const { ok, data } = await hurried.call<{ ok: boolean; data: BatchOutput }>(OPERATOR, 'subscribeSend', {
      template: 'orderShipped',
      recipients: toEach(users),
    });

    expect(ok).toBe(true);
    const delivered = await Promise.all(
      users.map(
        async (user) => (await hurried.get<Notification[]>(`/emulator/users/${user}/notifications`)).length,
      ),
    );
    const codes = data.results.map((result) => (result.ok ? 'sent' : result.error.code));
    expect(codes).toContain('sent');
    expect(codes).toContain('NOT_SENT');
    expect(delivered).toEqual(codes.map((code) => (code === 'sent' ? 1 : 0)));
    expect(data.results.find((result) => !result.ok)).toMatchObject({ error: { retryable: true } });
  });
});
