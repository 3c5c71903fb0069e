/** `/emulator/desk`: WeChat's own customer-service page, where an agent talks with users who were handed over. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { parse } from '../../refusal/parse';
import type { WeChat } from '../../wechat/wechat';
import { TEXT_AND_IMAGE } from './chat';

const User = v.object({ openid: v.string() });
const Reply = v.variant('msgtype', [...TEXT_AND_IMAGE]);

export function registerDesk(app: FastifyInstance, { desk, users }: WeChat): void {
  const userOf = (request: FastifyRequest) => users.require(parse(User, request.params).openid).openid;

  app.get('/emulator/desk', () => desk.list());

  app.post('/emulator/desk/:openid/take', (request) => desk.take(userOf(request)));

  app.post('/emulator/desk/:openid/reply', (request) => {
    const reply = parse(Reply, request.body);
    return desk.reply(userOf(request), reply);
  });

  app.post('/emulator/desk/:openid/close', (request) => {
    desk.close(userOf(request));
    return desk.list();
  });
}
