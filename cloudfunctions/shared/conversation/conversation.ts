/** One user's customer-service conversation, as operators see it. Types alone: the front end names them too. */
import type { Allowance } from './allowance';

/**
 * A document of the collection `xinshi_conversations`: one for each user who wrote or came in. Every write is a
 * transaction over the whole document (conversations.ts), so two instances never undo each other's changes.
 *
 * Queries here are by `sortKey`, by `state` with `sortKey`, and by `expiresAt`: indexes on these (made in the
 * CloudBase console) keep them fast in a large collection. All times are milliseconds since 1970.
 */
export interface Conversation {
  /** The user's openid. */
  _id: string;
  /** Written by push, by replies and by the desk: see {@link ConversationState}. */
  state: ConversationState;
  /** What the user did: messages and comings-in, counted. 1 is his first contact. Written by push. */
  actions: number;
  /** How many messages the user sent. Written by push. */
  received: number;
  /** How many of them an operator has seen: markRead, or a reply of his. Written by the desk and by replies. */
  read: number;
  /** `received - read`. Written with them. */
  unread: number;
  /** The last message either way; null before the first. Written by push and by replies. */
  lastMessage: LastMessage | null;
  /** When anything last happened that the user or we said or did. Written by push and by replies. */
  lastAt: number;
  /** `session-from` of the contact button by which he came in last; '' before. Written by push. */
  sessionFrom: string;
  /** What may still be sent. Written by push, by replies, and by WeChat's 45047 and 45015. */
  allowance: Allowance;
  /** When push last raised `allowance`, by our clock: an older answer of WeChat's does not lower it again. */
  raisedAt: number;
  /** The operator in the conversation; null for none. Written by the desk and by replies. */
  operator: OperatorInIt | null;
  /** The desk asked: the user's next message is handed over to WeChat's own desk. Written by the desk and push. */
  handOverNext: boolean;
  /** When it was last handed over; 0 for never. Written by push. */
  handedOverAt: number;
  /** 对方正在输入 shows on the user's phone until then; 0 for not. Written by typing and by replies. */
  typingUntil: number;
  /** When each automatic rule answered last, by its name. Written by push. */
  answeredAt: Record<string, number>;
  /** Puts the unread first and then the latest: descending by this is the desk's order. Written always. */
  sortKey: string;
  /** From when on cleanUp may remove it (XINSHI_AUDIT_DAYS after `lastAt`). Written always. */
  expiresAt: number;
}

/**
 * `waiting`: the user wrote, and nobody has answered what he wrote. `open`: answered, or he has only come in.
 * `handedOver`: WeChat's own desk has it (网页版客服). `closed`: until he writes again.
 */
export type ConversationState = 'open' | 'waiting' | 'handedOver' | 'closed';

export interface LastMessage {
  direction: 'in' | 'out';
  kind: Content['kind'];
  /** The beginning of a text; '' for other kinds. */
  excerpt: string;
  at: number;
}

export interface OperatorInIt {
  openid: string;
  /** When he took it. */
  since: number;
  /** When he last took it or wrote in it; after some time of silence the rules answer again (rules.ts). */
  activeAt: number;
}

/**
 * A document of the collection `xinshi_messages`: one for each message of a conversation, either way, and for
 * each time the user came in. Written once, by push and by replies. Of what we sent it has all that WeChat took
 * or may have taken; a refused send stands in xinshi_sends alone.
 *
 * Queries here are by `openid` with `_id`, and by `expiresAt`.
 */
export interface ThreadMessage {
  /** Grows with time within a conversation. */
  _id: string;
  /** The user whose conversation it is. */
  openid: string;
  direction: 'in' | 'out';
  /** `user`, `rule` (an automatic reply), `operator:<openid>`, `server:<what>`. */
  by: string;
  /** When it was recorded, in milliseconds since 1970. */
  at: number;
  /** The how-manyth message of the user it is, for markRead; 0 for all others. */
  number: number;
  content: Content;
  /** `unknown`: no answer came from WeChat, so the user may have it or not. */
  outcome: 'received' | 'accepted' | 'unknown';
  /** WeChat's id of what the user sent, where it is known; '' for all others. */
  msgId: string;
  /** From when on cleanUp may remove it (XINSHI_AUDIT_DAYS after `at`). */
  expiresAt: number;
}

export type Content =
  /** With links as WeChat has them: `<a href="…">…</a>`. */
  | { kind: 'text'; text: string }
  /** `mediaId` is good for 3 days. `picUrl`: WeChat's address of what the user sent; '' for what we sent. */
  | { kind: 'image'; mediaId: string; picUrl: string }
  | { kind: 'link'; title: string; description: string; url: string; thumbUrl: string }
  | { kind: 'miniProgramPage'; title: string; pagePath: string; thumbMediaId: string; thumbUrl: string }
  /** The user came into the conversation. */
  | { kind: 'entered'; sessionFrom: string };
