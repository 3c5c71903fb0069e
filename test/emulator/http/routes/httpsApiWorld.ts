/** The server with WeChat's HTTPS API alone, and how a developer's program asks it. */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { registerHttpsApi } from '../../../../scripts/emulator/http/routes/httpsApi';
import { createServer } from '../../../../scripts/emulator/http/server';
import { createWorld, type World } from '../../wechat/world';

export const APPID = 'wx0f1e2d3c4b5a6978';
export const SECRET = '0123456789abcdef0123456789abcdef';
export const MINUTE = 60_000;

export let world: World;
export let app: FastifyInstance;
beforeEach(async () => {
  world = createWorld();
  app = await createServer();
  registerHttpsApi(app, world);
});
afterEach(async () => {
  await world.wechat.push.idle();
  await app.close();
});

export type Answer = Record<string, unknown> & { errcode?: number; errmsg?: string; access_token: string };

export async function request(
  method: NonNullable<InjectOptions['method']>,
  url: string,
  options: InjectOptions = {},
) {
  const reply = await app.inject({
    ...options,
    method,
    url,
    headers: { host: '127.0.0.1', ...options.headers },
  });
  expect(reply.statusCode).toBe(200);
  return { headers: reply.headers, bytes: reply.rawPayload, json: () => reply.json() as Answer };
}
export const get = async (url: string) => (await request('GET', url)).json();
export const post = async (url: string, payload?: InjectOptions['payload']) =>
  (await request('POST', url, payload === undefined ? {} : { payload })).json();

export const TOKEN = '/cgi-bin/token';
export const STABLE = '/cgi-bin/stable_token';
export const SEND = '/cgi-bin/message/subscribe/send';
export const credential = { grant_type: 'client_credential', appid: APPID, secret: SECRET };
export const getToken = (change: Record<string, string> = {}) =>
  get(`${TOKEN}?${new URLSearchParams({ ...credential, ...change })}`);
export const stableToken = (change: Record<string, unknown> = {}) =>
  post(STABLE, { ...credential, ...change });
export const withToken = async (path: string) => {
  const { access_token } = await getToken();
  return `${path}${path.includes('?') ? '&' : '?'}access_token=${access_token}`;
};
export const refused = (errcode: number, text: string) => ({
  errcode,
  errmsg: expect.stringContaining(`${text} rid: `),
});
