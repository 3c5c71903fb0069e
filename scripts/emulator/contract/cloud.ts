/** What CloudBase does for functions: calls, timers, the HTTP access service. */

/** `POST /emulator/users/:openid/call` answers this, as `wx.cloud.callFunction` does. */
export interface CallResult {
  result: unknown;
  requestID: string;
  errMsg: 'cloud.callFunction:ok';
}

/** One function of the emulator's folder, in `GET /emulator/functions`. */
export interface FunctionSummary {
  name: string;
  /** Why it cannot be called: its configuration cannot be read. Then nothing else is known. */
  error?: string;
  /** Seconds. */
  timeout: number;
  /** MB */
  memorySize: number;
  /** WeChat's APIs that it may call. */
  openapi: string[];
  /** Those that serve a call first. */
  instances: FunctionInstance[];
  /** Calls that wait until an instance is free. */
  waiting: number;
}

/** One process that serves a function's calls, one at a time. */
export interface FunctionInstance {
  state: 'busy' | 'idle';
  /** Of this machine's clock, whatever the emulator's says. */
  ageMs: number;
  /** How many it has served; the one that goes on counts. */
  calls: number;
  /** Of the call that it serves, or served last. */
  requestId?: string;
}

/** One timer trigger, in `GET /emulator/timers`. */
export interface Timer {
  functionName: string;
  trigger: string;
  /** Seven fields, in UTC+8: second, minute, hour, day, month, weekday, year. */
  config: string;
  /** Absent when it is never due again. */
  nextAt?: number;
  /** What is wrong with `config`; then the timer is never due. */
  error?: string;
}

/** `GET` and `PUT /emulator/http-access`: paths of the HTTP access service besides `/<function name>`. */
export interface HttpAccessRoute {
  /** `/api`: this path and all below it. */
  path: string;
  functionName: string;
}

/** `POST /emulator/users/:openid/storage/upload` `{ cloudPath }`: where the phone puts the bytes, with `PUT`. */
export interface UploadTicket {
  fileID: string;
  url: string;
}

/** `POST /emulator/users/:openid/storage/delete` `{ fileList }`: what became of each file. */
export interface CloudFileStatus {
  fileID: string;
  /** 0, or -503003 when there is no such file. */
  status: number;
  errMsg: string;
}

/** `POST /emulator/users/:openid/storage/urls` `{ fileList: { fileID, maxAge? }[] }`, as `wx.cloud.getTempFileURL` gives it. */
export interface CloudFileUrl extends CloudFileStatus {
  /** '' when there is no such file. */
  tempFileURL: string;
  /** Seconds. */
  maxAge: number;
}
