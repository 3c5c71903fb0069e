/** Calls the project's cloud functions, with a type for what each takes and answers. */

/** What every function answers; it does not throw. */
export type FunctionAnswer<T> = { ok: true; data: T } | { ok: false; error: FunctionError };

export interface FunctionError {
  /** Stable: `INVALID_INPUT`, `NOT_SUBSCRIBED`. */
  code: string;
  /** What happened, for people. */
  message: string;
  /** What to do about it. */
  hint: string;
  /** The same call may succeed later. */
  retryable: boolean;
  /** WeChat's own answer, where there was one. */
  wechat?: { errCode: number; errMsg: string };
}

/** A template that the user can subscribe to. */
export interface SubscribableTemplate {
  /** The project's own name for it. */
  name: string;
  tmplId: string;
  title: string;
  type: 'oneTime' | 'longTerm';
  fields: { name: string; key: string; label: string }[];
  /** The user may send it to himself. */
  sendableBySelf: boolean;
  /** Sends that are granted and not used; for a long-term template 1 means open, 0 not. */
  remaining: number;
  lastAnswer?: 'accept' | 'reject' | 'ban';
}

interface Functions {
  subscribeStatus: { input: Record<string, never>; data: { templates: SubscribableTemplate[] } };
  subscribeSend: {
    input: {
      template: string;
      data: Record<string, string | number>;
      /** Where a tap on the message leads. */
      page?: string;
      /** Which version of the mini-program it leads to. */
      miniprogramState?: 'developer' | 'trial' | 'formal';
    };
    data: { msgid: string; remaining: number };
  };
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
    return { ok: false, error: explainCallFailure(failure) };
  }
}

/**
 * What a failed wx.cloud.callFunction means.
 *
 * The codes are CloudBase's (its documentation: wxcloud/guide/debug/errcode): -501000 there is no such function,
 * -504002 it threw, -504003 it took longer than it may.
 */
export function explainCallFailure(failure: unknown): FunctionError {
  const { errCode, errMsg } = readFailure(failure);
  const wechat = { errCode, errMsg };
  if (errCode === -501000) {
    const hint = '请先构建并上传云函数，再重新打开小程序。';
    return { code: 'FUNCTION_NOT_FOUND', message: '云函数还没有部署', hint, retryable: false, wechat };
  }
  if (errCode === -504002 || errCode === -504003) {
    const message = errCode === -504002 ? '云函数运行出错' : '云函数没有按时回答';
    return {
      code: 'FUNCTION_FAILED',
      message,
      hint: '请看云函数的日志，然后重试。',
      retryable: true,
      wechat,
    };
  }
  return {
    code: 'UNREACHABLE',
    message: '没有连上服务',
    hint: '请检查网络，然后重试。',
    retryable: true,
    wechat,
  };
}

function readFailure(failure: unknown): { errCode: number; errMsg: string } {
  const { errCode, errMsg } = (failure ?? {}) as { errCode?: unknown; errMsg?: unknown };
  return {
    errCode: typeof errCode === 'number' ? errCode : -1,
    errMsg: typeof errMsg === 'string' ? errMsg : String(failure),
  };
}
