import * as v from 'valibot';
import { openidOf } from '../../../../cloudfunctions/shared/platform/caller';
import { cloudFunction } from '../../../../cloudfunctions/shared/platform/cloudFunction';
import { Failure } from '../../../../cloudfunctions/shared/platform/result';
import { wechatErrorOf } from '../../../../cloudfunctions/shared/wechat/wechatError';

/** What CloudBase sets for a call that a user makes in the mini-program. */
const CALL = {
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
  WX_OPENID: 'o1',
  WX_APPID: 'wx1',
  TCB_SOURCE: 'wx_client',
};

const NOT_LISTED = 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist';

const ran = jest.fn();
const greet = cloudFunction({
  input: v.strictObject({ name: v.string() }),
  allow: ['user'],
  readsOnly: true,
  run: async ({ name }, caller) => {
    ran();
    if (name === 'nobody') throw new Failure('INVALID_INPUT', { message: 'who?', hint: 'Ask.' });
    if (name === 'refused') {
      throw wechatErrorOf('subscribeMessage.send', { errCode: 40164, errMsg: `${NOT_LISTED} rid: 1` });
    }
    if (name === 'crash') throw new Error('connect to 10.0.0.1 failed');
    return { greeting: `${name}, ${openidOf(caller)}` };
  },
});

describe('cloudFunction', () => {
  let before: NodeJS.ProcessEnv;
  beforeEach(() => {
    before = process.env;
    process.env = { ...before, ...CALL };
    ran.mockClear();
  });
  afterEach(() => {
    process.env = before;
  });

  it('answers the data, for the caller whom WeChat vouches for', async () => {
    const event = { name: 'hello', userInfo: { openId: 'somebody else' } };
    expect(await greet(event)).toEqual({ ok: true, data: { greeting: 'hello, o1' } });
  });

  it('refuses a wrong input before anything runs', async () => {
    expect(await greet({ name: 5 })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(ran).not.toHaveBeenCalled();
  });

  it('refuses a caller who is not allowed before anything runs', async () => {
    process.env['TCB_SOURCE'] = 'wx_unknown';
    expect(await greet({ name: 'hello' })).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
    expect(ran).not.toHaveBeenCalled();
  });

  it('says when the cloud will end the call', async () => {
    const untilEnd = cloudFunction({
      input: v.strictObject({}),
      allow: ['user'],
      readsOnly: true,
      run: async (_input, _caller, deadline) => deadline - Date.now(),
    });

    const answer = await untilEnd({}, { time_limit_in_ms: 20_000 });
    expect(answer).toEqual({ ok: true, data: expect.any(Number) });
    expect(answer.ok && Math.abs(answer.data - 20_000)).toBeLessThan(1_000);
  });

  it('tells who may call', () => {
    expect(greet.allow).toEqual(['user']);
  });

  it('answers a failure in its own words', async () => {
    expect(await greet({ name: 'nobody' })).toEqual({
      ok: false,
      error: { code: 'INVALID_INPUT', message: 'who?', hint: 'Ask.', retryable: false },
    });
  });

  it('answers an unforeseen error without its text, which goes to the log', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await greet({ name: 'crash' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer)).not.toContain('10.0.0.1');
    expect(logged).toHaveBeenCalledWith(expect.stringContaining('10.0.0.1'));
    logged.mockRestore();
  });

  it('keeps the server’s address in the log, where WeChat’s text names it', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await greet({ name: 'refused' })).toMatchObject({
      error: {
        code: 'IP_NOT_WHITELISTED',
        wechat: {
          errCode: 40164,
          errMsg: 'invalid ip [address] ipv6 [address], not in whitelist rid: 1',
        },
      },
    });
    expect(logged).toHaveBeenCalledWith(expect.stringContaining(NOT_LISTED));
    logged.mockRestore();
  });
});
