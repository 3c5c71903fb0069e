/** `/emulator/push`: where WeChat pushes to. */
import type { FastifyInstance } from 'fastify';
import { parse } from '../../refusal/parse';
import { PushSettingsSchema } from '../../wechat/push/settings';
import type { WeChat } from '../../wechat/wechat';

export function registerPush(app: FastifyInstance, wechat: WeChat): void {
  app.get('/emulator/push', () => wechat.push.settings());

  app.put('/emulator/push', async (request) => {
    await wechat.push.changeSettings(parse(PushSettingsSchema, request.body));
    return wechat.push.settings();
  });
}
