import {
  emulator,
  granted,
  ORDER_SHIPPED,
  pushesTo,
  records,
  send,
  strike,
  subscribe,
  subscribed,
  user,
} from './faultWorld';

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
