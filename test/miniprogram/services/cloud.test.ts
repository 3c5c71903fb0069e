import { callFunction } from '../../../miniprogram/services/cloud';
import { fakeWx } from '../fakeWx';

const answering = (callFunction: () => Promise<{ result: unknown }>) => fakeWx({ cloud: { callFunction } });

describe('callFunction', () => {
  it("gives the function's answer", async () => {
    answering(async () => ({ result: { ok: true, data: { templates: [] } } }));
    expect(await callFunction('subscribeStatus', {})).toEqual({ ok: true, data: { templates: [] } });
  });

  it.each([
    [-501000, 'FUNCTION_NOT_FOUND', false],
    [-501005, 'INVALID_ENVIRONMENT', false],
    [-504002, 'FUNCTION_FAILED', true],
    [-504003, 'FUNCTION_TIMED_OUT', true],
    [-1, 'UNREACHABLE', true],
  ])('answers %d of CloudBase as a failure of its own', async (errCode, code, retryable) => {
    const failure = { errCode, errMsg: 'cloud.callFunction:fail' };
    answering(() => Promise.reject(failure));
    expect(await callFunction('subscribeStatus', {})).toMatchObject({
      ok: false,
      error: { code, retryable, wechat: failure },
    });
  });

  it('finds the code that some clients give in the text alone', async () => {
    const errMsg =
      'cloud.callFunction:fail requestID 1, cloud function service error code -504002, error message x';
    answering(() => Promise.reject({ errCode: -404011, errMsg }));
    expect(await callFunction('subscribeStatus', {})).toMatchObject({ error: { code: 'FUNCTION_FAILED' } });
  });

  it.each([-504002, -504003, -1])(
    'says of a send that failed with %d that it may have been done, and never to repeat it',
    async (errCode) => {
      answering(() => Promise.reject({ errCode, errMsg: 'cloud.callFunction:fail' }));
      expect(await callFunction('subscribeSend', { template: 'orderShipped', data: {} })).toMatchObject({
        error: { code: 'SEND_OUTCOME_UNKNOWN', retryable: false },
      });
    },
  );

  it.each([
    [-501000, 'FUNCTION_NOT_FOUND'],
    [-501005, 'INVALID_ENVIRONMENT'],
  ])('knows that nothing was sent where nothing was called: %d', async (errCode, code) => {
    answering(() => Promise.reject({ errCode, errMsg: 'cloud.callFunction:fail' }));
    expect(await callFunction('subscribeSend', { template: 'orderShipped', data: {} })).toMatchObject({
      error: { code, retryable: false },
    });
  });
});
