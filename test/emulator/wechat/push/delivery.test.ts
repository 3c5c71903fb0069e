import { createWorld, HAN_MEI, LI_LEI, TEMPLATES, type World } from '../world';

const EVENT = { MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: 'home' };
const { tmplId } = TEMPLATES.orderShipped;

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => jest.useRealTimers());

const lastRecord = () => world.journal.pushes(1)[0];
const route = (...routes: { msgType: string; event?: string; functionName: string }[]) =>
  world.wechat.push.changeSettings({ ...world.wechat.push.settings(), routes });

describe('deliver', () => {
  it('runs the function of the route with the packet as its event', async () => {
    world.wechat.push.deliver(LI_LEI, EVENT);
    await world.wechat.push.idle();
    expect(world.invoked).toEqual([
      {
        functionName: 'messagePush',
        packet: {
          ToUserName: 'gh_0f1e2d3c4b5a',
          FromUserName: LI_LEI,
          CreateTime: world.clock.now() / 1000,
          ...EVENT,
        },
        openid: LI_LEI,
        appid: 'wx0f1e2d3c4b5a6978',
      },
    ]);
  });

  it('does not begin before the caller has its answer', () => {
    world.wechat.push.deliver(LI_LEI, EVENT);
    expect(world.invoked).toEqual([]);
    return world.wechat.push.idle();
  });

  it('records the answer', async () => {
    world.wechat.push.deliver(LI_LEI, EVENT);
    await world.wechat.push.idle();
    expect(lastRecord()).toMatchObject({
      msgType: 'event',
      event: 'user_enter_tempsession',
      openid: LI_LEI,
      functionName: 'messagePush',
      attempts: [{ response: 'success', startedAt: world.clock.now() }],
    });
  });

  it('only records a packet that no route takes', async () => {
    route();
    world.wechat.push.deliver(LI_LEI, { MsgType: 'text', Content: '在吗' });
    await world.wechat.push.idle();
    expect(world.invoked).toEqual([]);
    expect(lastRecord()).toMatchObject({ msgType: 'text', attempts: [] });
    expect(lastRecord()).not.toHaveProperty('functionName');
  });

  it('tries a function that fails three times in all', async () => {
    world.functionsAnswer(async () => ({ ok: false, message: 'boom' }));
    world.wechat.push.deliver(LI_LEI, EVENT);
    await world.wechat.push.idle();
    expect(lastRecord()?.attempts.map(({ error }) => error)).toEqual(['boom', 'boom', 'boom']);
  });

  it('stops trying at the first answer', async () => {
    let count = 0;
    world.functionsAnswer(async () => {
      count += 1;
      return count === 1 ? { ok: false, message: 'boom' } : { ok: true, result: { MsgType: 'x' } };
    });
    world.wechat.push.deliver(LI_LEI, EVENT);
    await world.wechat.push.idle();
    expect(lastRecord()?.attempts).toMatchObject([{ error: 'boom' }, { response: { MsgType: 'x' } }]);
  });

  it('gives a function five seconds, three times', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    world.functionsAnswer(() => new Promise(() => {}));
    world.wechat.push.deliver(LI_LEI, EVENT);
    await new Promise(setImmediate);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(world.invoked).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(world.invoked).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(10_000);
    await world.wechat.push.idle();
    const error = 'no answer within 5000 ms';
    expect(lastRecord()?.attempts).toMatchObject([{ error }, { error }, { error, durationMs: 5_000 }]);
  });

  it('keeps the order of one user, and lets users go side by side', async () => {
    const order: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.functionsAnswer(async (_, packet, { openid }) => {
      if (openid === LI_LEI && packet['SessionFrom'] === 'first') await held;
      order.push(`${openid === LI_LEI ? '李雷' : '韩梅梅'} ${packet['SessionFrom']}`);
      if (order.length === 1) release();
      return { ok: true, result: null };
    });
    world.wechat.push.deliver(LI_LEI, { ...EVENT, SessionFrom: 'first' });
    world.wechat.push.deliver(LI_LEI, { ...EVENT, SessionFrom: 'second' });
    world.wechat.push.deliver(HAN_MEI, { ...EVENT, SessionFrom: 'only' });
    await world.wechat.push.idle();
    expect(order).toEqual(['韩梅梅 only', '李雷 first', '李雷 second']);
  });

  it('is idle at once when a function that never answers is given up', async () => {
    world.functionsAnswer(() => new Promise(() => {}));
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    world.wechat.push.deliver(LI_LEI, EVENT);
    await new Promise(setImmediate);
    world.wechat.push.abandon();
    await world.wechat.push.idle();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(lastRecord()?.attempts).toEqual([]);
    expect(world.invoked).toHaveLength(1);
  });

  it('gives up what is under way when it is told to', async () => {
    world.functionsAnswer(async () => {
      world.wechat.push.abandon();
      return { ok: false, message: 'boom' };
    });
    world.wechat.push.deliver(LI_LEI, EVENT);
    world.wechat.push.deliver(LI_LEI, EVENT);
    await world.wechat.push.idle();
    expect(world.invoked).toHaveLength(1);
  });
});

describe('resume', () => {
  /** The same state in a process that comes after this one. */
  const restarted = () => createWorld({ store: world.store });

  it('goes on with a push that was under way when the process died, with the attempts that are left', async () => {
    world.functionsAnswer(async () => {
      world.wechat.push.abandon();
      return { ok: false, message: 'cut off' };
    });
    world.wechat.push.deliver(LI_LEI, EVENT);
    await new Promise(setImmediate);
    const after = restarted();
    expect(after.invoked).toEqual([]);
    after.wechat.push.resume();
    await after.wechat.push.idle();
    expect(after.invoked).toMatchObject([{ packet: { Event: 'user_enter_tempsession' } }]);
    expect(after.journal.pushes(10)).toMatchObject([{ attempts: [{ response: 'success' }] }]);
  });

  it('counts the attempts that were made before', async () => {
    let calls = 0;
    world.functionsAnswer(async () => {
      calls += 1;
      if (calls === 2) world.wechat.push.abandon();
      return { ok: false, message: 'boom' };
    });
    world.wechat.push.deliver(LI_LEI, EVENT);
    while (calls < 2) await new Promise(setImmediate);
    const after = restarted();
    after.functionsAnswer(async () => ({ ok: false, message: 'still' }));
    after.wechat.push.resume();
    await after.wechat.push.idle();
    expect(after.journal.pushes(1)[0]?.attempts.map(({ error }) => error)).toEqual([
      'boom',
      'still',
      'still',
    ]);
  });

  it('delivers nothing that was delivered, refused three times, or routed nowhere', async () => {
    world.wechat.push.deliver(LI_LEI, EVENT);
    await world.wechat.push.idle();
    world.functionsAnswer(async () => ({ ok: false, message: 'boom' }));
    world.wechat.push.deliver(LI_LEI, EVENT);
    await world.wechat.push.idle();
    route();
    world.wechat.push.deliver(LI_LEI, EVENT);
    const after = restarted();
    after.wechat.push.resume();
    await after.wechat.push.idle();
    expect(after.invoked).toEqual([]);
  });

  it('has nothing to do after a reset', async () => {
    world.wechat.push.deliver(LI_LEI, EVENT);
    world.wechat.reset();
    const after = restarted();
    after.wechat.push.resume();
    await after.wechat.push.idle();
    expect(after.invoked).toEqual([]);
  });
});

describe('routes', () => {
  const subscribeEvents = [
    'subscribe_msg_popup_event',
    'subscribe_msg_change_event',
    'subscribe_msg_sent_event',
  ];

  it.each(subscribeEvents)('subscribe_msg_event takes %s', async (event) => {
    route({ msgType: 'event', event: 'subscribe_msg_event', functionName: 'subscriptions' });
    world.wechat.push.deliver(LI_LEI, { MsgType: 'event', Event: event });
    await world.wechat.push.idle();
    expect(world.invoked[0]?.functionName).toBe('subscriptions');
  });

  it('subscribe_msg_event takes no other event', async () => {
    route({ msgType: 'event', event: 'subscribe_msg_event', functionName: 'subscriptions' });
    world.wechat.push.deliver(LI_LEI, EVENT);
    await world.wechat.push.idle();
    expect(world.invoked).toEqual([]);
  });

  it("an event's own name goes before subscribe_msg_event", async () => {
    route(
      { msgType: 'event', event: 'subscribe_msg_event', functionName: 'all' },
      { msgType: 'event', event: 'subscribe_msg_popup_event', functionName: 'popups' },
    );
    world.accept(LI_LEI, tmplId);
    await world.wechat.push.idle();
    expect(world.invoked[0]?.functionName).toBe('popups');
  });
});
