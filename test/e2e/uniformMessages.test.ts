import type { OfficialAccountMessage } from '../../scripts/emulator/contract';
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

describe('uniformSend', () => {
  it("reaches the user in the official account's chat", async () => {
    expect(await send({})).toEqual({ ok: true, data: {} });

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
  });
});
