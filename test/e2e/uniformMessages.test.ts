import type { Notification, OfficialAccountMessage } from '../../scripts/emulator/contract';
import { ORDER_SHIPPED } from '../../scripts/project/seed';
import { builtProject } from './builtProject';
import { LI_LEI, newUser, runEmulator } from './runningEmulator';

const OPERATOR = newUser();
const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR }) });

const ORDER_STATE = {
  appid: 'wx9a8b7c6d5e4f3a2b',
  templateId: 'Nz4wPq8RkT2yLsVb6XcHd0FmJ9aGeU1iOt3nQ5rWxY7',
  url: 'https://example.com/orders/1',
  miniprogram: { appid: 'wx0f1e2d3c4b5a6978', pagepath: 'pages/subscriptions/subscriptions?from=oa' },
  data: {
    first: { value: '您的订单有新进展', color: '#173177' },
    keyword1: { value: 'XS20261123001' },
    keyword2: { value: '已发货', color: '#07C160' },
    remark: { value: '谢谢惠顾' },
  },
};
const WITHDRAWN_KIND = { templateId: 't', page: 'pages/index', formId: 'f', data: {} };

const send = (input: Record<string, unknown>, caller = OPERATOR) =>
  emulator.call(caller, 'uniformSend', { to: LI_LEI, mpTemplateMsg: ORDER_STATE, ...input });
const ORDER = {
  orderNo: 'XS1',
  product: '咖啡豆',
  shippedAt: Date.parse('2026-11-23T07:01:00Z'),
  note: '请留意',
};

async function subscriber(): Promise<string> {
  const user = newUser();
  await emulator.send('POST', `/emulator/users/${user}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
  await emulator.settled();
  return user;
}
const notifications = (user: string) => emulator.get<Notification[]>(`/emulator/users/${user}/notifications`);

describe('uniformSend', () => {
  it("reaches the user in the official account's chat", async () => {
    expect(await send({})).toEqual({ ok: true, data: { sentAs: 'uniform' } });

    const [message] = await emulator.get<OfficialAccountMessage[]>(
      `/emulator/users/${LI_LEI}/official-account-messages`,
    );
    expect(message).toMatchObject({
      account: { name: '信使服务号' },
      title: '订单状态通知',
      lines: expect.arrayContaining([{ label: '订单状态', value: '已发货', color: '#07C160' }]),
      miniProgram: { appid: 'wx0f1e2d3c4b5a6978', pagePath: 'pages/subscriptions/subscriptions?from=oa' },
    });
  });

  it('is answered 45103 when it has a template message of the mini-program: WeChat has withdrawn that kind', async () => {
    expect(await send({ weappTemplateMsg: WITHDRAWN_KIND })).toMatchObject({
      ok: false,
      error: { code: 'API_WITHDRAWN', retryable: false, wechat: { errCode: 45103 } },
    });
  });

  it('is sent as a subscription message instead of the withdrawn kind, where the caller names one', async () => {
    const user = await subscriber();

    expect(
      await send({
        to: user,
        weappTemplateMsg: WITHDRAWN_KIND,
        fallback: { template: 'orderShipped', data: ORDER },
      }),
    ).toEqual({
      ok: true,
      data: { sentAs: 'subscribe', msgid: expect.stringMatching(/^\d+$/), remaining: 0 },
    });

    expect(await notifications(user)).toMatchObject([{ title: '订单发货通知' }]);
    const records = await emulator.call(user, 'read', {
      collection: 'xinshi_sends',
      where: { openid: user },
    });
    expect(records).toMatchObject([
      { kind: 'uniform', outcome: 'refused', errCode: 45103, code: 'API_WITHDRAWN' },
      { kind: 'subscribe', outcome: 'accepted', template: 'orderShipped' },
    ]);
  });

  it('has its fallback checked before anything is sent', async () => {
    const fallback = { template: 'orderShipped', data: { ...ORDER, note: '' } };

    expect(await send({ fallback })).toMatchObject({ ok: false, error: { code: 'INVALID_FIELD' } });
  });

  it('does not fall back for any other refusal', async () => {
    const user = await subscriber();
    const unbound = { ...ORDER_STATE, appid: 'wx0000000000000000' };
    const fallback = { template: 'orderShipped', data: ORDER };

    expect(await send({ to: user, mpTemplateMsg: unbound, fallback })).toMatchObject({
      ok: false,
      error: { wechat: { errCode: 40013 } },
    });
    expect(await notifications(user)).toEqual([]);
  });

  it('is answered 40013 for an official account that is not bound to the mini-program', async () => {
    expect(await send({ mpTemplateMsg: { ...ORDER_STATE, appid: 'wx0000000000000000' } })).toMatchObject({
      ok: false,
      error: { wechat: { errCode: 40013 } },
    });
  });

  it('is not for users', async () => {
    expect(await send({}, LI_LEI)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });

  it('is answered 45109 where WeChat has withdrawn uniform messages as a whole', async () => {
    await emulator.send('PATCH', '/emulator/mini-program', { uniformMessagesWithdrawn: true });

    expect(await send({})).toMatchObject({
      ok: false,
      error: { code: 'UNIFORM_MESSAGES_WITHDRAWN', retryable: false, wechat: { errCode: 45109 } },
    });
    const to = await subscriber();
    expect(await send({ to, fallback: { template: 'orderShipped', data: ORDER } })).toMatchObject({
      ok: true,
      data: { sentAs: 'subscribe' },
    });
  });
});
