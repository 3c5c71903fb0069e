/** The typing state, 对方正在输入, on the user's phone. */
import { clock } from '../platform/clock';
import { log } from '../platform/log';
import { wechat } from '../transport/wechat';
import { setTyping, type TypingCommand } from '../wechat/customerServiceMessage';
import { afterTyping } from './changes';
import { changeConversation, conversationOf } from './conversations';
import { keptTyping, TYPING_LASTS_MS } from './keptTyping';

/**
 * Shows or hides it; it lasts 15 seconds, and a message ends it.
 *
 * @throws WechatError; 45080 without a message in the last 30 seconds, 45081 while it shows, 45047 and 45015 when
 *   no message could follow
 */
export async function showTyping(openid: string, command: TypingCommand): Promise<void> {
  await setTyping(wechat, openid, command);
  const until = command === 'Typing' ? clock.now() + TYPING_LASTS_MS : 0;
  try {
    if ((await conversationOf(openid)) === undefined) return;
    await changeConversation(openid, (before) => afterTyping(before, until));
  } catch (error) {
    // The user sees it, or sees it no more: that is what was asked for.
    log.error('the typing state could not be recorded', { openid, error });
  }
}

/**
 * Shows it for as long as `work` runs: `await whileTyping(openid, () => compose(answer))`. What goes wrong with the
 * typing state never fails the work.
 *
 * @returns what `work` gives
 * @throws what `work` throws
 */
export function whileTyping<Outcome>(openid: string, work: () => Promise<Outcome>): Promise<Outcome> {
  return keptTyping((command) => setTyping(wechat, openid, command), work);
}
