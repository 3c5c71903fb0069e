import { runPushWorld } from './messagePushWorld';

const world = runPushWorld({
  XINSHI_APPID: '{{env.XINSHI_APPID}}',
  XINSHI_PUSH_TOKEN: '',
  XINSHI_PUSH_AES_KEY: '',
});
const { emulator } = world;

describe('messagePush without its settings', () => {
  it('refuses pushes over HTTP with 503 and names the setting in the log alone', async () => {
    const answer = await world.post(await world.signed(), '{}');
    expect([answer.status, await answer.text()]).toEqual([503, '']);
    expect(JSON.stringify(await emulator.get('/emulator/logs'))).toContain('XINSHI_PUSH_TOKEN is not set');
  });

  it('is not verified as a server', async () => {
    expect(await world.pushOverHttp()).toMatchObject({
      status: 400,
      body: { error: { code: 'URL_NOT_VERIFIED', message: expect.stringContaining('503') } },
    });
  });

  it('takes pushes as events all the same', async () => {
    expect((await world.writes('在吗')).attempts).toMatchObject([{ response: 'success' }]);
  });
});
