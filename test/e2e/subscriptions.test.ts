import type { Output as Status } from '../../cloudfunctions/subscribeStatus/contract';
import type { Notification, PushRecord, PushSettings } from '../../scripts/emulator/contract';
import {
  APPOINTMENT_REMINDER,
  ORDER_SHIPPED,
  PAYMENT_RECEIVED,
  SHUTTLE_ARRIVING,
} from '../../scripts/project/seed';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

const ORDER = {
  orderNo: 'XS20261123001',
  product: '手冲咖啡豆 250g',
  shippedAt: '2026年11月23日 15:01',
  note: '请留意电话',
};
const PAYMENT_DATA = { amount: '￥39.80元', at: '2026年11月23日 15:01', payer: '韩梅梅' };
const SHUTTLE_DATA = { line: '园区 3 号线', at: '15:01', status: '即将到站' };

const OPERATOR = newUser();
const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR }) });

let user: string;
beforeEach(() => {
  user = newUser();
});

async function subscribe(
  openid: string,
  tmplIds: string[],
  more: Record<string, unknown> = {},
): Promise<unknown> {
  const { body } = await emulator.request('POST', `/emulator/users/${openid}/subscribe`, {
    tmplIds,
    ...more,
  });
  await emulator.settled();
  return body;
}

const send = (input: Record<string, unknown>, caller = user) =>
  emulator.call(caller, 'subscribeSend', { template: 'orderShipped', data: ORDER, ...input });

async function statusOf(name: string, openid = user) {
  const { data } = await emulator.call<{ data: Status }>(openid, 'subscribeStatus');
  return data.templates.find((template) => template.name === name);
}

const notifications = (openid = user) =>
  emulator.get<Notification[]>(`/emulator/users/${openid}/notifications`);
const read = (collection: string, where: Record<string, unknown>) =>
  emulator.call<Record<string, unknown>[]>(user, 'read', { collection, where });

const refusedWith = (code: string, message: unknown = expect.any(String)) => ({
  ok: false,
  error: expect.objectContaining({ code, message, hint: expect.any(String), retryable: false }),
});

describe('a user who was never asked', () => {
  it('sees every template of the registry with nothing granted', async () => {
    const { data } = await emulator.call<{ data: Status }>(user, 'subscribeStatus');

    expect(data.templates.map(({ name, remaining, lastAnswer }) => [name, remaining, lastAnswer])).toEqual([
      ['orderShipped', 0, undefined],
      ['appointmentReminder', 0, undefined],
      ['paymentReceived', 0, undefined],
      ['shuttleArriving', 0, undefined],
    ]);
  });

  it('gets no message: WeChat refuses it with 43101', async () => {
    expect(await send({})).toEqual({
      ok: false,
      error: {
        code: 'NOT_SUBSCRIBED',
        message: expect.any(String),
        hint: expect.any(String),
        retryable: false,
        wechat: { errCode: 43101, errMsg: expect.stringMatching(/user refuse to accept the msg.* rid: /) },
      },
    });
    expect(await notifications()).toEqual([]);
  });
});

describe('a user who accepted once', () => {
  beforeEach(() => subscribe(user, [ORDER_SHIPPED]));

  it('is known to have one send granted, from what WeChat pushed', async () => {
    expect(await statusOf('orderShipped')).toMatchObject({ remaining: 1, lastAnswer: 'accept' });
  });

  it('gets one message, and the second is refused with 43101', async () => {
    expect(await send({})).toEqual({
      ok: true,
      data: { msgid: expect.stringMatching(/^\d{16,20}$/), remaining: 0 },
    });
    expect(await send({})).toMatchObject({ ok: false, error: { wechat: { errCode: 43101 } } });
    expect(await notifications()).toHaveLength(1);
  });

  it('gets the message with its labels, values, page and time', async () => {
    const { data } = (await send({})) as { data: { msgid: string } };

    const [card] = await notifications();
    expect(card).toMatchObject({
      msgid: data.msgid,
      title: '订单发货通知',
      lines: [
        { label: '订单编号', value: ORDER.orderNo },
        { label: '商品名称', value: ORDER.product },
        { label: '发货时间', value: ORDER.shippedAt },
        { label: '温馨提示', value: ORDER.note },
      ],
      page: 'pages/subscriptions/subscriptions',
      miniprogramState: 'formal',
    });
  });

  it('keeps the grant when a message is refused for its data', async () => {
    await send({ data: { ...ORDER, product: '' } });

    expect(await send({})).toMatchObject({ ok: true });
  });

  it('has two sends after accepting again: grants add up', async () => {
    // WeChat's events count time in seconds: two that are alike within one are the same event sent twice.
    emulator.clock.advance(1_000);
    await subscribe(user, [ORDER_SHIPPED]);

    expect(await send({})).toMatchObject({ ok: true, data: { remaining: 1 } });
    expect(await send({})).toMatchObject({ ok: true, data: { remaining: 0 } });
    expect(await send({})).toMatchObject({ ok: false });
  });

  it('keeps what he granted when he refuses the next time', async () => {
    await subscribe(user, [ORDER_SHIPPED], { choices: { [ORDER_SHIPPED]: 'reject' } });

    expect(await statusOf('orderShipped')).toMatchObject({ remaining: 1, lastAnswer: 'reject' });
    expect(await send({})).toMatchObject({ ok: true });
  });

  it('has it sent by the id of the template as well, with the keys of WeChat', async () => {
    const data = { character_string1: 'A1', thing2: '咖啡', date3: '2026年11月23日', thing4: '好' };

    expect(await send({ template: ORDER_SHIPPED, data })).toMatchObject({ ok: true });
  });
});

describe('the record of a send', () => {
  it('says who sent what to whom and what came of it, down to the receipt that WeChat pushes', async () => {
    await subscribe(user, [ORDER_SHIPPED]);
    const { data } = (await send({})) as { data: { msgid: string } };
    await send({});
    await emulator.settled();

    const records = await read('xinshi_sends', { openid: user });
    expect(records).toEqual([
      expect.objectContaining({
        sentBy: `user:${user}`,
        tmplId: ORDER_SHIPPED,
        outcome: 'accepted',
        msgid: data.msgid,
        delivery: 'delivered',
        deliveryStatus: 'success',
      }),
      expect.objectContaining({ outcome: 'refused', msgid: '', errCode: 43101, delivery: 'awaited' }),
    ]);
  });
});

describe('a send that comes ahead of the push of its grant', () => {
  let settings: PushSettings;
  beforeEach(async () => {
    settings = await emulator.get<PushSettings>('/emulator/push');
    const routes = settings.routes.map((route) => ({ ...route, functionName: 'latePush' }));
    await emulator.request('PUT', '/emulator/push', { ...settings, routes });
  });
  afterEach(() => emulator.request('PUT', '/emulator/push', settings));

  it('uses up that grant when its push comes', async () => {
    await emulator.request('POST', `/emulator/users/${user}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
    expect(await send({})).toMatchObject({ ok: true, data: { remaining: 0 } });
    await emulator.settled();

    expect(await statusOf('orderShipped')).toMatchObject({ remaining: 0, lastAnswer: 'accept' });
    expect(await send({})).toMatchObject({ ok: false, error: { wechat: { errCode: 43101 } } });
  });
});

describe('an answer that is kept', () => {
  it('is given without the panel from then on, and each request grants one send', async () => {
    await subscribe(user, [ORDER_SHIPPED], { alwaysKeep: true });
    const panel = `/emulator/users/${user}/subscribe/panel`;

    expect((await emulator.request('POST', panel, { tmplIds: [ORDER_SHIPPED] })).body).toEqual({
      show: false,
    });
    await subscribe(user, [ORDER_SHIPPED]);

    expect(await send({})).toMatchObject({ ok: true });
    expect(await send({})).toMatchObject({ ok: true });
    expect(await send({})).toMatchObject({ ok: false });
  });
});

describe('a user who withdraws in the settings', () => {
  it('is known to have withdrawn, and gets nothing more', async () => {
    await subscribe(user, [ORDER_SHIPPED], { alwaysKeep: true });
    await emulator.request('PATCH', `/emulator/users/${user}/setting`, {
      itemSettings: { [ORDER_SHIPPED]: 'reject' },
    });
    await emulator.settled();

    expect(await statusOf('orderShipped')).toMatchObject({ remaining: 0, lastAnswer: 'reject' });
    expect(await send({})).toMatchObject({ ok: false, error: { wechat: { errCode: 43101 } } });
  });
});

describe('a long-term template', () => {
  it('stays open, message after message', async () => {
    await subscribe(user, [SHUTTLE_ARRIVING]);

    for (const _ of [1, 2, 3]) {
      expect(await send({ template: 'shuttleArriving', data: SHUTTLE_DATA })).toMatchObject({
        ok: true,
        data: { remaining: 1 },
      });
    }
    expect(await notifications()).toHaveLength(3);
  });

  it('cannot be asked for together with a one-time template', async () => {
    expect(await subscribe(user, [SHUTTLE_ARRIVING, ORDER_SHIPPED])).toEqual({
      errMsg: 'requestSubscribeMessage:fail Templates type must be same',
      errCode: 20002,
    });
  });
});

describe('who may send', () => {
  let other: string;
  beforeEach(async () => {
    other = newUser();
    await subscribe(user, [ORDER_SHIPPED, PAYMENT_RECEIVED]);
    await subscribe(other, [ORDER_SHIPPED]);
  });

  it('a user may not message another user, whatever he writes into the event', async () => {
    for (const more of [{}, { OPENID: other }, { userInfo: { openId: other } }, { SOURCE: 'scf' }]) {
      expect(await send({ to: other, ...more })).toMatchObject({ ok: false });
    }
    expect(await send({ to: other })).toEqual(refusedWith('NOT_ALLOWED'));
    expect(await notifications(other)).toEqual([]);
  });

  it('a user may not send himself a template that is for operators', async () => {
    expect(await send({ template: 'paymentReceived', data: PAYMENT_DATA })).toEqual(
      refusedWith('NOT_ALLOWED'),
    );
  });

  it('an operator may message a user', async () => {
    expect(await send({ to: user }, OPERATOR)).toMatchObject({ ok: true });
    expect(await send({ to: user, template: 'paymentReceived', data: PAYMENT_DATA }, OPERATOR)).toMatchObject(
      { ok: true },
    );
    expect(await notifications(user)).toHaveLength(2);
  });

  it('an operator is whoever has a document in the collection, unless he wrote it himself', async () => {
    const appoint = (document: Record<string, string>) =>
      emulator.call(user, 'write', { collection: 'xinshi_operators', document });
    const honest = newUser();
    expect(await send({ to: user }, honest)).toEqual(refusedWith('NOT_ALLOWED'));

    await appoint({ _id: honest });
    await appoint({ _id: other, _openid: other });

    expect(await send({ to: user }, honest)).toMatchObject({ ok: true });
    expect(await send({ to: user }, other)).toEqual(refusedWith('NOT_ALLOWED'));
  });

  it("the project's own functions may message a user", async () => {
    const data = { template: 'paymentReceived', data: PAYMENT_DATA, to: user };

    expect(await emulator.call(other, 'relay', { name: 'subscribeSend', data })).toMatchObject({
      ok: true,
    });
  });

  it('nobody but WeChat may push', async () => {
    const [{ packet } = { packet: {} }] = await emulator.get<PushRecord[]>('/emulator/pushes');
    const before = await read('xinshi_pushes', { openid: user });

    const forged = { ...packet, CreateTime: '1', FromUserName: user };
    expect(await emulator.call(user, 'messagePush', forged)).toEqual(refusedWith('NOT_ALLOWED'));
    expect(await emulator.call(user, 'relay', { name: 'messagePush', data: forged })).toEqual(
      refusedWith('NOT_ALLOWED'),
    );

    expect(before).toHaveLength(1);
    expect(await read('xinshi_pushes', { openid: user })).toEqual(before);
  });
});

describe('bad input', () => {
  beforeEach(() => subscribe(user, [ORDER_SHIPPED, APPOINTMENT_REMINDER]));

  const LONG = '长'.repeat(10_000);
  const cases: [what: string, input: Record<string, unknown>, code: string, names: string][] = [
    ['an unknown template', { template: 'orderLost' }, 'UNKNOWN_TEMPLATE', 'orderLost'],
    ['no template', { template: undefined }, 'INVALID_INPUT', 'template'],
    ['a template of the wrong type', { template: { $ne: '' } }, 'INVALID_INPUT', 'template'],
    ['a missing field', { data: { ...ORDER, note: undefined } }, 'INVALID_FIELD', 'data.note'],
    ['an empty field', { data: { ...ORDER, note: '' } }, 'INVALID_FIELD', 'data.note'],
    [
      'a field that the template lacks',
      { data: { ...ORDER, colour: 'red' } },
      'INVALID_FIELD',
      'data.colour',
    ],
    [
      '21 characters in a thing',
      { data: { ...ORDER, product: '字'.repeat(21) } },
      'INVALID_FIELD',
      'data.product',
    ],
    [
      'Chinese in a character_string',
      { data: { ...ORDER, orderNo: '编号' } },
      'INVALID_FIELD',
      'data.orderNo',
    ],
    ['a date that is none', { data: { ...ORDER, shippedAt: 'soon' } }, 'INVALID_FIELD', 'data.shippedAt'],
    ['a value of the wrong type', { data: { ...ORDER, product: ['a'] } }, 'INVALID_INPUT', 'data.product'],
    ['data as JSON text', { data: JSON.stringify(ORDER) }, 'INVALID_INPUT', 'data'],
    [
      'a value as WeChat has it',
      { data: { ...ORDER, product: { value: 'a' } } },
      'INVALID_INPUT',
      'data.product',
    ],
    ['10,000 characters in a field', { data: { ...ORDER, product: LONG } }, 'INVALID_INPUT', 'data.product'],
    ['10,000 characters in the name', { template: LONG }, 'INVALID_INPUT', 'template'],
    ['a language that WeChat lacks', { lang: 'fr_FR' }, 'INVALID_INPUT', 'lang'],
    ['a field of the input that does not exist', { touser: 'o1' }, 'INVALID_INPUT', 'touser'],
  ];

  it.each(cases)('%s is refused and named, and no grant is lost', async (_what, input, code, names) => {
    expect(await send(input)).toEqual(refusedWith(code, expect.stringContaining(names)));

    expect(await send({})).toMatchObject({ ok: true });
  });
});
