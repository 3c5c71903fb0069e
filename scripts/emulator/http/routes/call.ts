/** What `wx.cloud.callFunction` does: a user's mini-program calls a cloud function. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { CallResult } from '../../contract';
import type { Invoker } from '../../instances/invoker';
import { MAX_CLIENT_RESULT_BYTES, responseTooLarge } from '../../instances/outcome';
import { parse } from '../../refusal/parse';
import type { WeChat } from '../../wechat/wechat';
import { refuseFailure } from '../callFailure';

const isPlainObject = (input: unknown) =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const CallRequest = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  data: v.optional(v.custom<Record<string, unknown>>(isPlainObject, 'must be an object'), {}),
});

export function registerCall(app: FastifyInstance, wechat: WeChat, invoker: Invoker): void {
  app.post<{ Params: { openid: string } }>(
    '/emulator/users/:openid/call',
    async (request): Promise<CallResult> => {
      const { openid, unionid } = wechat.users.require(request.params.openid);
      const { name, data } = parse(CallRequest, request.body);
      // WeChat puts the caller into the event as well:
      // https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/userinfo.html
      const event = { ...data, userInfo: { appId: wechat.push.settings().appid, openId: openid } };
      const outcome = await invoker.invoke(name, event, {
        openid,
        ...(unionid !== undefined && { unionid }),
        clientIp: request.ip,
        source: 'wx_client',
      });
      if (!outcome.ok) throw refuseFailure(outcome.failure, outcome.requestId);
      const bytes = Buffer.byteLength(outcome.result);
      if (bytes > MAX_CLIENT_RESULT_BYTES) throw refuseFailure(responseTooLarge(bytes), outcome.requestId);
      return {
        result: JSON.parse(outcome.result),
        requestID: outcome.requestId,
        errMsg: 'cloud.callFunction:ok',
      };
    },
  );
}
