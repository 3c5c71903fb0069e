import { fieldNamedBy, wechatErrorOf } from '../../../../cloudfunctions/shared/wechat/wechatError';

const RID = 'rid: 5f325211-48269097-7624df34';
const API = 'subscribeMessage.send';
const rejection = (errCode: number, errMsg: string) =>
  Object.assign(new Error(errMsg), { errCode, errMsg: `openapi.${API}:fail ${errMsg}` });

describe('wechatErrorOf', () => {
  it('gives WeChat’s code a stable name and keeps WeChat’s words', () => {
    expect(wechatErrorOf(API, rejection(43101, `user refuse to accept the msg ${RID}`))).toMatchObject({
      code: 'NOT_SUBSCRIBED',
      outcome: 'refused',
      retryable: false,
      wechat: { errCode: 43101, errMsg: `openapi.${API}:fail user refuse to accept the msg ${RID}` },
    });
  });

  it('names the field of a broken rule', () => {
    const error = wechatErrorOf(API, rejection(47003, `argument invalid! data.thing4.value is empty ${RID}`));
    expect(error).toMatchObject({ code: 'INVALID_FIELD', message: expect.stringMatching(/^data\.thing4: /) });
  });

  it('says of a code that it does not know that WeChat refused', () => {
    expect(wechatErrorOf(API, rejection(99999, `something new ${RID}`))).toMatchObject({
      code: 'WECHAT_99999',
      outcome: 'refused',
    });
  });

  it('takes -1 with a request id for WeChat’s own: nothing was done, try again', () => {
    expect(wechatErrorOf(API, rejection(-1, `system error ${RID}`))).toMatchObject({
      code: 'SYSTEM_BUSY',
      outcome: 'refused',
      retryable: true,
    });
  });

  it.each([
    ['a time-out of WeChat’s gateway', rejection(-604102, 'system error: error code: -604102')],
    ['a failure of WeChat’s gateway', rejection(-604103, 'system error: error code: -604103')],
    ['an answer that is no JSON', rejection(-601001, 'wechat server internal error')],
    ['a request that timed out', rejection(-501001, 'request timeout')],
    ['a connection that was reset', rejection(-501001, 'socket hang up')],
    [
      'a connection that took too long, which goes on behind the SDK’s back',
      rejection(-501001, 'connect timeout'),
    ],
    ['a time-out of CloudBase', rejection(-501002, 'resource server timeout')],
    ['a failure of the SDK’s own', rejection(-1, 'Unexpected token < in JSON')],
    ['anything else that was thrown', 'a string'],
  ])('does not know the outcome of %s, and never offers to send again', (_what, error) => {
    expect(wechatErrorOf(API, error)).toMatchObject({
      code: 'SEND_OUTCOME_UNKNOWN',
      outcome: 'unknown',
      retryable: false,
    });
  });

  it('knows that a refused connection sent nothing', () => {
    expect(wechatErrorOf(API, rejection(-501001, 'connect ECONNREFUSED 127.0.0.1:1'))).toMatchObject({
      code: 'WECHAT_UNREACHABLE',
      outcome: 'refused',
      retryable: true,
    });
  });

  it.each(['uploadTempMedia', 'getTempMedia', 'setTyping'] as const)(
    'lets %s be tried again whatever became of it: doing it twice does no harm',
    (name) => {
      expect(
        wechatErrorOf(`customerServiceMessage.${name}`, rejection(-501001, 'request timeout')),
      ).toMatchObject({ code: 'NO_ANSWER', outcome: 'unknown', retryable: true });
    },
  );

  it('knows that a function which was not called through WeChat has sent nothing', () => {
    expect(wechatErrorOf(API, rejection(-501001, 'invalid wx openapi access_token'))).toMatchObject({
      code: 'NO_WECHAT_CALLER',
      outcome: 'refused',
      hint: expect.stringContaining('XINSHI_APP_SECRET'),
    });
  });

  it('tells a missing permission from every other refusal', () => {
    expect(wechatErrorOf(API, rejection(-604101, 'system error: error code: -604101'))).toMatchObject({
      code: 'API_NOT_PERMITTED',
      outcome: 'refused',
      hint: expect.stringContaining('config.json'),
    });
  });
});

describe('fieldNamedBy', () => {
  it.each([
    [`argument invalid! data.name2.value invalid ${RID}`, 'name2'],
    [`argument invalid! data.character_string1.value i ${RID}`, 'character_string1'],
    [`argument invalid! data.character_string12 ${RID}`, 'character_string12'],
    [`argument invalid! data.phone_number6.value invalid ${RID}`, 'phone_number6'],
    [`argument invalid! ${RID}`, undefined],
  ])('reads %j', (errMsg, field) => {
    expect(fieldNamedBy(errMsg)).toBe(field);
  });
});
