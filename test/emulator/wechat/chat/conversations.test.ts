import { createWorld, LI_LEI, NOON, type World } from '../world';

let world: World;
beforeEach(() => {
  world = createWorld();
});

const pushed = async () => {
  await world.wechat.push.idle();
  return world.invoked.map(({ packet }) => packet);
};
const ENVELOPE = { ToUserName: 'gh_0f1e2d3c4b5a', FromUserName: LI_LEI, CreateTime: NOON / 1000 };
/** As in WeChat's guide to pushes in cloud functions. */
const MSG_ID = expect.stringMatching(new RegExp(`^[0-9a-f]{32}[0-9]{10}_${NOON / 1000}$`));

describe('say', () => {
  it('pushes a text', async () => {
    world.wechat.chat.say(LI_LEI, { msgtype: 'text', content: '在吗' });
    expect(await pushed()).toEqual([{ ...ENVELOPE, MsgType: 'text', Content: '在吗', MsgId: MSG_ID }]);
  });

  it('pushes an image with a media id', async () => {
    const message = world.wechat.chat.say(LI_LEI, { msgtype: 'image', picUrl: 'http://127.0.0.1/a.png' });
    expect(await pushed()).toEqual([
      {
        ...ENVELOPE,
        MsgType: 'image',
        PicUrl: 'http://127.0.0.1/a.png',
        MediaId: expect.stringMatching(/^[A-Za-z0-9_-]{64}$/),
        MsgId: MSG_ID,
      },
    ]);
    expect(world.wechat.chat.read(LI_LEI).messages).toEqual([message]);
  });

  it('pushes a mini-program page', async () => {
    const page = { title: '商品', pagePath: 'pages/item?id=1', thumbUrl: 'http://127.0.0.1/t.png' };
    world.wechat.chat.say(LI_LEI, { msgtype: 'miniprogrampage', ...page });
    expect(await pushed()).toEqual([
      {
        ...ENVELOPE,
        MsgType: 'miniprogrampage',
        Title: '商品',
        AppId: 'wx0f1e2d3c4b5a6978',
        PagePath: 'pages/item?id=1',
        ThumbUrl: 'http://127.0.0.1/t.png',
        ThumbMediaId: expect.any(String),
        MsgId: MSG_ID,
      },
    ]);
  });

  it('gives each message another MsgId', async () => {
    for (const content of ['一', '二']) world.wechat.chat.say(LI_LEI, { msgtype: 'text', content });
    const [first, second] = await pushed();
    expect(first?.['MsgId']).not.toBe(second?.['MsgId']);
    expect([first?.['Content'], second?.['Content']]).toEqual(['一', '二']);
  });
});

describe('enter', () => {
  it('pushes user_enter_tempsession with where the user came from', async () => {
    world.wechat.chat.enter(LI_LEI, 'home');
    expect(await pushed()).toEqual([
      { ...ENVELOPE, MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: 'home' },
    ]);
    expect(world.announced).toContain('chat');
  });
});

describe('read', () => {
  it('is empty for a user who has done nothing', () => {
    expect(world.wechat.chat.read(LI_LEI)).toEqual({ messages: [] });
  });
});
