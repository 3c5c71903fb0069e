import { cloudCallTransport } from '../../../../cloudfunctions/shared/wechat/cloudCall';

describe('cloudCallTransport', () => {
  it('carries the call and its answer as they are', async () => {
    const transport = cloudCallTransport(async (api, args) => ({ api, args }));
    expect(await transport.call('subscribeMessage.send', { touser: 'o1' })).toEqual({
      api: 'subscribeMessage.send',
      args: { touser: 'o1' },
    });
  });

  it('gives a rejection of the SDK its meaning', async () => {
    const rejection = { errCode: 43101, errMsg: 'user refuse to accept the msg rid: 1-2-3' };
    const transport = cloudCallTransport(() => Promise.reject(rejection));
    await expect(transport.call('subscribeMessage.send', {})).rejects.toMatchObject({
      name: 'WechatError',
      code: 'NOT_SUBSCRIBED',
      wechat: rejection,
    });
  });
});
