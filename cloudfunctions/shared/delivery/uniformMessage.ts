/** Sends uniform service messages, recorded. */
import { audited } from '../audit/audited';
import type { Caller } from '../platform/caller';
import { wechat } from '../transport/wechat';
import { sendUniformMessage, type UniformMessage } from '../wechat/uniformMessage';

/**
 * Sends one message through the official account (or, as WeChat did until it withdrew them, as a template
 * message of the mini-program).
 *
 * @param caller whose right to send this has been checked already
 * @throws WechatError
 */
export async function sendUniform(message: UniformMessage, caller: Caller): Promise<void> {
  const { openid, mpTemplateMsg } = message;
  const { templateId: tmplId, data } = mpTemplateMsg;
  const content = Object.entries(data).map(([label, { value }]) => ({ label, value }));
  await audited({ caller, kind: 'uniform', openid, tmplId, content }, async () => {
    await sendUniformMessage(wechat, message);
    return '';
  });
}
