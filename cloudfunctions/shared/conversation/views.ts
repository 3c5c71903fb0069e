/** What operators see of conversations. Types alone: the front end names them too. */
import type { Allowance } from './allowance';
import type { ConversationState, LastMessage, OperatorInIt, ThreadMessage } from './conversation';

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
  /** 对方正在输入 shows on the user's phone until then; 0 for not. */
  typingUntil: number;
}

export interface MessageView
  extends Pick<ThreadMessage, 'direction' | 'by' | 'at' | 'number' | 'content' | 'outcome'> {
  id: string;
}
