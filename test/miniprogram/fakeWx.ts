/** The calls of WeChat that the mini-program's services make, answered by the test. */

interface RequestSubscribeMessage {
  tmplIds: string[];
  success(result: Record<string, string>): void;
  fail(failure: { errMsg: string; errCode?: number }): void;
}

interface Wx {
  getAppBaseInfo(): { SDKVersion: string };
  getSystemInfoSync(): { SDKVersion?: string };
  requestSubscribeMessage(options: RequestSubscribeMessage): void;
  getSetting(options: { withSubscriptions: boolean }): Promise<{ subscriptionsSetting?: unknown }>;
  openSetting(options: { withSubscriptions: boolean }): Promise<unknown>;
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
