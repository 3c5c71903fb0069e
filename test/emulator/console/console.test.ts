/** How the console is served: guarded like the rest, and unable to load or run anything from elsewhere. */

import { readTrouble } from '../../../scripts/emulator/console/browser/templates/trouble';
import { registerConsole } from '../../../scripts/emulator/console/console';
import { createServer } from '../../../scripts/emulator/http/server';

async function serve(hasPhone: boolean) {
  const app = await createServer();
  registerConsole(app, { hasPhone });
  return (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { host: '127.0.0.1:9527', ...headers } });
}

describe('/console/', () => {
  it('gives the document, its script and its style, with a policy that lets nothing else in', async () => {
    const get = await serve(true);
    for (const [url, type] of [
      ['/console/', 'text/html'],
      ['/console/console.js', 'text/javascript'],
      ['/console/console.css', 'text/css'],
    ] as const) {
      const { statusCode, headers } = await get(url);
      expect([statusCode, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('is for loopback names and its own origin alone', async () => {
    const get = await serve(true);
    expect((await get('/console/', { host: 'evil.example' })).statusCode).toBe(403);
    expect((await get('/console/console.js', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  });

  it('is where / leads when there is no phone', async () => {
    expect((await (await serve(false))('/')).headers['location']).toBe('/console/');
    expect((await (await serve(true))('/')).statusCode).toBe(404);
    expect((await (await serve(true))('/console')).headers['location']).toBe('/console/');
  });
});

describe('a refusal of templates', () => {
  it('is taken to its field', () => {
    expect(readTrouble('1.fields.0.key: must be letters and digits, such as thing1')).toEqual({
      index: 1,
      place: 'fields.0.key',
      words: '要小写字母加数字，例如 thing1',
    });
    expect(readTrouble('two templates have the same tmplId')).toEqual({
      place: '',
      words: '有两个模板的 ID 相同',
    });
  });
});
