/** How a call reaches WeChat. */

/** The APIs that the project calls, under the names that cloud calls and config.json know them by. */
export type Api =
  | 'subscribeMessage.send'
  | 'uniformMessage.send'
  | 'customerServiceMessage.send'
  | 'customerServiceMessage.setTyping';

/** Arguments in WeChat's own spelling: snake_case, as in the body of the HTTPS API. */
export type ApiArguments = Readonly<Record<string, unknown>>;

export interface Transport {
  /**
   * @returns WeChat's answer in its own spelling
   * @throws WechatError when WeChat refused, or when it is not known whether the call arrived
   */
  call(api: Api, args: ApiArguments): Promise<unknown>;
}
