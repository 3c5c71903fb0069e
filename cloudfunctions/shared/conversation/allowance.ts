/**
 * How many customer-service messages the user's last actions allow, and until when.
 *
 * Source: WeChat's guide '发送客服消息' (developers.weixin.qq.com/miniprogram/dev/framework/open-ability/
 * customer-message/send). Allowances are not added up: an action sets the count to the larger, and the time to
 * the longer, of what is left and of what the action gives.
 */

export interface Allowance {
  /** Messages that may still be sent, as far as is known: WeChat's own count decides. */
  left: number;
  /** Until when, in milliseconds since 1970 by WeChat's clock; 0 when the user has done nothing. */
  until: number;
}

/** What one action of the user's gives. */
export interface Grant {
  messages: number;
  lastingMs: number;
}

/** The user wrote. */
export const BY_MESSAGE: Grant = { messages: 5, lastingMs: 48 * 3_600_000 };
/** The user came into the conversation. */
export const BY_ENTERING: Grant = { messages: 2, lastingMs: 60_000 };

export const NO_ALLOWANCE: Allowance = { left: 0, until: 0 };

/**
 * @param now milliseconds since 1970
 * @returns how many messages may be sent now: none when the time is over
 */
export function leftAt({ left, until }: Allowance, now: number): number {
  return now < until ? left : 0;
}

/**
 * The allowance after an action of the user's.
 *
 * @param at when he did it, in milliseconds since 1970
 */
export function raised(current: Allowance, { messages, lastingMs }: Grant, at: number): Allowance {
  return {
    left: Math.max(leftAt(current, at), messages),
    until: Math.max(current.until, at + lastingMs),
  };
}

/** The allowance after one message, which may have been sent against what was known. */
export function spent({ left, until }: Allowance): Allowance {
  return { left: Math.max(0, left - 1), until };
}
