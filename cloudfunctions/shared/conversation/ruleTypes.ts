/** What the rules of automatic replies (rules.ts) may say. */
import type { Message } from './message';

export interface AnswerRules {
  officeHours: OfficeHours;
  /** The first one whose condition holds answers, and no other. */
  replies: ReplyRule[];
  handOver: HandOverRule;
  /**
   * Automatic replies are sent only as long as more messages than this are left of WeChat's allowance, so that
   * a person can still answer.
   */
  keptForPeople: number;
  /** How long after an operator took the conversation or wrote in it no rule answers, in milliseconds. */
  silentAfterOperatorMs: number;
}

export interface ReplyRule {
  /** What it is called in the conversation's record; letters and digits, none twice. */
  name: string;
  when: When;
  /** Sent in this order. Each counts against the allowance. */
  reply: [Message, ...Message[]];
  /** It does not answer the same user again within this time, in milliseconds. Left out: it does each time. */
  notAgainWithinMs?: number;
  /** The reply is no answer yet: the conversation goes on waiting for a person. Left out: it is one. */
  stillWaiting?: boolean;
}

/** To WeChat's own desk. Only messages can be handed over, so coming in never is. */
export interface HandOverRule {
  /** A message is handed over when one of these holds: `{}` is always, `{ officeHours: true }` in these. */
  when: When[];
  /** Also when no rule of `replies` holds. */
  whenNoRuleAnswers: boolean;
  /** Sent when a user is handed over; may be empty. */
  reply: Message[];
}

/** All that is named must hold. Nothing named: any message. */
export interface When {
  /** The user came into the conversation, rather than wrote. Left out: he wrote. */
  entered?: true;
  /** Nothing is known of the user before: he wrote or came in for the first time. */
  firstContact?: true;
  /** The text is one of these, but for letter case, and for spaces and punctuation around it. */
  word?: [string, ...string[]];
  /** The text has one of these in it, whatever the letter case. */
  keyword?: [string, ...string[]];
  /** `true`: within the office hours, `false`: outside. */
  officeHours?: boolean;
  /** What kind of message it is. */
  kind?: ('text' | 'image' | 'miniProgramPage')[];
}

/** In China's time (Asia/Shanghai), whatever the time zone of the function. */
export interface OfficeHours {
  days: Weekday[];
  /** `09:00`, included. */
  from: string;
  /** `18:00`, not included; `24:00` is midnight. */
  to: string;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
