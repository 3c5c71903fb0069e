/** customerServiceDesk in types, for its callers: `import type` from here. Nothing here runs. */
import type { Allowance } from '../shared/conversation/allowance';
import type {
  Content,
  ConversationState,
  LastMessage,
  OperatorInIt,
} from '../shared/conversation/conversation';

export type { Allowance, Content, ConversationState, LastMessage, OperatorInIt };

export type Input =
  /** Conversations: those with unread messages first, and of each kind the latest first. */
  | {
      action: 'list';
      /** Left out: all of them. */
      state?: ConversationState;
      /** 1 to 100. Left out: 20. */
      limit?: number;
      /** The `next` of the page before. Left out: the first page. */
      after?: string;
    }
  /** One conversation with its messages, page by page from the latest back. */
  | {
      action: 'thread';
      openid: string;
      /** 1 to 100. Left out: 20. */
      limit?: number;
      /** The `earlier` of the page before. Left out: the latest messages. */
      before?: string;
    }
  /** The user's messages have been seen. */
  | {
      action: 'markRead';
      openid: string;
      /** The `number` of the last one that was seen: what came since stays unread. Left out: all. */
      upTo?: number;
    }
  /** The operator comes into the conversation: the rules stay silent. Refused while another one is in it. */
  | { action: 'take'; openid: string }
  /** The operator leaves it to the rules and to the others. */
  | { action: 'release'; openid: string }
  /** The user's next message is handed over to WeChat's own desk: only the answer to a push can do it. */
  | { action: 'handOver'; openid: string }
  /** Done, until the user writes again. */
  | { action: 'close'; openid: string };

export type Output<Action extends Input['action'] = Input['action']> = Action extends 'list'
  ? ListOutput
  : Action extends 'thread'
    ? ThreadOutput
    : ConversationOutput;

export interface ListOutput {
  conversations: ConversationView[];
  /** For the next page's `after`; absent on the last page. */
  next?: string;
}

export interface ThreadOutput {
  conversation: ConversationView;
  /** Oldest first. */
  messages: MessageView[];
  /** For `before` of the page with earlier messages; absent when there are none. */
  earlier?: string;
}

/** The conversation as it is after the action. */
export interface ConversationOutput {
  conversation: ConversationView;
}

/** All times are milliseconds since 1970. */
export interface ConversationView {
  openid: string;
  state: ConversationState;
  /** Messages of the user that no operator has seen. */
  unread: number;
  /** How many messages the user has sent: the `number` of the last one. */
  received: number;
  /** The last message either way; null before the first. */
  lastMessage: LastMessage | null;
  /** When anything last happened. */
  lastAt: number;
  /** `session-from` of the contact button by which the user came in last; '' when he has not. */
  sessionFrom: string;
  /** What may still be sent now, and until when, as far as is known; WeChat's own count decides. */
  allowance: Allowance;
  /** The operator in it; null when there is none, or he has been silent for long. */
  operator: OperatorInIt | null;
  /** The user's next message will be handed over. */
  handOverNext: boolean;
}

export interface MessageView {
  id: string;
  direction: 'in' | 'out';
  /** `user`, `rule` (an automatic reply), `operator:<openid>`, `server:<what>`. */
  by: string;
  at: number;
  /** The how-manyth message of the user it is, for `markRead`; 0 for all others. */
  number: number;
  content: Content;
  /** `unknown`: no answer came from WeChat, so the user may have it or not. */
  outcome: 'received' | 'accepted' | 'unknown';
}
