/** messageHistory in types, for its callers: `import type` from here. Nothing here runs. */

export interface Input {
  /**
   * `mine` (left out): what was sent to the caller. `all`: what was sent to anybody, for operators and
   * server-side callers.
   */
  scope?: 'mine' | 'all';
  /** With `all`: only what was sent to this openid. */
  openid?: string;
  kind?: Kind;
  outcome?: Outcome;
  /** The `next` of the page before. Left out: from the latest message on. */
  before?: string;
  /** Messages a page, 1 to 100. Left out: 20. */
  limit?: number;
}

export interface Output {
  /** The latest first. */
  messages: Message[];
  /** What to pass as `before` for the next page; absent on the last one. */
  next?: string;
}

export type Kind = 'subscribe' | 'uniform' | 'customerService';

/**
 * `accepted`: WeChat took it, and has not said that it arrived (it never does for uniform and customer-service
 * messages). `delivered`, `failed`: what WeChat's receipt said. `refused`: WeChat did not take it. `unknown`: no
 * answer came, or not yet.
 */
export type Outcome = 'unknown' | 'accepted' | 'delivered' | 'failed' | 'refused';

export interface Message {
  id: string;
  /** When it was sent, in milliseconds since 1970. */
  at: number;
  kind: Kind;
  /** WeChat's id of the template; absent in customer service. */
  tmplId?: string;
  /** The registry's name of the template, and its title; absent without one. */
  template?: string;
  title?: string;
  /** The kind of a customer-service message: `text`, `image`, `link`, `miniprogrampage`; absent for other kinds. */
  msgtype?: string;
  /** What it said, each value cut at 200 characters; empty where XINSHI_AUDIT_CONTENT keeps nothing. */
  content: { label: string; value: string }[];
  outcome: Outcome;
  /** Why it was refused, failed or is unknown. */
  reason?: {
    /** Stable: the code that the call was answered with (`NOT_SUBSCRIBED`), DELIVERY_FAILED for a receipt's. */
    code: string;
    /** WeChat's or CloudBase's code; 0 for a receipt's. */
    errCode: number;
    /** The receipt's words; absent otherwise. */
    status?: string;
  };
  /** WeChat's id of the message, 64 bits as digits; absent where it is not known or there is none. */
  msgid?: string;
  /** With `all`: the receiver's openid, who called (`user:<openid>`, `server:timer`), and how long WeChat took. */
  to?: string;
  by?: string;
  durationMs?: number;
}
