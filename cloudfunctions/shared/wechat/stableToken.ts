/** Gets an access token (WeChat's documentation: mp-access-token/getStableAccessToken). */
import * as v from 'valibot';
import { readAnswer } from './httpsAnswer';
import { type Exchange, ExchangeFailure, exchange } from './httpsExchange';
import { tokenFailure, type WechatError } from './wechatError';

export interface StableTokenRequest {
  /** `https://api.weixin.qq.com` */
  url: string;
  appid: string;
  secret: string;
  /**
   * True ends the token that is in force at once and gives another: at most 20 times a day, 30 seconds apart. False
   * gives the one in force, and another one from 5 minutes before its end, while both hold.
   */
  forceRefresh: boolean;
  /** Left out: the network. */
  exchange?: Exchange;
}

export interface StableToken {
  token: string;
  /** How long it still holds, at most two hours. */
  expiresInMs: number;
}

const TIME_LIMIT_MS = 3_000;
const MAX_BYTES = 64 * 1024;

/** WeChat asks for room for 512 characters; longer ones have been seen in no report, but cost nothing. */
const Answer = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty(), v.maxLength(4_096)),
  expires_in: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** @throws WechatError with the outcome `refused`, without the secret: whatever call wanted the token was not made */
export async function getStableToken(request: StableTokenRequest): Promise<StableToken> {
  const { url, appid, secret, forceRefresh, exchange: send = exchange } = request;
  const fields = { grant_type: 'client_credential', appid, secret, force_refresh: forceRefresh };
  try {
    const incoming = await send({
      method: 'POST',
      url: new URL('/cgi-bin/stable_token', url),
      body: { contentType: 'application/json', bytes: Buffer.from(JSON.stringify(fields)) },
      timeLimitMs: TIME_LIMIT_MS,
      maxBytes: MAX_BYTES,
    });
    const answer = v.safeParse(Answer, readAnswer('getStableAccessToken', 'fields', incoming));
    if (!answer.success) throw tokenFailure({ errMsg: 'getStableAccessToken:fail the answer has no token' });
    const { access_token, expires_in } = answer.output;
    return { token: access_token, expiresInMs: expires_in * 1000 };
  } catch (error) {
    throw failureOf(error, secret);
  }
}

function failureOf(error: unknown, secret: string): WechatError | unknown {
  if (error instanceof ExchangeFailure) {
    return tokenFailure({ errMsg: `getStableAccessToken:fail ${error.message}` });
  }
  const { errCode, errMsg } = error as { errCode?: number; errMsg?: string };
  if (errCode === undefined || errMsg === undefined) return error;
  return tokenFailure({ errCode, errMsg: errMsg.replaceAll(secret, '[secret]') });
}
