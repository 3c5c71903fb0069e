/** Keeps the typing state alive for as long as some work runs. */
import type { TypingCommand } from '../wechat/customerServiceMessage';
import { WechatError } from '../wechat/wechatError';

/** WeChat's guide '客服消息输入状态': it lasts 15 seconds, and sent again before it is refused with 45081. */
export const TYPING_LASTS_MS = 15_000;
/** So that the next one does not arrive before the last one has ended. */
const PAUSE_MS = 300;
const ALREADY_TYPING = 45081;

/**
 * @param show sends a command to WeChat
 * @param work runs at once, whatever becomes of the typing state; it is hidden when the work has ended
 */
export async function keptTyping<Outcome>(
  show: (command: TypingCommand) => Promise<void>,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const keep = async (): Promise<void> => {
    const shown = await tried(() => show('Typing'));
    // Nothing more can be sent to this user now: asking again would be refused again.
    if (!shown || ended) return;
    timer = setTimeout(() => {
      current = keep();
    }, TYPING_LASTS_MS + PAUSE_MS);
  };
  let current = keep();
  try {
    return await work();
  } finally {
    ended = true;
    clearTimeout(timer);
    await current;
    await tried(() => show('CancelTyping'));
  }
}

/** @returns whether the state shows: 45081 says that it does */
async function tried(show: () => Promise<void>): Promise<boolean> {
  try {
    await show();
    return true;
  } catch (error) {
    return error instanceof WechatError && error.wechat.errCode === ALREADY_TYPING;
  }
}
