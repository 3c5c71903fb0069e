/** `/emulator/templates`: the mini-program's message templates. */
import type { FastifyInstance } from 'fastify';
import { parse } from '../../refusal/parse';
import { TemplatesSchema } from '../../wechat/templates/templates';
import type { WeChat } from '../../wechat/wechat';

export function registerTemplates(app: FastifyInstance, wechat: WeChat): void {
  app.get('/emulator/templates', () => wechat.templates.list());

  app.put('/emulator/templates', (request) => {
    wechat.templates.replace(parse(TemplatesSchema, request.body));
    return wechat.templates.list();
  });
}
