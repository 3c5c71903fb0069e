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
});
