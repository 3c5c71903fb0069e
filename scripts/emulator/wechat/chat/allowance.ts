/**
 * How many customer-service messages the user's last actions allow.
 *
 * Source: WeChat's guide '发送客服消息'. Allowances are not added up: an action raises the count to the larger and the
 * time to the longer of what is left and what the action gives (可下发消息条数更新为当前可下发条数限制的最大值，
 * 有效下发时间限制也更新为最长有效时间).
 */
import { ApiError, WECHAT_ERRORS } from '../api/errors';

export interface Allowance {
  remaining: number;
  /** Milliseconds since 1970; from then on nothing may be sent. */
  endsAt: number;
}

interface Grant {
  messages: number;
  lastingMs: number;
}

export const BY_MESSAGE: Grant = { messages: 5, lastingMs: 48 * 3_600_000 };
export const BY_ENTERING: Grant = { messages: 2, lastingMs: 60_000 };

/** The allowance after an action of the user's. */
export function raise(
  current: Allowance | undefined,
  { messages, lastingMs }: Grant,
  now: number,
): Allowance {
  const left = current !== undefined && now < current.endsAt ? current : { remaining: 0, endsAt: 0 };
  return {
    remaining: Math.max(left.remaining, messages),
    endsAt: Math.max(left.endsAt, now + lastingMs),
  };
}

/**
 * The allowance after one message.
 * @throws {ApiError} 45015 when it has run out of time or was never given, 45047 when no message is left
 */
export function spend(current: Allowance | undefined, now: number): Allowance {
  if (current === undefined || now >= current.endsAt) throw new ApiError(WECHAT_ERRORS.outOfTimeLimit);
  if (current.remaining === 0) throw new ApiError(WECHAT_ERRORS.outOfCountLimit);
  return { ...current, remaining: current.remaining - 1 };
}
