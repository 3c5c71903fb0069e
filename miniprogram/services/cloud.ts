/** Calls the project's cloud functions, with a type for what each takes and answers. */
import type * as Desk from '../../cloudfunctions/customerServiceDesk/contract';
import type * as Media from '../../cloudfunctions/customerServiceMedia/contract';
import type * as Reply from '../../cloudfunctions/customerServiceSend/contract';
import type * as Typing from '../../cloudfunctions/customerServiceTyping/contract';
import type * as History from '../../cloudfunctions/messageHistory/contract';
import type { FailureBody, Result } from '../../cloudfunctions/shared/platform/result';
import type * as Send from '../../cloudfunctions/subscribeSend/contract';
import type * as Status from '../../cloudfunctions/subscribeStatus/contract';
import type * as Who from '../../cloudfunctions/whoAmI/contract';

export type FunctionAnswer<T> = Result<T>;

/** Why a function did not do what it was asked: for people in `message` and `hint`, for code in `code`. */
export type FunctionError = FailureBody;

/** A template that the user can subscribe to. */
export type SubscribableTemplate = Status.TemplateStatus;

/** What each function takes, and what it answers to the input `Given`. */
interface Functions<Given> {
  customerServiceDesk: {
    input: Desk.Input;
    data: Given extends Desk.Input ? Desk.Output<Given['action']> : never;
  };
  customerServiceMedia: {
    input: Media.Input;
    data: Given extends Media.Input ? Media.Output<Given['action']> : never;
  };
  customerServiceSend: { input: Reply.Input; data: Reply.Output };
  customerServiceTyping: { input: Typing.Input; data: Typing.Output };
  messageHistory: { input: History.Input; data: History.Output };
  subscribeSend: {
    input: Send.Input | Send.BatchInput;
    data: Given extends Send.BatchInput ? Send.BatchOutput : Send.Output;
  };
  subscribeStatus: { input: Status.Input; data: Status.Output };
  whoAmI: { input: Who.Input; data: Who.Output };
}

type Name = keyof Functions<unknown>;

/**
 * Calls a cloud function. A function that cannot be reached, or that breaks, is answered as a `FunctionError` too,
 * so that a caller has one way to show what went wrong.
 */
export async function callFunction<Called extends Name, Given extends Functions<unknown>[Called]['input']>(
  name: Called,
  input: Given,
): Promise<FunctionAnswer<Functions<Given>[Called]['data']>> {
  try {
    const { result } = await wx.cloud.callFunction({ name, data: input });
    return result as FunctionAnswer<Functions<Given>[Called]['data']>;
  } catch (failure) {
    return { ok: false, error: readCallFailure(name, failure) };
  }
}

/** Those that send: once called, one may have done so whatever came back, and must not be called again blindly. */
const SENDS: ReadonlySet<Name> = new Set(['customerServiceSend', 'subscribeSend']);

/**
 * CloudBase's codes (its documentation: wxcloud/guide/debug/errcode): there is no such function, no such environment,
 * it threw, it took longer than it may.
 */
const CALL_FAILURES: Record<number, string> = {
  [-501000]: 'FUNCTION_NOT_FOUND',
  [-501005]: 'INVALID_ENVIRONMENT',
  [-504002]: 'FUNCTION_FAILED',
  [-504003]: 'FUNCTION_TIMED_OUT',
};

/** Nothing was called. */
const NOT_CALLED: ReadonlySet<string> = new Set(['FUNCTION_NOT_FOUND', 'INVALID_ENVIRONMENT']);

/** What a failed wx.cloud.callFunction is, as a function's own failure would be. */
function readCallFailure(name: Name, failure: unknown): FunctionError {
  const wechat = readFailure(failure);
  const code = CALL_FAILURES[cloudCodeOf(wechat)] ?? 'UNREACHABLE';
  const explained = { message: wechat.errMsg, hint: '', wechat };
  if (NOT_CALLED.has(code)) return { ...explained, code, retryable: false };
  if (SENDS.has(name)) return { ...explained, code: 'SEND_OUTCOME_UNKNOWN', retryable: false };
  return { ...explained, code, retryable: true };
}

/**
 * Some clients give -404011 for whatever failed in the cloud, and its code in the text (seen by developers):
 * `cloud.callFunction:fail requestID …, cloud function service error code -504002, error message …`.
 */
function cloudCodeOf({ errCode, errMsg }: { errCode: number; errMsg: string }): number {
  return Number(/service error code (-\d+)/.exec(errMsg)?.[1] ?? errCode);
}

function readFailure(failure: unknown): { errCode: number; errMsg: string } {
  const { errCode, errMsg } = (failure ?? {}) as { errCode?: unknown; errMsg?: unknown };
  return {
    errCode: typeof errCode === 'number' ? errCode : -1,
    errMsg: typeof errMsg === 'string' ? errMsg : String(failure),
  };
}
