import { automaticTransport } from '../../../../cloudfunctions/shared/transport/automatic';
import type { Transport } from '../../../../cloudfunctions/shared/wechat/transport';
import { wechatErrorOf } from '../../../../cloudfunctions/shared/wechat/wechatError';

const API = 'subscribeMessage.send';
const answering = (answer: string): Transport => ({ call: async () => answer });
const refusing = (errCode: number, errMsg = 'refused'): Transport => ({
  call: () => Promise.reject(wechatErrorOf(API, { errCode, errMsg })),
});

describe('the automatic transport', () => {
  it.each([
    ['-604101', refusing(-604101)],
    ['-604104', refusing(-604104)],
    ['a call without a WeChat caller', refusing(-501001, 'invalid wx openapi access_token')],
  ])('goes over to HTTPS after %s', async (_what, cloudCall) => {
    const transport = automaticTransport({
      cloudCall,
      https: () => answering('by HTTPS'),
      cameThroughWechat: () => true,
    });
    expect(await transport.call(API, {})).toBe('by HTTPS');
  });

  it.each([43101, -604100, -604102, -501001, -1, 40001])('leaves %i as it is', async (errCode) => {
    const transport = automaticTransport({
      cloudCall: refusing(errCode),
      https: () => answering('by HTTPS'),
      cameThroughWechat: () => true,
    });
    await expect(transport.call(API, {})).rejects.toMatchObject({ wechat: { errCode } });
  });

  it('makes cloud calls alone when there is no secret, whoever calls', async () => {
    const transport = automaticTransport({
      cloudCall: refusing(-604104),
      https: () => undefined,
      cameThroughWechat: () => false,
    });
    await expect(transport.call(API, {})).rejects.toMatchObject({ code: 'CALL_SOURCE_REFUSED' });
  });
});
