/** Calls the project's cloud functions, with a type for what each takes and answers. */
import type { FailureBody, Result } from '../../cloudfunctions/shared/platform/result';
import type { Input as SendInput, Output as SendOutput } from '../../cloudfunctions/subscribeSend/contract';
import type {
  Input as StatusInput,
  Output as StatusOutput,
  TemplateStatus,
} from '../../cloudfunctions/subscribeStatus/contract';

export type FunctionAnswer<T> = Result<T>;

/** Why a function did not do what it was asked: for people in `message` and `hint`, for code in `code`. */
export type FunctionError = FailureBody;

/** A template that the user can subscribe to. */
export type SubscribableTemplate = TemplateStatus;

interface Functions {
  subscribeStatus: { input: StatusInput; data: StatusOutput };
  subscribeSend: { input: SendInput; data: SendOutput };
}

/**
 * Calls a cloud function. A function that cannot be reached, or that breaks, is answered as a `FunctionError` too,
 * so that a caller has one way to show what went wrong.
 */
export async function callFunction<Name extends keyof Functions>(
  name: Name,
  input: Functions[Name]['input'],
): Promise<FunctionAnswer<Functions[Name]['data']>> {
  try {
    const { result } = await wx.cloud.callFunction({ name, data: input });
    return result as FunctionAnswer<Functions[Name]['data']>;
  } catch (failure) {
    return { ok: false, error: readCallFailure(name, failure) };
  }
}

/** Those that send: once called, one may have done so whatever came back, and must not be called again blindly. */
const SENDS: ReadonlySet<keyof Functions> = new Set(['subscribeSend']);

/**
 * CloudBase's codes (its documentation: wxcloud/guide/debug/errcode): there is no such function, it threw, it took
 * longer than it may.
 */
const CALL_FAILURES: Record<number, string> = {
  [-501000]: 'FUNCTION_NOT_FOUND',
  [-504002]: 'FUNCTION_FAILED',
  [-504003]: 'FUNCTION_TIMED_OUT',
};

/** What a failed wx.cloud.callFunction is, as a function's own failure would be. */
function readCallFailure(name: keyof Functions, failure: unknown): FunctionError {
  const wechat = readFailure(failure);
  const code = CALL_FAILURES[cloudCodeOf(wechat)] ?? 'UNREACHABLE';
  const explained = { message: wechat.errMsg, hint: '', wechat };
  if (code === 'FUNCTION_NOT_FOUND') return { ...explained, code, retryable: false };
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
