/** The server with a WeChat behind it, and nothing else, for tests of the routes. */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { createServer } from '../../../../scripts/emulator/http/server';
import type { WeChat } from '../../../../scripts/emulator/wechat/wechat';
import { createWorld } from '../../wechat/world';

export async function serveWeChat(register: (app: FastifyInstance, wechat: WeChat) => void) {
  const world = createWorld();
  const app = await createServer();
  register(app, world.wechat);
  return {
    ...world,
    /** The status and the JSON of the answer. */
    async request(method: NonNullable<InjectOptions['method']>, url: string, body?: object) {
      const reply = await app.inject({
        method,
        url,
        headers: { host: '127.0.0.1' },
        ...(body && { payload: body }),
      });
      return { status: reply.statusCode, body: reply.json() as unknown };
    },
    async close() {
      await world.wechat.push.idle();
      await app.close();
    },
  };
}
