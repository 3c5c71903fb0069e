import { callerOf, nameOf, openidOf } from '../../../../cloudfunctions/shared/platform/caller';

const OPENID = 'oXs1-LiLei-00000000000000001';

describe('callerOf', () => {
  it.each(['wx_client', 'wx_devtools', 'wx_localdebug'])('sees a user behind %s', (SOURCE) => {
    expect(callerOf({ OPENID, SOURCE })).toEqual({ kind: 'user', openid: OPENID });
  });

  it('sees nobody behind a client without a user', () => {
    expect(callerOf({ SOURCE: 'wx_client' })).toEqual({ kind: 'anonymous' });
  });

  it.each([
    ['wx_client,scf', 'function'],
    ['scf', 'function'],
    ['wx_trigger', 'timer'],
    ['wx_http', 'http'],
  ])('sees server-side code behind %s', (SOURCE, by) => {
    expect(callerOf({ SOURCE })).toEqual({ kind: 'server', by });
    expect(callerOf({ OPENID, SOURCE })).toEqual({ kind: 'server', by, openid: OPENID });
  });

  it.each(['wx_unknown', 'wx_paycallback', '', undefined])('sees WeChat itself behind %p', (SOURCE) => {
    expect(callerOf(SOURCE === undefined ? { OPENID } : { OPENID, SOURCE })).toEqual({
      kind: 'wechat',
      openid: OPENID,
    });
  });

  it.each(['wx_crawler', 'web_client', 'WX_CLIENT', 'wx_client,', 'nonsense'])(
    'trusts nobody behind %j',
    (SOURCE) => {
      expect(callerOf({ OPENID, SOURCE })).toEqual({ kind: 'anonymous' });
    },
  );

  it('trusts nobody without a SOURCE for whose user nobody vouches, as over the HTTP access service', () => {
    expect(callerOf({})).toEqual({ kind: 'anonymous' });
    expect(callerOf({ SOURCE: '' })).toEqual({ kind: 'anonymous' });
  });

  it('reads an openid that the SDK has turned into a number', () => {
    expect(callerOf({ OPENID: 123, SOURCE: 'wx_client' })).toEqual({ kind: 'user', openid: '123' });
  });
});

describe('openidOf', () => {
  it('is the user whom WeChat vouches for, if any', () => {
    expect(openidOf({ kind: 'user', openid: OPENID })).toBe(OPENID);
    expect(openidOf({ kind: 'server', by: 'function', openid: OPENID })).toBe(OPENID);
    expect(openidOf({ kind: 'server', by: 'timer' })).toBeUndefined();
    expect(openidOf({ kind: 'anonymous' })).toBeUndefined();
  });
});

describe('nameOf', () => {
  it('says who called', () => {
    expect(nameOf({ kind: 'user', openid: OPENID })).toBe(`user:${OPENID}`);
    expect(nameOf({ kind: 'server', by: 'timer' })).toBe('server:timer');
    expect(nameOf({ kind: 'wechat' })).toBe('wechat');
  });
});
