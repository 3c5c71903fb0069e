/** WeChat's customer-service messages (WeChat's documentation: customerServiceMessage.send, setTyping). */
import type { Transport } from './transport';

export type CustomerServiceMessage =
  /** May hold links to pages: `<a href="…" data-miniprogram-appid="…" data-miniprogram-path="…">…</a>`. */
  | { msgtype: 'text'; content: string }
  | { msgtype: 'image'; mediaId: string }
  | { msgtype: 'link'; title: string; description: string; url: string; thumbUrl: string }
  /** `thumbMediaId`: an uploaded image, best 520 × 416 pixels. */
  | { msgtype: 'miniprogrampage'; title: string; pagepath: string; thumbMediaId: string };

export type TypingCommand = 'Typing' | 'CancelTyping';

/**
 * Sends one message into the user's customer-service conversation.
 *
 * @throws WechatError; 45047 and 45015 when the user's last action allows no more
 */
export async function sendCustomerServiceMessage(
  transport: Transport,
  openid: string,
  message: CustomerServiceMessage,
): Promise<void> {
  await transport.call('customerServiceMessage.send', {
    touser: openid,
    msgtype: message.msgtype,
    [message.msgtype]: contentOf(message),
  });
}

/**
 * Shows or hides 对方正在输入 on the user's phone; it lasts 15 seconds.
 *
 * @throws WechatError; 45080 when there was no message in the last 30 seconds, 45081 when it is shown already
 */
export async function setTyping(transport: Transport, openid: string, command: TypingCommand): Promise<void> {
  await transport.call('customerServiceMessage.setTyping', { touser: openid, command });
}

function contentOf(message: CustomerServiceMessage): Record<string, string> {
  switch (message.msgtype) {
    case 'text':
      return { content: message.content };
    case 'image':
      return { media_id: message.mediaId };
    case 'link': {
      const { title, description, url, thumbUrl } = message;
      return { title, description, url, thumb_url: thumbUrl };
    }
    case 'miniprogrampage': {
      const { title, pagepath, thumbMediaId } = message;
      return { title, pagepath, thumb_media_id: thumbMediaId };
    }
  }
}
