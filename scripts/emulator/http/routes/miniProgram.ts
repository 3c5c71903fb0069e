/** `/emulator/mini-program`: what WeChat keeps about the mini-program, and its limits. */
import type { FastifyInstance } from 'fastify';
import { parse } from '../../refusal/parse';
import { MiniProgramChangeSchema } from '../../wechat/miniProgram';
import type { WeChat } from '../../wechat/wechat';

export function registerMiniProgram(app: FastifyInstance, { miniProgram, push, accessTokens }: WeChat): void {
  const describe = () => ({ appid: push.settings().appid, ...miniProgram.get() });

  app.get('/emulator/mini-program', describe);

  app.patch('/emulator/mini-program', (request) => {
    miniProgram.change(parse(MiniProgramChangeSchema, request.body));
    return describe();
  });

  // In CloudBase Run the token lies in a file, /.tencentcloudbase/wx/cloudbase_access_token, where the SDK reads it.
  app.post('/emulator/cloudbase-access-token', () => accessTokens.cloudbase());
}
