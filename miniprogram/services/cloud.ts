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
    return { ok: false, error: readCallFailure(failure) };
  }
}

/**
 * What a failed wx.cloud.callFunction is, as a function's own failure would be.
 *
 * The numbers are CloudBase's (its documentation: wxcloud/guide/debug/errcode): -501000 there is no such function,
 * -504002 it threw, -504003 it took longer than it may.
 */
export function readCallFailure(failure: unknown): FunctionError {
  const { errCode, errMsg } = readFailure(failure);
  return {
    code: CALL_FAILURES[errCode] ?? 'UNREACHABLE',
    message: errMsg,
    hint: '',
    retryable: errCode !== -501000,
    wechat: { errCode, errMsg },
  };
}

const CALL_FAILURES: Record<number, string> = {
  [-501000]: 'FUNCTION_NOT_FOUND',
  [-504002]: 'FUNCTION_FAILED',
  [-504003]: 'FUNCTION_TIMED_OUT',
};

function readFailure(failure: unknown): { errCode: number; errMsg: string } {
  const { errCode, errMsg } = (failure ?? {}) as { errCode?: unknown; errMsg?: unknown };
  return {
    errCode: typeof errCode === 'number' ? errCode : -1,
    errMsg: typeof errMsg === 'string' ? errMsg : String(failure),
  };
}
