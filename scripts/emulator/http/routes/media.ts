/** `/emulator/media/:mediaId`: the images of customer-service messages, as the phone shows them. */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../refusal/refusal';
import { MEDIA_PATH } from '../../wechat/media';
import type { WeChat } from '../../wechat/wechat';

export function registerMedia(app: FastifyInstance, { media }: WeChat): void {
  app.get<{ Params: { mediaId: string } }>(`${MEDIA_PATH}:mediaId`, (request, reply) => {
    const image = media.image(request.params.mediaId);
    if (image === undefined) throw new Refusal(404, 'NO_SUCH_MEDIA', 'the emulator keeps no such image');
    return reply.header('x-content-type-options', 'nosniff').type(image.contentType).send(image.bytes);
  });
}
