/** What went wrong in a call of WeChat, and above all: may WeChat have done it all the same? */
import * as v from 'valibot';
import { refusalOf } from '../errors/catalogue';
import { noWechatCaller } from '../errors/cloudbase';
import type { ErrorEntry } from '../errors/entry';
import { callOutcomes } from '../errors/xinshi';
import type { Api } from './transport';

export class WechatError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly retryable: boolean;
  /** `refused`: certainly not done. `unknown`: no usable answer came, so it may have been done. */
  readonly outcome: 'refused' | 'unknown';
  /** The code and the text as WeChat or CloudBase gave them. */
  readonly wechat: { errCode: number; errMsg: string };

  constructor(failure: Pick<WechatError, 'code' | 'message' | 'hint' | 'retryable' | 'outcome' | 'wechat'>) {
    super(failure.message);
    this.name = 'WechatError';
    this.code = failure.code;
    this.hint = failure.hint;
    this.retryable = failure.retryable;
    this.outcome = failure.outcome;
    this.wechat = failure.wechat;
  }
}

/** What the SDK rejects with, and the HTTPS transport as well. */
const Rejection = v.object({ errCode: v.number(), errMsg: v.string() });

const ARGUMENT_INVALID = 47003;
const SYSTEM_BUSY = -1;
/** CloudBase's: a request that failed, before it left or after. */
export const REQUEST_FAILED = -501001;

/**
 * The request never left. The SDK reports it as -501001, like a request that failed after it had left. (A
 * `connect timeout` is not among these: the SDK stops waiting then, but does not stop the request.)
 */
const NOT_CONNECTED = /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EAI_AGAIN/;

/** CloudBase's text, with -501001, for a call of the function that did not come through WeChat (seen by developers). */
const NO_WECHAT_CALLER = /invalid wx openapi access_token/i;

/** What the HTTPS transport says of a request that did not leave. */
export const NOT_SENT = 'not sent:';

/** Doing these twice does no harm. */
const REPEATABLE: ReadonlySet<Api> = new Set([
  'customerServiceMessage.setTyping',
  'customerServiceMessage.uploadTempMedia',
  'customerServiceMessage.getTempMedia',
]);

/**
 * Tells a refusal from an unknown outcome, and gives it its meaning.
 *
 * @param error what the SDK's call rejected with
 */
export function wechatErrorOf(api: Api, error: unknown): WechatError {
  const rejection = v.safeParse(Rejection, error);
  if (!rejection.success) return outcomeUnknown(api, { errCode: SYSTEM_BUSY, errMsg: String(error) });
  const { errCode, errMsg } = rejection.output;
  const wechat = { errCode, errMsg };

  if (errCode === REQUEST_FAILED && (NOT_CONNECTED.test(errMsg) || errMsg.includes(NOT_SENT))) {
    return refused(callOutcomes.unreachable, wechat, `no connection for ${api}`);
  }
  if (errCode === REQUEST_FAILED && NO_WECHAT_CALLER.test(errMsg)) return refused(noWechatCaller, wechat);
  // The SDK has -1 for its own failures too; WeChat's carries the id of the request.
  if (errCode === SYSTEM_BUSY && !isWechatsOwn(errMsg)) return outcomeUnknown(api, wechat);
  const known = refusalOf.get(errCode);
  // Negative codes that are no refusals (-501001, -501002, -601001, -604102, ...) are failures and time-outs on
  // the way, which say nothing of what WeChat did. Positive codes are WeChat's own answers.
  if (!known) return errCode > 0 ? unlistedRefusal(api, wechat) : outcomeUnknown(api, wechat);

  const field = errCode === ARGUMENT_INVALID ? fieldNamedBy(errMsg) : undefined;
  return refused(known, wechat, field === undefined ? undefined : `data.${field}: ${known.en.meaning}`);
}

/** WeChat's number for a wrong AppSecret, which it also answers 40001 when a token is being fetched. */
const INVALID_APP_SECRET = 40125;
const INVALID_CREDENTIAL = 40001;

/**
 * Why there is no access token: always a refusal, since the call that wanted it was not made.
 *
 * @param errCode WeChat's answer; left out: none came
 */
export function tokenFailure({ errCode, errMsg }: { errCode?: number; errMsg: string }): WechatError {
  const wechat = { errCode: errCode ?? REQUEST_FAILED, errMsg };
  const known = refusalOf.get(errCode === INVALID_CREDENTIAL ? INVALID_APP_SECRET : wechat.errCode);
  if (known) return refused(known, wechat);
  return wechat.errCode > 0
    ? unlistedRefusal('getStableAccessToken', wechat)
    : refused(callOutcomes.tokenUnavailable, wechat);
}

/**
 * The key of the field that a 47003 names. WeChat cuts the text before the request id, even inside a word
 * (seen: `argument invalid! data.character_string1.value i rid: …`).
 */
export function fieldNamedBy(errMsg: string): string | undefined {
  return /\bdata\.([a-z_]+\d*)/i.exec(errMsg)?.[1];
}

/** WeChat ends its texts with `rid: xxxxxxxx-xxxxxxxx-xxxxxxxx`. */
function isWechatsOwn(errMsg: string): boolean {
  return /\brid: /.test(errMsg);
}

function refused(entry: ErrorEntry, wechat: WechatError['wechat'], message = entry.en.meaning): WechatError {
  return new WechatError({ ...failureOf(entry), message, outcome: 'refused', wechat });
}

function unlistedRefusal(api: string, wechat: WechatError['wechat']): WechatError {
  const { errCode } = wechat;
  return new WechatError({
    ...failureOf(callOutcomes.unlisted),
    code: `WECHAT_${errCode}`,
    message: `WeChat refused ${api} with ${errCode}`,
    outcome: 'refused',
    wechat,
  });
}

function outcomeUnknown(api: Api, wechat: WechatError['wechat']): WechatError {
  const entry = REPEATABLE.has(api) ? callOutcomes.noAnswer : callOutcomes.sendOutcomeUnknown;
  return new WechatError({
    ...failureOf(entry),
    message: `no answer to ${api}: it may have been done or not`,
    outcome: 'unknown',
    wechat,
  });
}

const failureOf = ({ code, en, retryable }: ErrorEntry) => ({
  code,
  message: en.meaning,
  hint: en.remedy,
  retryable,
});
