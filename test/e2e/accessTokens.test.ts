import { runEmulator } from './runningEmulator';

const emulator = runEmulator();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Tests take a moment of real time, which the clock counts too. */
const MOMENT = 10_000;
const advance = (ms: number) => emulator.clock.advance(ms);

describe('access tokens', () => {
  const credential = async () => {
    const { appid } = await emulator.get<{ appid: string }>('/emulator/push');
    const { secret } = await emulator.get<{ secret: string }>('/emulator/mini-program');
    return { grant_type: 'client_credential', appid, secret };
  };
  const token = async () =>
    (
      await emulator.get<{ access_token: string }>(
        `/cgi-bin/token?${new URLSearchParams(await credential())}`,
      )
    ).access_token;
  const stable = async () => {
    const { body } = await emulator.request<{ access_token: string; expires_in: number }>(
      'POST',
      '/cgi-bin/stable_token',
      await credential(),
    );
    return body;
  };
  const use = async (name: string, value: string) => {
    const { errcode } = await emulator.get<{ errcode: number }>(
      `/wxaapi/newtmpl/gettemplate?${name}=${value}`,
    );
    return errcode;
  };

  it('last 7200 seconds: 42001', async () => {
    const value = await token();
    advance(2 * HOUR - MOMENT);
    expect(await use('access_token', value)).toBe(0);
    advance(MOMENT);

    expect(await use('access_token', value)).toBe(42001);
  });

  it('live 5 minutes more when they are replaced: 40001', async () => {
    const old = await token();
    await token();
    advance(5 * MINUTE - MOMENT);
    expect(await use('access_token', old)).toBe(0);
    advance(MOMENT);

    expect(await use('access_token', old)).toBe(40001);
  });

  it('of stable_token stay the same until 5 minutes before their end', async () => {
    const { access_token, expires_in } = await stable();
    expect(expires_in).toBe(7200);
    advance(115 * MINUTE - MOMENT);
    expect((await stable()).access_token).toBe(access_token);
    advance(MOMENT);

    expect((await stable()).access_token).not.toBe(access_token);
    expect(await use('access_token', access_token)).toBe(0);
  });

  it('of CloudBase Run last 10 minutes', async () => {
    const { body } = await emulator.request<{ token: string }>('POST', '/emulator/cloudbase-access-token');
    advance(10 * MINUTE - MOMENT);
    expect(await use('cloudbase_access_token', body.token)).toBe(0);
    advance(MOMENT);

    expect(await use('cloudbase_access_token', body.token)).toBe(42001);
  });
});
