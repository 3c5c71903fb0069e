import { registerPush } from '../../../../scripts/emulator/http/routes/push';
import { defaultSeed } from '../../../../scripts/emulator/wechat/seed';
import { serveWeChat } from './wechat';

const settings = defaultSeed().push;

let server: Awaited<ReturnType<typeof serveWeChat>>;
beforeEach(async () => {
  server = await serveWeChat(registerPush);
});
afterEach(() => server.close());

describe('/emulator/push', () => {
  it('gives the settings of the seed, and what was put in their place', async () => {
    expect((await server.request('GET', '/emulator/push')).body).toEqual(settings);
    const changed = { ...settings, mode: 'safe', routes: [{ msgType: 'text', functionName: 'other' }] };
    expect((await server.request('PUT', '/emulator/push', changed)).body).toEqual(changed);
    expect((await server.request('GET', '/emulator/push')).body).toEqual(changed);
  });

  it.each([
    [
      'a url on another machine',
      { url: 'https://example.com/push' },
      'url: must be http:// or https:// on 127',
    ],
    ['a url that only begins with a loopback name', { url: 'http://127.0.0.1.example.com/' }, 'url: must be'],
    ['the emulator itself', { url: 'http://localhost:9527/http/../emulator/reset' }, 'url: of the emulator'],
    ['a url of another kind', { url: 'file:///etc/passwd' }, 'url: must be'],
    ['a key of 42 characters', { encodingAESKey: 'a'.repeat(42) }, 'encodingAESKey: must be 43'],
    ['a token of two characters', { token: 'ab' }, 'token: '],
    ['another mode', { mode: 'clear' }, 'mode: '],
    [
      'an event without a name',
      { routes: [{ msgType: 'event', functionName: 'f' }] },
      'routes.0: a route has',
    ],
    [
      'one pair routed twice',
      {
        routes: [
          { msgType: 'text', functionName: 'a' },
          { msgType: 'text', functionName: 'b' },
        ],
      },
      'routes: two routes',
    ],
  ])('refuses %s', async (_, change, message) => {
    expect(await server.request('PUT', '/emulator/push', { ...settings, ...change })).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_REQUEST', message: expect.stringContaining(message) } },
    });
  });
});
