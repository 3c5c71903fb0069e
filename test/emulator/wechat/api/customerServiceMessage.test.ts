import type { ApiArgument } from '../../../../scripts/emulator/wechat/api/arguments';
import { createWorld, HAN_MEI, LI_LEI, PNG, type World } from '../world';

const SECOND = 1_000;
const HOUR = 3_600_000;

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.wechat.push.idle());

const userWrites = (content = '在吗') => world.wechat.chat.say(LI_LEI, { msgtype: 'text', content });
const userSendsImage = () => {
  const message = world.wechat.chat.say(LI_LEI, { msgtype: 'image', picUrl: 'http://127.0.0.1/a.png' });
  if (message.msgtype !== 'image') throw new Error('not an image');
  return message.mediaId;
};
const userEnters = () => world.wechat.chat.enter(LI_LEI, 'home');
const send = (args: Record<string, unknown> = { msgtype: 'text', text: { content: '在的' } }) =>
  world.call('customerServiceMessage.send', { touser: LI_LEI, ...args });
const typing = (command: unknown = 'Typing') =>
  world.call('customerServiceMessage.setTyping', { touser: LI_LEI, command });
const chat = () => world.wechat.chat.read(LI_LEI);
const failed = (errcode: number, text: string) => ({
  errcode,
  errmsg: expect.stringContaining(`${text} rid: `),
});

describe('customerServiceMessage.send', () => {
  it('sends five messages after a message of the user, and refuses the sixth with 45047', () => {
    userWrites();
    expect([1, 2, 3, 4, 5].map(() => send().errcode)).toEqual([0, 0, 0, 0, 0]);
    expect(send()).toMatchObject(failed(45047, 'out of response count limit'));
  });

  it('sends for 48 hours after a message of the user, then refuses with 45015', () => {
    userWrites();
    world.clock.advance(48 * HOUR - 1);
    expect(send().errcode).toBe(0);
    world.clock.advance(1);
    expect(send()).toMatchObject(failed(45015, 'response out of time limit or subscription is canceled'));
  });

  it('sends two messages within a minute after the user entered', () => {
    userEnters();
    expect([send(), send(), send()].map(({ errcode }) => errcode)).toEqual([0, 0, 45047]);
  });

  it('refuses a message a minute after the user entered', () => {
    userEnters();
    world.clock.advance(60 * SECOND);
    expect(send().errcode).toBe(45015);
  });

  it('refuses a user who has done nothing yet', () => {
    userWrites();
    expect(send({ touser: HAN_MEI, msgtype: 'text', text: { content: '您好' } }).errcode).toBe(45015);
  });

  it('puts the message into the chat and announces it', () => {
    userWrites();
    send();
    expect(chat().messages).toMatchObject([
      { from: 'user', msgtype: 'text', content: '在吗' },
      { from: 'service', msgtype: 'text', content: '在的', openid: LI_LEI, at: world.clock.now() },
    ]);
    expect(chat().allowance).toEqual({ remaining: 4, endsAt: world.clock.now() + 48 * HOUR });
    expect(world.announced.filter((type) => type === 'chat')).toHaveLength(2);
  });

  it('keeps the links of a text as they are', () => {
    userWrites();
    const content =
      '<a href="http://www.qq.com" data-miniprogram-appid="wx0f1e2d3c4b5a6978" data-miniprogram-path="pages/index/index">点击</a>';
    send({ msgtype: 'text', text: { content } });
    expect(chat().messages.at(-1)).toMatchObject({ content });
  });

  it('sends an image by its media id', () => {
    const mediaId = userSendsImage();
    expect(send({ msgtype: 'image', image: { media_id: mediaId } }).errcode).toBe(0);
    expect(chat().messages.at(-1)).toMatchObject({ mediaId, picUrl: 'http://127.0.0.1/a.png' });
  });

  it('sends a link and a mini-program page', () => {
    const thumb_media_id = userSendsImage();
    const link = {
      title: '标题',
      description: '说明',
      url: 'https://a.example',
      thumb_url: 'https://b.example',
    };
    const miniprogrampage = { title: '首页', pagepath: 'pages/index/index?a=1', thumb_media_id };
    expect(send({ msgtype: 'link', link }).errcode).toBe(0);
    expect(send({ msgtype: 'miniprogrampage', miniprogrampage }).errcode).toBe(0);
    expect(chat().messages.slice(1)).toMatchObject([
      { msgtype: 'link', title: '标题', thumbUrl: 'https://b.example' },
      {
        msgtype: 'miniprogrampage',
        pagePath: 'pages/index/index?a=1',
        thumbMediaId: thumb_media_id,
        thumbUrl: 'http://127.0.0.1/a.png',
      },
    ]);
  });

  it.each([
    ['an unknown media id', { msgtype: 'image', image: { media_id: 'unknown' } }],
    ['a very long media id', { msgtype: 'image', image: { media_id: 'x'.repeat(10_000) } }],
    ['no image', { msgtype: 'image' }],
    [
      'a page without a picture',
      { msgtype: 'miniprogrampage', miniprogrampage: { title: 'a', pagepath: 'b' } },
    ],
  ])('refuses %s with 40007', (_, args) => {
    userWrites();
    expect(send(args)).toMatchObject(failed(40007, 'invalid media_id'));
  });

  it('refuses a media id after three days with 40007', () => {
    const image = { media_id: userSendsImage() };
    world.clock.advance(72 * HOUR);
    userWrites();
    expect(send({ msgtype: 'image', image }).errcode).toBe(40007);
  });

  it.each([
    [40003, 'invalid openid', { touser: 'x'.repeat(10_000) }],
    [40003, 'invalid openid', { touser: { not: 'text' } }],
    [40008, 'invalid message type', { msgtype: 'voice' }],
    [40008, 'invalid message type', {}],
    [44004, 'empty content', { msgtype: 'text', text: '在的' }],
    [44004, 'empty content', { msgtype: 'text', text: { content: '' } }],
    [47001, 'data format error', { msgtype: 'link', link: { title: 'no more' } }],
    [47001, 'data format error', { msgtype: 'link', link: 'text' }],
  ])('answers %i %s for %j', (errcode, text, args) => {
    userWrites();
    expect(send(args)).toMatchObject(failed(errcode, text));
  });

  it('does not use the allowance up when it is refused', () => {
    userEnters();
    send({ msgtype: 'voice' });
    expect(chat().allowance).toMatchObject({ remaining: 2 });
  });
});

const json = (value: unknown): ApiArgument => ({ value: Buffer.from(JSON.stringify(value)) });

function upload(bytes: Buffer | undefined, type: unknown = 'image') {
  const args = new Map([['type', json(type)]]);
  if (bytes !== undefined) args.set('media', { value: bytes, contentType: 'image/png', filename: 'a.png' });
  const answer = world.wechat.callApi('customerServiceMessage.uploadTempMedia', args);
  if (answer.kind !== 'json') throw new Error(answer.kind);
  return JSON.parse(answer.text) as { errcode: number; errmsg: string; media_id: string; created_at: number };
}
const download = (mediaId: string) =>
  world.wechat.callApi('customerServiceMessage.getTempMedia', new Map([['media_id', json(mediaId)]]));

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
const GIF = Buffer.from('GIF89a......');

describe('customerServiceMessage.uploadTempMedia', () => {
  it('keeps an image and answers with its type, media_id and created_at in seconds', () => {
    expect(upload(PNG)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      type: 'image',
      media_id: expect.stringMatching(/^[A-Za-z0-9_-]{64}$/),
      created_at: world.clock.now() / SECOND,
    });
  });

  it.each([
    ['JPEG', JPEG],
    ['GIF', GIF],
  ])('takes a %s', (_, bytes) => expect(upload(bytes).errcode).toBe(0));

  it.each([
    ['another type', PNG, 'voice'],
    ['no type', PNG, null],
    ['bytes that are no image, whatever the name says', Buffer.from('<svg/>'), 'image'],
  ])('refuses %s with 40004', (_, bytes, type) => {
    expect(upload(bytes, type)).toMatchObject(failed(40004, 'invalid media type'));
  });

  it('takes 10 MB and refuses one byte more with 40009', () => {
    const image = (size: number) => Buffer.concat([PNG, Buffer.alloc(size - PNG.length)]);
    expect(upload(image(10 * 1024 * 1024)).errcode).toBe(0);
    expect(upload(image(10 * 1024 * 1024 + 1))).toMatchObject(failed(40009, 'invalid image size'));
  });

  it.each([[undefined], [Buffer.alloc(0)]])('refuses a call without a file with 41005', (bytes) => {
    expect(upload(bytes)).toMatchObject(failed(41005, 'media data missing'));
  });

  it('makes images that can be sent, shown under an address of the emulator', () => {
    userWrites();
    const { media_id } = upload(PNG);
    expect(send({ msgtype: 'image', image: { media_id } }).errcode).toBe(0);
    expect(chat().messages.at(-1)).toMatchObject({ picUrl: `/emulator/media/${media_id}` });
  });
});

describe('customerServiceMessage.getTempMedia', () => {
  it('gives the bytes with their type', () => {
    const { media_id } = upload(JPEG);
    expect(download(media_id)).toEqual({
      kind: 'bytes',
      contentType: 'image/jpeg',
      filename: `${media_id}.jpg`,
      bytes: JPEG,
    });
  });

  it('gives an image that the user sent', () => {
    const data = `data:image/png;base64,${PNG.toString('base64')}`;
    const message = world.wechat.chat.say(LI_LEI, { msgtype: 'image', data });
    if (message.msgtype !== 'image') throw new Error('not an image');
    expect(download(message.mediaId)).toMatchObject({ contentType: 'image/png', bytes: PNG });
  });

  it('answers 40007 for an unknown id, and after three days', () => {
    const { media_id } = upload(PNG);
    expect(download('unknown')).toMatchObject({ text: expect.stringContaining('"errcode":40007') });
    world.clock.advance(72 * HOUR);
    expect(download(media_id)).toMatchObject({ text: expect.stringContaining('"errcode":40007') });
  });

  it('answers 40007 for an image that the user sent by its address: its bytes are not here', () => {
    expect(download(userSendsImage())).toMatchObject({ text: expect.stringContaining('40007') });
  });
});

describe('customerServiceMessage.setTyping', () => {
  it('shows the typing state for 15 seconds, and refuses to show it again with 45081', () => {
    userWrites();
    expect(typing().errcode).toBe(0);
    expect(chat().typingEndsAt).toBe(world.clock.now() + 15 * SECOND);
    world.clock.advance(15 * SECOND - 1);
    expect(typing()).toMatchObject(failed(45081, '已经在输入状态，不可重复下发'));
    world.clock.advance(1);
    expect(chat()).not.toHaveProperty('typingEndsAt');
    expect(typing().errcode).toBe(0);
  });

  it('needs a message in the last 30 seconds, else 45080', () => {
    expect(typing().errcode).toBe(45080);
    userEnters();
    expect(typing().errcode).toBe(45080);
    userWrites();
    world.clock.advance(30 * SECOND);
    expect(typing().errcode).toBe(0);
    world.clock.advance(15 * SECOND);
    expect(typing()).toMatchObject(failed(45080, '下发输入状态，需要之前30秒内跟用户有过消息交互'));
  });

  it('counts a message of the mini-program as an interaction', () => {
    userWrites();
    world.clock.advance(HOUR);
    expect(typing().errcode).toBe(45080);
    send();
    expect(typing().errcode).toBe(0);
  });

  it('is refused when no message could follow', () => {
    userWrites();
    for (let count = 0; count < 5; count++) send();
    expect(typing().errcode).toBe(45047);
  });

  it('ends with a message of the mini-program, not with one of the user', () => {
    userWrites();
    typing();
    userWrites('还在吗');
    expect(chat()).toHaveProperty('typingEndsAt');
    send();
    expect(chat()).not.toHaveProperty('typingEndsAt');
    expect(typing().errcode).toBe(0);
  });

  it('ends with CancelTyping', () => {
    userWrites();
    typing();
    expect(typing('CancelTyping').errcode).toBe(0);
    expect(chat()).not.toHaveProperty('typingEndsAt');
    expect(typing('CancelTyping').errcode).toBe(0);
  });

  it.each(['typing', '', 1, null])('refuses the command %j with 45072', (command) => {
    userWrites();
    expect(typing(command)).toMatchObject(failed(45072, 'command字段取值不对'));
  });

  it('refuses an unknown user with 40003', () => {
    const args = { touser: 'nobody', command: 'Typing' };
    expect(world.call('customerServiceMessage.setTyping', args).errcode).toBe(40003);
  });
});
