import { registerUsers } from '../../../../scripts/emulator/http/routes/users';
import { exampleData, HAN_MEI, LI_LEI, TEMPLATES } from '../../wechat/world';
import { serveWeChat } from './wechat';

const { tmplId } = TEMPLATES.orderShipped;
const USER = `/emulator/users/${LI_LEI}`;

let server: Awaited<ReturnType<typeof serveWeChat>>;
beforeEach(async () => {
  server = await serveWeChat(registerUsers);
});
afterEach(() => server.close());

const invalid = (place: string) => ({
  status: 400,
  body: { error: { code: 'INVALID_REQUEST', message: expect.stringContaining(place) } },
});

describe('GET /emulator/users', () => {
  it('lists the users, and those who have come since', async () => {
    await server.request('PATCH', '/emulator/users/oSomebodyNew-000000000000001/setting', {});
    expect((await server.request('GET', '/emulator/users')).body).toMatchObject([
      { nickname: expect.anything() },
      { openid: HAN_MEI, nickname: '韩梅梅' },
      { openid: LI_LEI, nickname: '李雷' },
    ]);
  });

  it('lists nobody for having been looked at', async () => {
    for (const what of ['setting', 'notifications', 'official-account-messages', 'subscriptions']) {
      const { status } = await server.request('GET', `/emulator/users/oSomebodyNew-000000000000001/${what}`);
      expect(status).toBe(200);
    }
    expect((await server.request('GET', '/emulator/users')).body).toHaveLength(2);
  });

  it('refuses an openid that is none', async () => {
    expect(await server.request('GET', '/emulator/users/me/setting')).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_OPENID' } },
    });
  });
});

describe('POST /emulator/users/:openid/subscribe', () => {
  it('answers as wx.requestSubscribeMessage does, also when it fails', async () => {
    const body = { tmplIds: [tmplId], choices: { [tmplId]: 'reject' }, alwaysKeep: true };
    expect(await server.request('POST', `${USER}/subscribe`, body)).toEqual({
      status: 200,
      body: { errMsg: 'requestSubscribeMessage:ok', [tmplId]: 'reject' },
    });
    expect(await server.request('POST', `${USER}/subscribe`, { tmplIds: 'wrong' })).toMatchObject({
      status: 200,
      body: { errCode: 10004 },
    });
  });

  it('refuses choices that do not exist', async () => {
    const body = { tmplIds: [tmplId], choices: { [tmplId]: 'maybe' } };
    expect(await server.request('POST', `${USER}/subscribe`, body)).toMatchObject(invalid('choices'));
    expect(await server.request('POST', `${USER}/subscribe`)).toMatchObject({ status: 400 });
  });
});

describe('POST /emulator/users/:openid/subscribe/panel', () => {
  it('tells what the panel shows', async () => {
    const { body } = await server.request('POST', `${USER}/subscribe/panel`, { tmplIds: [tmplId] });
    expect(body).toMatchObject({ show: true, rows: [{ tmplId }] });
  });
});

describe('/emulator/users/:openid/setting', () => {
  it('is changed and read', async () => {
    const change = { mainSwitch: false, itemSettings: { [tmplId]: 'reject' } };
    expect((await server.request('PATCH', `${USER}/setting`, change)).body).toMatchObject({
      subscriptionsSetting: change,
    });
    expect((await server.request('GET', `${USER}/setting?withSubscriptions=true`)).body).toMatchObject({
      subscriptionsSetting: change,
    });
    const plain = await server.request('GET', `${USER}/setting`);
    expect(plain.body).toEqual({ errMsg: 'getSetting:ok', authSetting: {} });
  });

  it.each([
    [{ mainSwitch: 'off' }, 'mainSwitch'],
    [{ mainswitch: false }, 'mainswitch'],
    [{ itemSettings: { [tmplId]: 'ban' } }, 'itemSettings'],
  ])('refuses %j', async (change, place) => {
    expect(await server.request('PATCH', `${USER}/setting`, change)).toMatchObject(invalid(place));
  });
});

describe('GET /emulator/users/:openid/notifications', () => {
  it('lists the newest first', async () => {
    const data = exampleData(TEMPLATES.orderShipped);
    for (const page of ['pages/first', 'pages/second']) {
      server.accept(LI_LEI, tmplId);
      server.call('subscribeMessage.send', { touser: LI_LEI, template_id: tmplId, data, page });
    }
    expect((await server.request('GET', `${USER}/notifications`)).body).toMatchObject([
      { page: 'pages/second' },
      { page: 'pages/first' },
    ]);
  });
});
