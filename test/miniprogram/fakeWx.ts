/** The calls of WeChat that the mini-program's services make, answered by the test. */

interface RequestSubscribeMessage {
  tmplIds: string[];
  success(result: Record<string, string>): void;
  fail(failure: { errMsg: string; errCode?: number }): void;
}

interface Callbacks<Result> {
  success(result: Result): void;
  fail(failure: { errMsg: string }): void;
}

interface Wx {
  getAppBaseInfo(): { SDKVersion: string };
  getSystemInfoSync(): { SDKVersion?: string };
  requestSubscribeMessage(options: RequestSubscribeMessage): void;
  // No promise: base libraries before 2.10.2 give none.
  getSetting(options: { withSubscriptions: boolean } & Callbacks<{ subscriptionsSetting?: unknown }>): void;
  openSetting(options: { withSubscriptions: boolean } & Callbacks<object>): void;
  cloud: { callFunction(options: { name: string; data: object }): Promise<{ result: unknown }> };
}

declare global {
  // The type checker needs `var` for a property of the global object.
  var wx: Wx;
}

/** Puts these calls in place of WeChat's, in a current base library unless it is said; any other fails. */
export function fakeWx(calls: Partial<Wx>): void {
  globalThis.wx = { getAppBaseInfo: () => ({ SDKVersion: '3.8.12' }), ...calls } as Wx;
}
