/** Customer-service conversations: what we say in them. */
import { wechat } from '../transport/wechat';
import {
  type CustomerServiceMessage,
  sendCustomerServiceMessage,
  setTyping,
  type TypingCommand,
} from '../wechat/customerServiceMessage';

/** Sends one message to a user who wrote or came in lately. Throws WechatError. */
export function say(openid: string, message: CustomerServiceMessage): Promise<void> {
  return sendCustomerServiceMessage(wechat, openid, message);
}

/** Shows or hides 对方正在输入 on the user's phone. Throws WechatError. */
export function showTyping(openid: string, command: TypingCommand): Promise<void> {
  return setTyping(wechat, openid, command);
}
