/** Says something in a conversation: sent once, recorded, added to the thread, counted against the allowance. */
import { audited } from '../audit/audited';
import type { SendLine } from '../audit/send';
import { type Caller, nameOf } from '../platform/caller';
import { clock } from '../platform/clock';
import { log } from '../platform/log';
import { wechat } from '../transport/wechat';
import { sendCustomerServiceMessage } from '../wechat/customerServiceMessage';
import { WechatError } from '../wechat/wechatError';
import { type Allowance, leftAt } from './allowance';
import { afterRefusal, afterReply, type Replier } from './changes';
import type { Content, ThreadMessage } from './conversation';
import { addToThread, changeConversation, conversationOf } from './conversations';
import type { Message } from './message';
import { prepared } from './prepared';

/** WeChat's codes for: no message is left, or the time is over (customerServiceMessage.send). */
const NO_ALLOWANCE_CODES = new Set([45047, 45015]);

/** Who says it: whoever called the function, or a rule. */
export type Speaker = { kind: 'caller'; caller: Caller } | Extract<Replier, { kind: 'rule' }>;

/**
 * Sends one message to a user who wrote or came in lately.
 *
 * WeChat is asked even when no allowance is known to be left. Our count can be behind: a push that was lost, what
 * the user wrote to an agent of WeChat's own desk, which is not pushed to us at all. WeChat's answer decides, and
 * its 45047 and 45015 correct the count.
 *
 * @returns what is left of the allowance, as far as is known
 * @throws WechatError; Failure or WechatError of the picture (media.ts), before the message is sent
 */
export async function say(openid: string, message: Message, speaker: Speaker): Promise<Allowance> {
  const { message: wechatMessage, content } = await prepared(message);
  const caller: Caller = speaker.kind === 'caller' ? speaker.caller : { kind: 'wechat', openid };
  const askedAt = clock.now();
  try {
    await audited(
      { caller, kind: 'customerService', openid, msgtype: message.msgtype, content: linesOf(content) },
      async () => {
        await sendCustomerServiceMessage(wechat, openid, wechatMessage);
        return '';
      },
    );
  } catch (error) {
    await keepFailure(error, { openid, content, speaker, askedAt });
    throw error;
  }
  return keepReply({ openid, content, speaker }, 'accepted');
}

interface Reply {
  openid: string;
  content: Content;
  speaker: Speaker;
}

/** The message is on its way: what cannot be recorded now must not look like a failure to send it. */
async function keepReply(
  { openid, content, speaker }: Reply,
  outcome: ThreadMessage['outcome'],
): Promise<Allowance> {
  const now = clock.now();
  const message = { openid, direction: 'out' as const, by: speakerName(speaker), at: now, number: 0 };
  try {
    const { allowance } = await addToThread(
      openid,
      (before) => afterReply(before, content, replierOf(speaker), now),
      { ...message, content, outcome, msgId: '' },
    );
    return { ...allowance, left: leftAt(allowance, now) };
  } catch (error) {
    log.error('a reply could not be added to its conversation', { openid, outcome, error });
    return { left: 0, until: 0 };
  }
}

async function keepFailure(error: unknown, reply: Reply & { askedAt: number }): Promise<void> {
  if (!(error instanceof WechatError) || error.outcome === 'unknown') {
    await keepReply(reply, 'unknown');
    return;
  }
  if (!NO_ALLOWANCE_CODES.has(error.wechat.errCode)) return;
  try {
    // A conversation that is not known needs no correction, and is not made by a refusal.
    if ((await conversationOf(reply.openid)) === undefined) return;
    await changeConversation(reply.openid, (before) => afterRefusal(before, reply.askedAt));
  } catch (cause) {
    log.error('an allowance could not be corrected', { openid: reply.openid, error: cause });
  }
}

function replierOf(speaker: Speaker): Replier {
  if (speaker.kind === 'rule') return speaker;
  const { caller } = speaker;
  return caller.kind === 'user' ? { kind: 'operator', openid: caller.openid } : { kind: 'server' };
}

function speakerName(speaker: Speaker): string {
  if (speaker.kind === 'rule') return 'rule';
  const { caller } = speaker;
  return caller.kind === 'user' ? `operator:${caller.openid}` : nameOf(caller);
}

function linesOf(content: Content): SendLine[] {
  switch (content.kind) {
    case 'text':
      return [{ label: '文本', value: content.text }];
    case 'image':
      return [{ label: '图片', value: content.mediaId }];
    case 'link':
      return [
        { label: '标题', value: content.title },
        { label: '链接', value: content.url },
      ];
    case 'miniProgramPage':
      return [
        { label: '标题', value: content.title },
        { label: '页面', value: content.pagePath },
      ];
    case 'entered':
      return [];
  }
}
