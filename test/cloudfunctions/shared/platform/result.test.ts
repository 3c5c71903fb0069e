import { failures } from '../../../../cloudfunctions/shared/errors/failures';
import { Failure, failureOf } from '../../../../cloudfunctions/shared/platform/result';
import { findTemplate } from '../../../../cloudfunctions/shared/templates/findTemplate';
import { wechatErrorOf } from '../../../../cloudfunctions/shared/wechat/wechatError';

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it.each(Object.entries(failures))(
  'a failure %s has the words of its own entry of the catalogue',
  (code, entry) => {
    expect(entry.code).toBe(code);
  },
);

describe('failureOf', () => {
  it('tells what a failure says of itself', () => {
    const failure = new Failure('RATE_LIMITED', { hint: 'Wait.' });
    const { meaning } = failures.RATE_LIMITED.en;
    expect(failureOf(failure)).toEqual({
      code: 'RATE_LIMITED',
      message: meaning,
      hint: 'Wait.',
      retryable: true,
    });
  });

  it('tells what a template is refused for', () => {
    const error = thrownBy(() => findTemplate('nothing'));
    expect(failureOf(error)).toMatchObject({ code: 'UNKNOWN_TEMPLATE', retryable: false });
  });

  it('tells WeChat’s own words', () => {
    const error = wechatErrorOf('subscribeMessage.send', {
      errCode: 40003,
      errMsg: 'invalid openid rid: 1-2-3',
    });
    expect(failureOf(error)).toMatchObject({
      code: 'INVALID_OPENID',
      wechat: { errCode: 40003, errMsg: 'invalid openid rid: 1-2-3' },
    });
  });

  it.each([
    new TypeError('secret path /var/user'),
    Object.assign(new Error('x'), { code: 'ENOENT' }),
    'text',
    undefined,
  ])('tells nothing of an error that was not meant for callers', (error) => {
    expect(failureOf(error)).toEqual({
      code: 'INTERNAL',
      message: 'the function failed',
      hint: expect.any(String),
      retryable: false,
    });
  });
});
