import { registerChat } from '../../../../scripts/emulator/http/routes/chat';
import { LI_LEI, PNG } from '../../wechat/world';
import { serveWeChat } from './wechat';

const CHAT = `/emulator/users/${LI_LEI}/chat`;

let server: Awaited<ReturnType<typeof serveWeChat>>;
beforeEach(async () => {
  server = await serveWeChat(registerChat);
});
afterEach(() => server.close());

describe('/emulator/users/:openid/chat', () => {
  it('takes what the user writes and shows the conversation', async () => {
    const sent = await server.request('POST', CHAT, { msgtype: 'text', content: '在吗' });
    expect(sent).toMatchObject({ status: 200, body: { from: 'user', content: '在吗' } });
    expect((await server.request('GET', CHAT)).body).toEqual({
      messages: [sent.body],
      allowance: { remaining: 5, endsAt: server.clock.now() + 48 * 3_600_000 },
    });
  });

  it.each([
    [{ msgtype: 'voice' }, 'msgtype'],
    [{ msgtype: 'text' }, 'content'],
    [{ msgtype: 'text', content: '' }, 'content'],
    [{ msgtype: 'image', picUrl: 'javascript:alert(1)' }, 'picUrl'],
    [{ msgtype: 'image' }, 'picUrl'],
    [{ msgtype: 'miniprogrampage', title: 'a' }, 'pagePath'],
  ])('refuses %j', async (body, place) => {
    expect(await server.request('POST', CHAT, body)).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_REQUEST', message: expect.stringContaining(place) } },
    });
  });
});

describe('a text of the user', () => {
  it('may have 10,000 characters', async () => {
    const say = (content: string) => server.request('POST', CHAT, { msgtype: 'text', content });

    expect(await say('字'.repeat(10_000))).toMatchObject({ status: 200 });
    expect(await say('字'.repeat(10_001))).toMatchObject({ status: 400 });
  });
});

describe("the user's images", () => {
  const data = PNG.toString('base64');

  it.each([data, `data:image/png;base64,${data}`])(
    'are kept, and pushed with a whole address: %#',
    async (given) => {
      const { status, body } = await server.request('POST', CHAT, { msgtype: 'image', data: given });
      const { picUrl } = body as { picUrl: string };
      expect([status, picUrl]).toEqual([200, expect.stringMatching(/^\/emulator\/media\/[\w-]{64}$/)]);
      expect(await server.pushed('image')).toMatchObject([{ PicUrl: `http://127.0.0.1:9527${picUrl}` }]);
    },
  );

  it('are refused when they are none, or larger than 10 MB', async () => {
    for (const none of ['', 'not base64', Buffer.from('<svg/>').toString('base64')]) {
      expect(await server.request('POST', CHAT, { msgtype: 'image', data: none })).toMatchObject({
        status: 400,
        body: { error: { code: 'NOT_AN_IMAGE' } },
      });
    }
    const large = Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]).toString('base64');
    expect(await server.request('POST', CHAT, { msgtype: 'image', data: large })).toMatchObject({
      status: 413,
      body: { error: { code: 'IMAGE_TOO_LARGE' } },
    });
  });
});

describe('POST /emulator/users/:openid/chat/enter', () => {
  it('enters, with or without where the user came from', async () => {
    const allowance = { remaining: 2, endsAt: server.clock.now() + 60_000 };
    expect((await server.request('POST', `${CHAT}/enter`)).body).toEqual({ messages: [], allowance });
    await server.request('POST', `${CHAT}/enter`, { sessionFrom: 'order' });
    expect(await server.pushed('user_enter_tempsession')).toMatchObject([
      { SessionFrom: '' },
      { SessionFrom: 'order' },
    ]);
  });

  it('refuses a sessionFrom of 1001 characters', async () => {
    const body = { sessionFrom: 'x'.repeat(1_001) };
    expect(await server.request('POST', `${CHAT}/enter`, body)).toMatchObject({ status: 400 });
  });
});
