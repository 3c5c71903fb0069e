/** The mini-program, its users, and where WeChat pushes. */

/**
 * `GET /emulator/mini-program` gives this and the appid; `PATCH` changes some of it. The appid itself is set with
 * `PUT /emulator/push`.
 */
export interface MiniProgram {
  /** 原始 ID: `ToUserName` of every push. */
  originalId: string;
  /** AppSecret: with the appid it gets access tokens of the HTTPS API. */
  secret: string;
  /** At most this many templates in one `wx.requestSubscribeMessage`: 3 in older clients, 5 today. Default 5. */
  maxTemplatesPerRequest: number;
  /** WeChat has banned it from subscribing: every request fails with 20005. Default false. */
  subscribingBanned: boolean;
  /**
   * Where `wx.getSetting` gives the kept choices: older clients give them at the top level of subscriptionsSetting,
   * some give both (observed by developers: community article 00006c837bcf68ef2b0a0b7745b813). Default itemSettings.
   */
  keptTemplatesAt: 'itemSettings' | 'topLevel' | 'both';
  /** Subscription messages a day: 10 million, 30 million with payments (WeChat's guide to subscription messages). */
  subscribeMessagesPerDay: number;
  /** Template messages of an official account a day: 模板消息的日调用上限为10万次 (WeChat's documentation of them). */
  uniformMessagesPerDay: number;
  /**
   * Every uniform message is answered 45109, as WeChat's notice of 22 August 2023 says of all calls since 20 September
   * 2023 (community/develop/doc/000ae8d6348af08e7030bc2546bc01). Default false, as its documentation has the API: with
   * 45109 alone nothing of a call could be tried.
   */
  uniformMessagesWithdrawn: boolean;
  /** Tokens from `/cgi-bin/token` a day: 获取access_token 2000 (WeChat's 接口调用频次限制说明). */
  accessTokensPerDay: number;
  /** Calls of `/cgi-bin/stable_token`: 1万次每分钟，每天限制调用50万次 (WeChat's documentation of it). */
  stableTokenCallsPerMinute: number;
  stableTokenCallsPerDay: number;
}

/** `POST /emulator/cloudbase-access-token`: what CloudBase Run puts into a container's file. */
export interface CloudbaseAccessToken {
  /** Goes into the query of the HTTPS API as `cloudbase_access_token`. */
  token: string;
  expiresAt: number;
}

/** A user of the emulator. Users come into being when their openid is first used under `/emulator/users/`. */
export interface User {
  openid: string;
  nickname: string;
  /** Where the mini-program's account is bound to an open platform account (UnionID 机制). */
  unionid?: string;
}

/** `GET` and `PUT /emulator/push`. */
export interface PushSettings {
  appid: string;
  token: string;
  encodingAESKey: string;
  mode: 'plain' | 'compatible' | 'safe';
  format: 'json' | 'xml';
  /** A server on loopback, for the kinds that no route takes. It is verified when the settings are put. */
  url?: string;
  routes: PushRoute[];
}

export interface PushRoute {
  msgType: string;
  /** For `msgType: 'event'`; `subscribe_msg_event` stands for all three subscription events. */
  event?: string;
  functionName: string;
}
