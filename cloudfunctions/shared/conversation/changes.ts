/** How each thing that happens changes a conversation. Pure: the time comes with what happened. */
import { BY_ENTERING, BY_MESSAGE, NO_ALLOWANCE, raised, spent } from './allowance';
import type { Content, Conversation, ConversationState, LastMessage } from './conversation';

/** What is written; `sortKey` and `expiresAt` follow from the rest: see `kept` in conversations.ts. */
export type Changed = Omit<Conversation, 'sortKey' | 'expiresAt'>;

/**
 * How long a hand-over is believed. WeChat does not tell when an agent takes a conversation or closes it:
 * meanwhile messages go to him alone, until 30 minutes have passed (WeChat's guide '转发客服消息'). So a message
 * that still comes to us is from a user who waits in the queue, and after this time from one whose
 * conversation came back.
 */
export const HANDED_OVER_FOR_MS = 30 * 60_000;
const EXCERPT_CHARACTERS = 60;

export function newConversation(openid: string): Changed {
  return {
    _id: openid,
    state: 'open',
    actions: 0,
    received: 0,
    read: 0,
    unread: 0,
    lastMessage: null,
    lastAt: 0,
    sessionFrom: '',
    allowance: NO_ALLOWANCE,
    raisedAt: 0,
    operator: null,
    handOverNext: false,
    handedOverAt: 0,
    typingUntil: 0,
    answeredAt: {},
  };
}

/**
 * The user wrote, or came in.
 *
 * @param at when he did, by WeChat's clock
 * @param now when it is recorded; both in milliseconds since 1970
 */
export function afterUser(before: Changed, content: Content, at: number, now: number): Changed {
  const entered = content.kind === 'entered';
  const acted = {
    ...before,
    actions: before.actions + 1,
    lastAt: now,
    allowance: raised(before.allowance, entered ? BY_ENTERING : BY_MESSAGE, at),
    raisedAt: now,
  };
  if (entered) return { ...acted, sessionFrom: content.sessionFrom };
  return {
    ...acted,
    state: isHandedOver(before, now) ? 'handedOver' : 'waiting',
    received: before.received + 1,
    unread: before.unread + 1,
    lastMessage: lastMessageOf('in', content, now),
  };
}

/** Who sent a reply, as far as the conversation is changed by it. */
export type Replier =
  | { kind: 'operator'; openid: string }
  | { kind: 'server' }
  /** `name`: of the rule of rules.ts; absent for the hand-over's words. `answers: false`: the user still waits. */
  | { kind: 'rule'; name?: string; answers: boolean };

/** We sent a message, which WeChat took or may have taken. It ends the typing state. */
export function afterReply(before: Changed, content: Content, by: Replier, now: number): Changed {
  const replied = {
    ...before,
    lastMessage: lastMessageOf('out', content, now),
    lastAt: now,
    allowance: spent(before.allowance),
    typingUntil: 0,
  };
  if (by.kind === 'rule') {
    const { name, answers } = by;
    return {
      ...replied,
      ...(answers && { state: whenAnswered(before.state) }),
      ...(name !== undefined && { answeredAt: { ...before.answeredAt, [name]: now } }),
    };
  }
  if (by.kind === 'server') return { ...replied, state: whenAnswered(before.state) };
  const since = before.operator?.openid === by.openid ? before.operator.since : now;
  return {
    ...replied,
    state: before.state === 'handedOver' ? 'handedOver' : 'open',
    operator: { openid: by.openid, since, activeAt: now },
    read: before.received,
    unread: 0,
  };
}

/** WeChat's own desk has it from now on. An operator of ours is no longer in it. */
export function afterHandOver(before: Changed, now: number): Changed {
  return { ...before, state: 'handedOver', handOverNext: false, handedOverAt: now, operator: null };
}

/**
 * WeChat refused a reply for want of allowance: whatever was counted, there is none.
 *
 * @param askedAt when WeChat was asked; what the user did since then stays
 */
export function afterRefusal(before: Changed, askedAt: number): Changed {
  if (before.raisedAt > askedAt) return before;
  return { ...before, allowance: { ...before.allowance, left: 0 } };
}

/** The typing state was shown until `until`, or hidden: 0. */
export function afterTyping(before: Changed, until: number): Changed {
  return { ...before, typingUntil: until };
}

/** An operator comes into the conversation, also into one that was handed over or closed. */
export function taken(before: Changed, openid: string, now: number): Changed {
  const since = before.operator?.openid === openid ? before.operator.since : now;
  return {
    ...before,
    state: stateOfOurs(before),
    handOverNext: false,
    operator: { openid, since, activeAt: now },
  };
}

/** The operator leaves it to the rules and to the others. */
export function released(before: Changed): Changed {
  return { ...before, operator: null };
}

/** The user's next message is handed over to WeChat's own desk: only the answer to a push can do it. */
export function handOverAsked(before: Changed): Changed {
  return { ...before, handOverNext: true };
}

export function closed(before: Changed): Changed {
  return {
    ...before,
    state: 'closed',
    operator: null,
    handOverNext: false,
    read: before.received,
    unread: 0,
  };
}

/** @param upTo the number of the last message that was seen; what came since stays unread */
export function markedRead(before: Changed, upTo: number): Changed {
  const read = Math.max(before.read, Math.min(upTo, before.received));
  return { ...before, read, unread: before.received - read };
}

export function isHandedOver({ state, handedOverAt }: Changed, now: number): boolean {
  return state === 'handedOver' && now < handedOverAt + HANDED_OVER_FOR_MS;
}

function stateOfOurs({ lastMessage }: Changed): ConversationState {
  return lastMessage?.direction === 'in' ? 'waiting' : 'open';
}

function whenAnswered(state: ConversationState): ConversationState {
  return state === 'waiting' ? 'open' : state;
}

function lastMessageOf(direction: LastMessage['direction'], content: Content, at: number): LastMessage {
  const excerpt = content.kind === 'text' ? [...content.text].slice(0, EXCERPT_CHARACTERS).join('') : '';
  return { direction, kind: content.kind, excerpt, at };
}
