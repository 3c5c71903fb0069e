import type { Output as Status } from '../../cloudfunctions/subscribeStatus/contract';
import type { PushSettings } from '../../scripts/emulator/contract';
import { ORDER_SHIPPED, SHUTTLE_ARRIVING } from '../../scripts/project/seed';
import {
  emulator,
  notifications,
  ORDER,
  read,
  SHUTTLE_DATA,
  send,
  statusOf,
  subscribe,
  user,
} from './subscriptionWorld';

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
