import { explainError } from '../../../miniprogram/services/explainError';

const error = (code: string) => ({ code, message: 'the reason', hint: 'The way out.', retryable: false });

describe('explainError', () => {
  it('says in Chinese what a user can meet', () => {
    expect(explainError(error('NOT_SUBSCRIBED')).text).toBe('没有可用的订阅');
  });

  it("shows any other failure in the function's words, with its code", () => {
    expect(explainError(error('SOMETHING_NEW'))).toEqual({
      text: '没有成功（SOMETHING_NEW）',
      hint: 'the reason The way out.',
    });
  });
});
