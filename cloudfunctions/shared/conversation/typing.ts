/** The typing state, 对方正在输入, on the user's phone. */
import { wechat } from '../transport/wechat';
import { setTyping, type TypingCommand } from '../wechat/customerServiceMessage';

/** Shows or hides it; it lasts 15 seconds. @throws WechatError; 45080, 45081, 45072 */
export async function showTyping(openid: string, command: TypingCommand): Promise<void> {
  await setTyping(wechat, openid, command);
}
