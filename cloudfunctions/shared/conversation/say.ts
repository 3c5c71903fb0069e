/** Says something in a conversation: sent once, recorded, added to the thread, counted against the allowance. */
import { type Answer, audited, keepAnswer, type OpenSend } from '../audit/audited';
import type { SendLine } from '../audit/send';
import { type Caller, nameOf } from '../platform/caller';
import { clock } from '../platform/clock';
import { log } from '../platform/log';
import { wechat } from '../transport/wechat';
import { sendCustomerServiceMessage } from '../wechat/customerServiceMessage';
import { type Allowance, leftAt, NO_ALLOWANCE } from './allowance';
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
  const intent = {
    caller,
    kind: 'customerService',
    openid,
    msgtype: message.msgtype,
    content: linesOf(content),
  } as const;
  let allowance = NO_ALLOWANCE;
  await audited(
    intent,
    async () => {
      await sendCustomerServiceMessage(wechat, openid, wechatMessage);
      return '';
    },
    async (send, answer) => {
      try {
        await keepAnswer(send, answer);
      } finally {
        allowance = await keepInConversation({ openid, content, speaker }, send, answer);
      }
    },
  );
  return allowance;
}

interface Reply {
  openid: string;
  content: Content;
  speaker: Speaker;
}

/**
 * The message is on its way or is not: what cannot be written now must not look like the one or the other.
 *
 * @returns what is left, as far as is known
 */
async function keepInConversation(reply: Reply, { startedAt }: OpenSend, answer: Answer): Promise<Allowance> {
  const { openid } = reply;
  try {
    if (answer.outcome !== 'refused') return await keepReply(reply, answer.outcome);
    if (NO_ALLOWANCE_CODES.has(answer.errCode)) await correctAllowance(openid, startedAt);
  } catch (error) {
    log.error('a reply could not be kept in its conversation', { openid, outcome: answer.outcome, error });
  }
  return NO_ALLOWANCE;
}

async function keepReply(
  { openid, content, speaker }: Reply,
  outcome: ThreadMessage['outcome'],
): Promise<Allowance> {
  const now = clock.now();
  const message = { openid, direction: 'out' as const, by: speakerName(speaker), at: now, number: 0 };
  const { allowance } = await addToThread(
    openid,
    (before) => afterReply(before, content, replierOf(speaker), now),
    { ...message, content, outcome, msgId: '' },
  );
  return { ...allowance, left: leftAt(allowance, now) };
}

/** @param askedAt when WeChat, which refused, was asked */
async function correctAllowance(openid: string, askedAt: number): Promise<void> {
  // A conversation that is not known needs no correction, and is not made by a refusal.
  if ((await conversationOf(openid)) === undefined) return;
  await changeConversation(openid, (before) => afterRefusal(before, askedAt));
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
