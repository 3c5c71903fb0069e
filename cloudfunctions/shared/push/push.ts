/** What WeChat pushes to us, in one spelling. */

export type Push = MessagePush | EventPush | UnknownPush;

interface PushOrigin {
  /** The user, `FromUserName`; '' when the packet has none. */
  openid: string;
  /** The mini-program's account, `ToUserName`. */
  account: string;
  /** `CreateTime`, in milliseconds since 1970 (WeChat counts in seconds); 0 when the packet has none. */
  createdAt: number;
}

/** The push of one kind. */
export type PushOf<Kind extends Push['kind']> = Extract<Push, { kind: Kind }>;

/** The user wrote in the customer-service conversation. */
export type MessagePush = PushOrigin & {
  /** Exact, or '' when the number had lost digits before it reached us. */
  msgId: string;
} & (
    | { kind: 'text'; content: string }
    | { kind: 'image'; picUrl: string; mediaId: string }
    | {
        kind: 'miniProgramPage';
        title: string;
        appid: string;
        pagePath: string;
        thumbUrl: string;
        thumbMediaId: string;
      }
  );

export type EventPush = PushOrigin &
  (
    | /** The user came into the customer-service conversation. */ {
        kind: 'sessionEntered';
        sessionFrom: string;
      }
    | /** The subscribe panel was answered, by the user or by a kept choice. */ {
        kind: 'subscribeAnswered';
        answers: TemplateAnswer[];
      }
    | /** The user withdrew subscriptions. */ { kind: 'subscriptionWithdrawn'; tmplIds: string[] }
    | /** What became of messages that we sent. */ { kind: 'messageSettled'; receipts: MessageReceipt[] }
  );

/** What belongs to the customer-service conversation. */
export type ConversationPush = PushOf<MessagePush['kind'] | 'sessionEntered'>;

export const isConversation = (push: Push): push is ConversationPush =>
  isMessage(push) || push.kind === 'sessionEntered';

export const isMessage = (push: Push): push is MessagePush => 'msgId' in push;

/** Anything else: recorded and acknowledged. */
export type UnknownPush = PushOrigin & { kind: 'unknown'; msgType: string; event: string };

export interface TemplateAnswer {
  tmplId: string;
  /** An accept with voice is an accept. */
  answer: 'accept' | 'reject' | 'ban';
  /** He accepted with voice (acceptWithAudio). */
  voice: boolean;
  /** `PopupScene`, where the panel was shown: '0' in the mini-program; '' when the packet does not say. */
  scene: string;
}

export interface MessageReceipt {
  tmplId: string;
  /** 64 bits as digits. */
  msgid: string;
  delivered: boolean;
  /** WeChat's `ErrorCode`: '0' for delivered. */
  errorCode: string;
  /** WeChat's `ErrorStatus`: `success`, or why it failed. */
  status: string;
}
