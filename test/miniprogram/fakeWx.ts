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

interface Cloud {
  init(options: { env?: string; traceUser: boolean }): void;
  callFunction(options: { name: string; data: object }): Promise<{ result: unknown }>;
  uploadFile(options: { cloudPath: string; filePath: string }): Promise<{ fileID: string }>;
}

interface Wx {
  getAppBaseInfo(): { SDKVersion: string };
  getSystemInfoSync(): { SDKVersion?: string };
  requestSubscribeMessage(options: RequestSubscribeMessage): void;
  // No promise: base libraries before 2.10.2 give none.
  getSetting(options: { withSubscriptions: boolean } & Callbacks<{ subscriptionsSetting?: unknown }>): void;
  openSetting(options: { withSubscriptions: boolean } & Callbacks<object>): void;
  chooseMedia(options: object): Promise<{ tempFiles: { tempFilePath: string }[] }>;
  env: { USER_DATA_PATH: string };
  getFileSystemManager(): {
    rmdirSync(path: string, recursive: boolean): void;
    mkdirSync(path: string, recursive: boolean): void;
    writeFileSync(path: string, data: string, encoding: 'base64'): void;
  };
  cloud: Cloud;
}

declare global {
  // The type checker needs `var` for a property of the global object.
  var wx: Wx;
}

/** Puts these calls in place of WeChat's, in a current base library unless it is said; any other fails. */
export function fakeWx(calls: Partial<Omit<Wx, 'cloud'> & { cloud: Partial<Cloud> }>): void {
  globalThis.wx = { getAppBaseInfo: () => ({ SDKVersion: '3.8.12' }), ...calls } as Wx;
}
