/** Sends uniform service messages, recorded. */
import type { Caller } from '../platform/caller';
import { wechat } from '../transport/wechat';
import { sendUniformMessage, type UniformMessage } from '../wechat/uniformMessage';
import { recorded } from './recorder';

/**
 * Sends one message through the official account (or, as WeChat did until it withdrew them, as a template
 * message of the mini-program).
 *
 * @param caller whose right to send this has been checked already
 * @throws WechatError
 */
export async function sendUniform(message: UniformMessage, caller: Caller): Promise<void> {
  const { openid, mpTemplateMsg } = message;
  await recorded({ caller, kind: 'uniform', openid, tmplId: mpTemplateMsg.templateId }, async () => {
    await sendUniformMessage(wechat, message);
    return '';
  });
}
