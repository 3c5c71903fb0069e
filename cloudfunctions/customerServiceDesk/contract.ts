/** customerServiceDesk in types, for its callers: `import type` from here. Nothing here runs. */
import type { ConversationState } from '../shared/conversation/conversation';
import type { ConversationOutput, ListOutput, ThreadOutput } from '../shared/conversation/views';

export type { Allowance } from '../shared/conversation/allowance';
export type {
  Content,
  ConversationState,
  LastMessage,
  OperatorInIt,
} from '../shared/conversation/conversation';
export type { ConversationView, MessageView } from '../shared/conversation/views';
export type { ConversationOutput, ListOutput, ThreadOutput };

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
