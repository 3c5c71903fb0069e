import { createWorld, HAN_MEI, LI_LEI, PNG, type World } from '../world';

const MINUTE = 60_000;
const HAND_OVER = {
  MsgType: 'transfer_customer_service',
  ToUserName: LI_LEI,
  FromUserName: 'gh_0f1e2d3c4b5a',
};

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.wechat.push.idle());

const desk = () => world.wechat.desk;
const functionHandsOver = (result: unknown = HAND_OVER) =>
  world.functionsAnswer(async () => ({ ok: true, result }));
const writes = async (content: string, openid = LI_LEI) => {
  world.wechat.chat.say(openid, { msgtype: 'text', content });
  await world.wechat.push.idle();
};
const pushedTexts = () => world.invoked.map(({ packet }) => packet['Content']);
const waits = async () => {
  functionHandsOver();
  await writes('人工');
};
const isTaken = async () => {
  await waits();
  desk().take(LI_LEI);
};

describe('a hand-over', () => {
  it('puts the user into the queue when the answer to a message is transfer_customer_service', async () => {
    await waits();
    expect(desk().list()).toMatchObject([
      {
        openid: LI_LEI,
        nickname: '李雷',
        state: 'waiting',
        handedOverAt: world.clock.now(),
        messages: [{ content: '人工' }],
      },
    ]);
    expect(world.announced).toContain('desk');
  });

  it.each(['success', '', null, 42, {}, { MsgType: 'text' }, ['transfer_customer_service']])(
    'does not follow from the answer %j, which is taken as success',
    async (result) => {
      functionHandsOver(result);
      await writes('在吗');
      expect(desk().list()).toEqual([]);
      expect(world.journal.pushes(1)[0]?.attempts).toHaveLength(1);
    },
  );

  it('does not follow from the answer to an event', async () => {
    functionHandsOver();
    world.wechat.chat.enter(LI_LEI, 'home');
    await world.wechat.push.idle();
    expect(desk().list()).toEqual([]);
  });

  it('lists those first who have waited longest', async () => {
    functionHandsOver();
    await writes('人工', LI_LEI);
    world.clock.advance(MINUTE);
    await writes('人工', HAN_MEI);
    world.clock.advance(MINUTE);
    await writes('还在吗', LI_LEI);
    expect(
      desk()
        .list()
        .map(({ openid }) => openid),
    ).toEqual([LI_LEI, HAN_MEI]);
  });
});

describe('messages of a user', () => {
  it('still go to the developer while he waits in the queue', async () => {
    await waits();
    await writes('还在排队吗');
    expect(pushedTexts()).toEqual(['人工', '还在排队吗']);
  });

  it('go to the agent alone once one has taken him', async () => {
    await isTaken();
    await writes('您好');
    expect(pushedTexts()).toEqual(['人工']);
    expect(desk().list()[0]?.messages.at(-1)).toMatchObject({ content: '您好', from: 'user' });
    expect(world.journal.pushes(10)).toHaveLength(1);
  });

  it('go to the developer again when the agent has closed the conversation', async () => {
    await isTaken();
    functionHandsOver('success');
    desk().close(LI_LEI);
    await writes('还有一个问题');
    expect(pushedTexts()).toEqual(['人工', '还有一个问题']);
    expect(desk().list()).toEqual([]);
  });

  it('go to the developer again when 30 minutes have passed', async () => {
    await isTaken();
    world.clock.advance(30 * MINUTE - 1);
    await writes('第 29 分钟');
    world.clock.advance(1);
    functionHandsOver('success');
    await writes('第 30 分钟');
    expect(pushedTexts()).toEqual(['人工', '第 30 分钟']);
    expect(desk().list()).toEqual([]);
  });

  it('leave events to the developer while an agent has the conversation', async () => {
    await isTaken();
    world.wechat.chat.enter(LI_LEI, 'again');
    expect(await world.pushed('user_enter_tempsession')).toHaveLength(1);
  });
});

describe('take', () => {
  it('says until when the agent has the conversation', async () => {
    await waits();
    expect(desk().take(LI_LEI)).toMatchObject({
      state: 'taken',
      endsAt: world.clock.now() + 30 * MINUTE,
    });
  });

  it('refuses a user who does not wait, or who has been taken', async () => {
    const refused = expect.objectContaining({ status: 409, code: 'NOT_WAITING' });
    expect(() => desk().take(LI_LEI)).toThrow(refused);
    await isTaken();
    expect(() => desk().take(LI_LEI)).toThrow(refused);
  });
});

describe('reply', () => {
  it('reaches the user, marked as of an agent, without using the allowance up', async () => {
    await isTaken();
    for (let count = 0; count < 6; count++)
      desk().reply(LI_LEI, { msgtype: 'text', content: '您好，我是客服' });
    const { messages, allowance } = world.wechat.chat.read(LI_LEI);
    expect(messages.at(-1)).toMatchObject({ from: 'service', by: 'agent', content: '您好，我是客服' });
    expect(allowance).toMatchObject({ remaining: 5 });
    expect(world.announced.at(-1)).toBe('chat');
  });

  it('sends an image', async () => {
    await isTaken();
    const reply = desk().reply(LI_LEI, { msgtype: 'image', data: PNG.toString('base64') });
    expect(reply).toMatchObject({ msgtype: 'image', picUrl: expect.stringMatching(/^\/emulator\/media\//) });
  });

  it('is refused when no agent has taken the user, or the 30 minutes are over', async () => {
    const refused = expect.objectContaining({ status: 409, code: 'NOT_TAKEN' });
    const reply = () => desk().reply(LI_LEI, { msgtype: 'text', content: '您好' });
    await waits();
    expect(reply).toThrow(refused);
    expect(() => desk().close(LI_LEI)).toThrow(refused);
    desk().take(LI_LEI);
    world.clock.advance(30 * MINUTE);
    expect(reply).toThrow(refused);
  });
});
