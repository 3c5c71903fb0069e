/** What comes of a call of a function: its result, or how it failed, with CloudBase's codes and texts, each once. */

export type CallOutcome =
  /** `result` is JSON text. */
  { ok: true; requestId: string; result: string } | { ok: false; requestId: string; failure: CallFailure };

export interface CallFailure {
  /** As `https://docs.cloudbase.net/error-code` lists it. */
  code:
    | 'FUNCTION_NOT_FOUND'
    | 'FUNCTIONS_EXECUTE_FAIL'
    | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
    | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'
    | 'EXCEED_MAX_PAYLOAD_SIZE'
    | 'RESPONSE_TOO_LARGE';
  /** WeChat's number: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/errcode.html */
  errCode: number;
  message: string;
}

/** 同步请求事件大小 6MB, 同步请求响应大小 6MB: https://cloud.tencent.com/document/product/583/11637 */
export const MAX_EVENT_BYTES = 6 * 1024 * 1024;
export const MAX_RESULT_BYTES = 6 * 1024 * 1024;

export const notFound = (name: string): CallFailure => ({
  code: 'FUNCTION_NOT_FOUND',
  errCode: -501000,
  message: `FunctionName parameter could not be found: there is no function ${JSON.stringify(name)}`,
});

export const executeFailed = (message: string): CallFailure => ({
  code: 'FUNCTIONS_EXECUTE_FAIL',
  errCode: -504002,
  message,
});

export const timedOut = (seconds: number): CallFailure => ({
  code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  errCode: -504003,
  message: `Invoking task timed out after ${seconds} seconds`,
});

/** What runs before the handler is there: the code outside of it, and what that requires. */
export const notLoaded = (seconds: number): CallFailure => ({
  ...timedOut(seconds),
  message: `Initializing the function timed out after ${seconds} seconds: its code has not come to its end`,
});

/**
 * FUNCTIONS_MEMORY_LIMIT_EXCEEDED, 434 MemoryLimitReached: https://cloud.tencent.com/document/product/583/42611.
 * WeChat's list has no number for it but 云函数执行失败.
 */
export const outOfMemory = (megabytes: number): CallFailure => ({
  code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
  errCode: -504002,
  message: `MemoryLimitReached: the function used more than the ${megabytes} MB that it is given (memorySize)`,
});

/** 406 RequestTooLarge: https://cloud.tencent.com/document/product/583/42611 */
export const eventTooLarge = (bytes: number): CallFailure => ({
  code: 'EXCEED_MAX_PAYLOAD_SIZE',
  errCode: -504001,
  message: `RequestTooLarge: the event has ${bytes} bytes, and may have ${MAX_EVENT_BYTES} (6MB)`,
});

/** 407: https://cloud.tencent.com/document/product/583/42611 */
export const resultTooLarge = (bytes: number): CallFailure =>
  executeFailed(`The size of response exceeds the upper limit (6MB): the function answered ${bytes} bytes`);

/** -604001 微信后台云函数错误：回包大小超过 1M, in WeChat's list of error codes: what a mini-program can be answered. */
export const MAX_CLIENT_RESULT_BYTES = 1024 * 1024;

export const responseTooLarge = (bytes: number): CallFailure => ({
  code: 'RESPONSE_TOO_LARGE',
  errCode: -604001,
  message: `A mini-program can be answered ${MAX_CLIENT_RESULT_BYTES} bytes (1M): the function answered ${bytes} bytes`,
});
