/** What operators do with conversations. Each action gives the conversation as it is after it. */
import { clock } from '../platform/clock';
import { command } from '../platform/database';
import { Failure } from '../platform/result';
import { leftAt } from './allowance';
import { type Changed, closed, handOverAsked, markedRead, released, taken } from './changes';
import { conversations, messages } from './collections';
import type { Conversation, ConversationState, ThreadMessage } from './conversation';
import { changeConversation, conversationOf } from './conversations';
import { isOperatorIn } from './plan';
import { rules } from './rules';
import type { ConversationView, ListOutput, MessageView, ThreadOutput } from './views';

export interface ListQuery {
  /** Left out: all. */
  state?: ConversationState;
  limit: number;
  /** `next` of the page before. */
  after?: string;
}

/** Those with unread messages first, and of each kind the latest first. */
export async function listConversations({ state, limit, after }: ListQuery): Promise<ListOutput> {
  const found = await conversations.find(
    {
      ...(state !== undefined && { state }),
      ...(after !== undefined && { sortKey: command.lt(after) }),
    },
    { limit: limit + 1, orderBy: ['sortKey', 'desc'] },
  );
  const page = found.slice(0, limit);
  const next = found.length > limit ? page.at(-1)?.sortKey : undefined;
  const now = clock.now();
  return {
    conversations: page.map((conversation) => viewOf(conversation, now)),
    ...(next !== undefined && { next }),
  };
}

export interface ThreadQuery {
  openid: string;
  limit: number;
  /** `earlier` of the page before. */
  before?: string;
}

/** @throws Failure UNKNOWN_CONVERSATION */
export async function readThread({ openid, limit, before }: ThreadQuery): Promise<ThreadOutput> {
  const [conversation, found] = await Promise.all([
    known(openid),
    messages.find(
      { openid, ...(before !== undefined && { _id: command.lt(before) }) },
      { limit: limit + 1, orderBy: ['_id', 'desc'] },
    ),
  ]);
  const page = found.slice(0, limit);
  const earlier = found.length > limit ? page.at(-1)?._id : undefined;
  return {
    conversation: viewOf(conversation, clock.now()),
    messages: page.reverse().map(messageView),
    ...(earlier !== undefined && { earlier }),
  };
}

/**
 * @param upTo the number of the last message that was seen; left out: all
 * @throws Failure UNKNOWN_CONVERSATION
 */
export function markRead(openid: string, upTo = Number.MAX_SAFE_INTEGER): Promise<ConversationView> {
  return changeKnown(openid, (before) => markedRead(before, upTo));
}

/**
 * @param operator his openid, or the name of the server-side caller
 * @throws Failure UNKNOWN_CONVERSATION, CONVERSATION_TAKEN while another operator is in it
 */
export async function take(openid: string, operator: string): Promise<ConversationView> {
  const view = await changeKnown(openid, (before) => {
    const now = clock.now();
    const byAnother = before.operator?.openid !== operator && isOperatorIn(before, rules, now);
    // Not thrown here: a transaction that fails is tried again.
    return byAnother ? before : taken(before, operator, now);
  });
  if (view.operator?.openid === operator) return view;
  throw new Failure('CONVERSATION_TAKEN');
}

/** Whoever was in it. @throws Failure UNKNOWN_CONVERSATION */
export function release(openid: string): Promise<ConversationView> {
  return changeKnown(openid, released);
}

/** @throws Failure UNKNOWN_CONVERSATION */
export function askHandOver(openid: string): Promise<ConversationView> {
  return changeKnown(openid, handOverAsked);
}

/** @throws Failure UNKNOWN_CONVERSATION */
export function close(openid: string): Promise<ConversationView> {
  return changeKnown(openid, closed);
}

/** A conversation begins with the user: what an operator does makes none. */
async function changeKnown(openid: string, change: (before: Changed) => Changed): Promise<ConversationView> {
  await known(openid);
  return viewOf(await changeConversation(openid, change), clock.now());
}

async function known(openid: string): Promise<Conversation> {
  const conversation = await conversationOf(openid);
  if (conversation !== undefined) return conversation;
  throw new Failure('UNKNOWN_CONVERSATION');
}

function viewOf(conversation: Conversation, now: number): ConversationView {
  const { _id, state, unread, received, lastMessage, lastAt, sessionFrom } = conversation;
  const { allowance, operator, handOverNext, typingUntil } = conversation;
  return {
    openid: _id,
    state,
    unread,
    received,
    lastMessage,
    lastAt,
    sessionFrom,
    allowance: { ...allowance, left: leftAt(allowance, now) },
    operator: isOperatorIn(conversation, rules, now) ? operator : null,
    handOverNext,
    typingUntil: now < typingUntil ? typingUntil : 0,
  };
}

function messageView({ _id, direction, by, at, number, content, outcome }: ThreadMessage): MessageView {
  return { id: _id, direction, by, at, number, content, outcome };
}
