import {
  credential,
  get,
  getToken,
  MINUTE,
  post,
  refused,
  STABLE,
  stableToken,
  world,
} from './httpsApiWorld';

describe('GET /cgi-bin/token', () => {
  it('gives a token for 7200 seconds', async () => {
    expect(await getToken()).toEqual({ access_token: expect.any(String), expires_in: 7200 });
  });

  it('replaces the last token, which lives five minutes more', async () => {
    const { access_token } = await getToken();
    await getToken();
    const list = () => get(`/wxaapi/newtmpl/gettemplate?access_token=${access_token}`);
    world.clock.advance(5 * MINUTE - 1);
    expect((await list()).errcode).toBe(0);
    world.clock.advance(1);
    expect(await list()).toMatchObject(
      refused(
        40001,
        'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
      ),
    );
  });

  it.each([
    [{ grant_type: 'authorization_code' }, 40002, 'invalid grant_type'],
    [{ appid: '' }, 41002, 'appid missing'],
    [{ secret: '' }, 41004, 'appsecret missing'],
    [{ appid: 'wx1111111111111111' }, 40013, 'invalid appid'],
    [{ secret: 'f'.repeat(32) }, 40125, 'invalid appsecret'],
  ])('answers %j with %i %s', async (change, errcode, text) => {
    expect(await getToken(change as Record<string, string>)).toMatchObject(refused(errcode, text));
  });

  it('gives 2000 tokens a day, a limit that can be set', async () => {
    world.wechat.miniProgram.change({ accessTokensPerDay: 1 });
    await getToken();
    expect(await getToken()).toMatchObject(refused(45009, 'reach max api daily quota limit'));
    world.clock.advance(24 * 60 * MINUTE);
    expect(await getToken()).toMatchObject({ expires_in: 7200 });
  });
});

describe('POST /cgi-bin/stable_token', () => {
  it('gives the same token until five minutes before its end', async () => {
    const first = await stableToken();
    world.clock.advance(7_200_000 - 5 * MINUTE - 1_000);
    expect(await stableToken()).toEqual({ access_token: first.access_token, expires_in: 301 });
    world.clock.advance(1_000);
    const second = await stableToken();
    expect(second).toMatchObject({ expires_in: 7200 });
    expect(second.access_token).not.toBe(first.access_token);
  });

  it('is not touched by /cgi-bin/token', async () => {
    const { access_token } = await stableToken();
    await getToken();
    expect((await stableToken()).access_token).toBe(access_token);
  });

  it('refreshes with force_refresh 20 times a day, 30 seconds apart', async () => {
    const refresh = () => stableToken({ force_refresh: true });
    const { access_token } = await refresh();
    world.clock.advance(29_999);
    expect((await refresh()).access_token).toBe(access_token);
    for (let count = 1; count < 20; count++) {
      world.clock.advance(30_000);
      expect(await refresh()).toHaveProperty('access_token');
    }
    world.clock.advance(30_000);
    expect(await refresh()).toMatchObject(refused(45009, 'reach max api daily quota limit'));
    expect(await stableToken()).toHaveProperty('access_token');
  });

  it('may be called 10,000 times a minute and 500,000 times a day, limits that can be set', async () => {
    expect(world.wechat.miniProgram.get()).toMatchObject({
      stableTokenCallsPerMinute: 10_000,
      stableTokenCallsPerDay: 500_000,
    });
    world.wechat.miniProgram.change({ stableTokenCallsPerMinute: 2, stableTokenCallsPerDay: 3 });
    await stableToken();
    await stableToken();
    expect(await stableToken()).toMatchObject({ errcode: 45011 });
    world.clock.advance(MINUTE);
    await stableToken();
    expect(await stableToken()).toMatchObject({ errcode: 45009 });
  });

  it('takes its parameters from JSON alone, as developers find: 41002 for a form', async () => {
    const form = new URLSearchParams(credential).toString();
    expect(await post(`${STABLE}?${form}`, {})).toMatchObject(refused(41002, 'appid missing'));
    expect(await post(STABLE, form)).toMatchObject(refused(47001, 'data format error'));
  });
});

describe('the access token of a call', () => {
  const list = (query: string) => get(`/wxaapi/newtmpl/gettemplate${query}`);

  it('is asked for with 41001, and refused with 40001, 40014 and 42001', async () => {
    const { access_token } = await getToken();
    expect(await list('')).toMatchObject(refused(41001, 'access_token missing'));
    expect(await list('?access_token=2')).toMatchObject({ errcode: 40001 });
    expect(await list(`?access_token=${'x'.repeat(600)}`)).toMatchObject(
      refused(40014, 'invalid access_token'),
    );
    expect(await list(`?access_token=${access_token}`)).toMatchObject({ errcode: 0 });
    world.clock.advance(7_200_000);
    expect(await list(`?access_token=${access_token}`)).toMatchObject(refused(42001, 'access_token expired'));
  });

  it('may be a cloudbase_access_token instead', async () => {
    const { token } = world.wechat.accessTokens.cloudbase();
    expect(await list(`?cloudbase_access_token=${token}`)).toMatchObject({ errcode: 0 });
    expect(await list(`?access_token=${token}`)).toMatchObject({ errcode: 40001 });
    expect(await list('?cloudbase_access_token=made-up')).toMatchObject({ errcode: 40001 });
  });
});
