/** What WeChat pushes about a conversation: recorded, answered by the rules, and the answer carried out. */
import { clock } from '../platform/clock';
import type { Transaction } from '../platform/database';
import { log } from '../platform/log';
import { afterHandOver, afterUser } from './changes';
import { conversations, messages } from './collections';
import type { Content } from './conversation';
import { changeConversation, changeWithin, conversationOf, threadMessage } from './conversations';
import { type AnswerPlan, planFor } from './plan';
import { rules } from './rules';
import { say } from './say';

export type { AnswerPlan };

/** The user wrote, or came into the conversation. */
export type Incoming = {
  openid: string;
  /** The mini-program's account. */
  account: string;
  /** When, by WeChat's clock, in milliseconds since 1970; 0 when it is not known. */
  createdAt: number;
} & (
  | { kind: 'text'; msgId: string; content: string }
  | { kind: 'image'; msgId: string; picUrl: string; mediaId: string }
  | {
      kind: 'miniProgramPage';
      msgId: string;
      title: string;
      appid: string;
      pagePath: string;
      thumbUrl: string;
      thumbMediaId: string;
    }
  | { kind: 'sessionEntered'; sessionFrom: string }
);

/** Those that {@link recordIncoming} touches, for the transaction around it. */
export const conversationCollections = [conversations, messages];

/**
 * Writes what the user did into his conversation and its thread, inside the transaction that makes sure that
 * each push is recorded once.
 */
export async function recordIncoming(transaction: Transaction, incoming: Incoming): Promise<void> {
  const { openid, createdAt } = incoming;
  const now = clock.now();
  const content = contentOf(incoming);
  const { received } = await changeWithin(transaction, openid, (before) =>
    afterUser(before, content, createdAt === 0 ? now : createdAt, now),
  );
  await transaction.put(
    messages,
    threadMessage({
      openid,
      direction: 'in',
      by: 'user',
      at: now,
      number: content.kind === 'entered' ? 0 : received,
      content,
      outcome: 'received',
      msgId: incoming.kind === 'sessionEntered' ? '' : incoming.msgId,
    }),
  );
}

/**
 * What is to be answered, by rules.ts. It changes nothing. Call it after {@link recordIncoming} was committed.
 *
 * @throws when the database fails
 */
export async function planAnswer(incoming: Incoming): Promise<AnswerPlan> {
  const conversation = await conversationOf(incoming.openid);
  // Removed in between: there is nothing to answer from.
  if (conversation === undefined) return { handOver: false, replies: [] };
  return planFor(rules, { content: contentOf(incoming), conversation, now: clock.now() });
}

/**
 * Sends the replies, in their order, each counted and recorded like any other; the first one that fails is the
 * last one tried. Notes that the conversation is handed over, which the answer to the push does. Never throws:
 * the push has been taken, and WeChat must not push it again.
 *
 * @param inTime asked before each reply: one that would come minutes late is left out
 */
export async function carryOut(incoming: Incoming, plan: AnswerPlan, inTime: () => boolean): Promise<void> {
  const { openid } = incoming;
  const { handOver, replies, rule } = plan;
  try {
    if (handOver) await changeConversation(openid, (before) => afterHandOver(before, clock.now()));
    const stillWaiting = rules.replies.find(({ name }) => name === rule)?.stillWaiting ?? false;
    const speaker = {
      kind: 'rule',
      answers: !stillWaiting,
      ...(rule !== undefined && { name: rule }),
    } as const;
    for (const reply of replies) {
      if (!inTime()) throw new Error('the time for an automatic answer is over');
      await say(openid, reply, speaker);
    }
  } catch (error) {
    log.error('an automatic answer was not carried out', { openid, rule, handOver, error });
  }
}

function contentOf(incoming: Incoming): Content {
  switch (incoming.kind) {
    case 'text':
      return { kind: 'text', text: incoming.content };
    case 'image':
      return { kind: 'image', mediaId: incoming.mediaId, picUrl: incoming.picUrl };
    case 'miniProgramPage': {
      const { title, pagePath, thumbMediaId, thumbUrl } = incoming;
      return { kind: 'miniProgramPage', title, pagePath, thumbMediaId, thumbUrl };
    }
    case 'sessionEntered':
      return { kind: 'entered', sessionFrom: incoming.sessionFrom };
  }
}
