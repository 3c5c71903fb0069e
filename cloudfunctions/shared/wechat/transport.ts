/** How a call reaches WeChat. */

/** The APIs that the project calls, under the names that cloud calls and config.json know them by. */
export type Api =
  | 'subscribeMessage.send'
  | 'uniformMessage.send'
  | 'customerServiceMessage.send'
  | 'customerServiceMessage.setTyping'
  | 'customerServiceMessage.uploadTempMedia'
  | 'customerServiceMessage.getTempMedia';

/** Arguments in WeChat's own spelling: snake_case, as in the body of the HTTPS API. */
export type ApiArguments = Readonly<Record<string, unknown>>;

/** A file among the arguments, as the SDK wants it (wx-server-sdk, param-converter). */
export interface Media {
  contentType: string;
  value: Buffer;
  /** Left out: the argument's name and the ending of the content type. */
  fileName?: string;
}

export interface Transport {
  /**
   * @returns WeChat's answer in its own spelling; `{ contentType, buffer }` when it is a file
   * @throws WechatError when WeChat refused, or when it is not known whether the call arrived
   */
  call(api: Api, args: ApiArguments): Promise<unknown>;
}
