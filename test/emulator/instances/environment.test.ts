import { callEnvironment, throughFunction } from '../../../scripts/emulator/instances/environment';

const APPID = 'wx0f1e2d3c4b5a6978';
const environmentOf = (caller: Parameters<typeof callEnvironment>[0]) =>
  callEnvironment(caller, APPID, 'token');

describe('callEnvironment', () => {
  it("gives a mini-program's call the user, his address, his unionid where he has one, and a token", () => {
    expect(environmentOf({ openid: 'o1', unionid: 'u1', clientIp: '10.0.0.7', source: 'wx_client' })).toEqual(
      {
        WX_APPID: APPID,
        WX_OPENID: 'o1',
        WX_UNIONID: 'u1',
        WX_CLIENTIP: '10.0.0.7',
        WX_API_TOKEN: 'token',
        WX_CONTEXT_KEYS: 'WX_APPID,WX_OPENID,WX_UNIONID,WX_CLIENTIP,WX_API_TOKEN',
        TCB_SOURCE: 'wx_client',
      },
    );
    expect(environmentOf({ openid: 'o1', source: 'wx_client' })['WX_CONTEXT_KEYS']).toBe(
      'WX_APPID,WX_OPENID,WX_API_TOKEN',
    );
  });

  it('gives a timer no user, TRIGGER_SRC and WX_TRIGGER_API_TOKEN_V0 in place of WX_API_TOKEN', () => {
    expect(environmentOf({ source: 'wx_trigger' })).toEqual({
      WX_APPID: APPID,
      WX_TRIGGER_API_TOKEN_V0: 'token',
      WX_CONTEXT_KEYS: 'WX_APPID,WX_TRIGGER_API_TOKEN_V0',
      TCB_SOURCE: 'wx_trigger',
      TRIGGER_SRC: 'timer',
    });
  });

  it('gives what did not begin in WeChat no context and no token', () => {
    expect(environmentOf({ source: '' })).toEqual({ TCB_SOURCE: '' });
    expect(environmentOf({ source: 'scf' })).toEqual({ TCB_SOURCE: 'scf' });
  });
});

describe('throughFunction', () => {
  it('adds scf to the chain and keeps the user at its start', () => {
    expect(throughFunction({ openid: 'o1', source: 'wx_client' })).toEqual({
      openid: 'o1',
      source: 'wx_client,scf',
    });
    expect(throughFunction(throughFunction({ source: 'wx_trigger' }))).toEqual({
      source: 'wx_trigger,scf,scf',
    });
  });

  it('begins the chain when nobody of WeChat called', () => {
    expect(throughFunction({ source: '' })).toEqual({ source: 'scf' });
    expect(throughFunction(undefined)).toEqual({ source: 'scf' });
  });
});
