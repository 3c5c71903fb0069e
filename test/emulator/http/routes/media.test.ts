import type { FastifyInstance } from 'fastify';
import { registerMedia } from '../../../../scripts/emulator/http/routes/media';
import { createServer } from '../../../../scripts/emulator/http/server';
import { createWorld, PNG, type World } from '../../wechat/world';

let world: World;
let app: FastifyInstance;
beforeEach(async () => {
  world = createWorld();
  app = await createServer();
  registerMedia(app, world.wechat);
});
afterEach(() => app.close());

const get = (url: string) => app.inject({ url, headers: { host: '127.0.0.1' } });

describe('GET /emulator/media/:mediaId', () => {
  it('gives the image by the type of its bytes', async () => {
    const { url } = world.wechat.media.keepImage(PNG);
    const reply = await get(url);
    expect(reply.rawPayload).toEqual(PNG);
    expect(reply.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
  });

  it('gives it for three days, and the next image takes its place in the store', async () => {
    const { url } = world.wechat.media.keepImage(PNG);
    world.clock.advance(3 * 24 * 3_600_000 - 1);
    expect((await get(url)).statusCode).toBe(200);
    world.clock.advance(1);
    expect((await get(url)).statusCode).toBe(404);

    world.wechat.media.keepImage(PNG);

    expect(world.store.table('wechat.media').list()).toHaveLength(1);
    expect(world.store.table('wechat.mediaFiles').list()).toHaveLength(1);
  });

  it.each(['unknown', 'x'.repeat(64), '..%2f..%2fetc%2fpasswd'])('answers 404 for %s', async (mediaId) => {
    const reply = await get(`/emulator/media/${mediaId}`);
    expect([reply.statusCode, reply.json().error.code]).toEqual([404, 'NO_SUCH_MEDIA']);
  });
});
