import { registerMiniProgram } from '../../../../scripts/emulator/http/routes/miniProgram';
import { exampleData, LI_LEI, TEMPLATES } from '../../wechat/world';
import { serveWeChat } from './wechat';

const PATH = '/emulator/mini-program';
const { tmplId } = TEMPLATES.orderShipped;

let server: Awaited<ReturnType<typeof serveWeChat>>;
beforeEach(async () => {
  server = await serveWeChat(registerMiniProgram);
});
afterEach(() => server.close());

const change = (body: object) => server.request('PATCH', PATH, body);
const subscribe = (...tmplIds: string[]) => server.wechat.subscribeRequests.request(LI_LEI, tmplIds, {});
const send = () =>
  server.call('subscribeMessage.send', {
    touser: LI_LEI,
    template_id: tmplId,
    data: exampleData(TEMPLATES.orderShipped),
  }).errcode;

describe('/emulator/mini-program', () => {
  it("gives the seed's ids, and WeChat's limits", async () => {
    expect((await server.request('GET', PATH)).body).toEqual({
      appid: 'wx0f1e2d3c4b5a6978',
      originalId: 'gh_0f1e2d3c4b5a',
      secret: '0123456789abcdef0123456789abcdef',
      maxTemplatesPerRequest: 5,
      subscribingBanned: false,
      uniformMessagesWithdrawn: false,
      keptTemplatesAt: 'itemSettings',
      subscribeMessagesPerDay: 10_000_000,
      uniformMessagesPerDay: 100_000,
      accessTokensPerDay: 2_000,
      stableTokenCallsPerMinute: 10_000,
      stableTokenCallsPerDay: 500_000,
    });
  });

  it('sets the daily limit: the next message is answered 45009', async () => {
    subscribe(tmplId);
    subscribe(tmplId);
    expect((await change({ subscribeMessagesPerDay: 1 })).body).toMatchObject({ subscribeMessagesPerDay: 1 });
    expect([send(), send()]).toEqual([0, 45009]);
  });

  it('sets how many templates a request may have: 20003 beyond', async () => {
    await change({ maxTemplatesPerRequest: 1 });
    expect(subscribe(tmplId, TEMPLATES.appointment.tmplId)).toMatchObject({ errCode: 20003 });
  });

  it('bans subscribing: 20005', async () => {
    await change({ subscribingBanned: true });
    expect(subscribe(tmplId)).toMatchObject({ errCode: 20005 });
  });

  it('sets the original id, which pushes are addressed to', async () => {
    await change({ originalId: 'gh_abcdefabcdef' });
    server.wechat.chat.enter(LI_LEI, '');
    expect(await server.pushed('user_enter_tempsession')).toMatchObject([{ ToUserName: 'gh_abcdefabcdef' }]);
  });

  it.each([
    ['topLevel', { mainSwitch: true, [tmplId]: 'accept' }],
    ['itemSettings', { mainSwitch: true, itemSettings: { [tmplId]: 'accept' } }],
    ['both', { mainSwitch: true, [tmplId]: 'accept', itemSettings: { [tmplId]: 'accept' } }],
  ])(
    'gives kept choices in wx.getSetting at %s, as older and newer clients do',
    async (keptTemplatesAt, shape) => {
      await change({ keptTemplatesAt });
      server.wechat.subscribeRequests.request(LI_LEI, [tmplId], { alwaysKeep: true });
      expect(server.wechat.subscriptionSettings.get(LI_LEI, true).subscriptionsSetting).toEqual(shape);
    },
  );

  it.each([
    [{ originalId: 'wx123' }, 'originalId'],
    [{ secret: 'short' }, 'secret'],
    [{ subscribeMessagesPerDay: -1 }, 'subscribeMessagesPerDay'],
    [{ maxTemplatesPerRequest: 0 }, 'maxTemplatesPerRequest'],
    [{ appid: 'wx0f1e2d3c4b5a6978' }, 'appid'],
    [{ keptTemplatesAt: 'nowhere' }, 'keptTemplatesAt'],
  ])('refuses %j', async (body, place) => {
    expect(await change(body)).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_REQUEST', message: expect.stringContaining(place) } },
    });
  });
});

describe('POST /emulator/cloudbase-access-token', () => {
  it('issues a token as CloudBase Run does, for ten minutes', async () => {
    const { body } = await server.request('POST', '/emulator/cloudbase-access-token');
    expect(body).toEqual({ token: expect.any(String), expiresAt: server.clock.now() + 600_000 });
  });
});
