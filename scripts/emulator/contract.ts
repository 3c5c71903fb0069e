/**
 * What goes over the emulator's HTTP addresses, in types: shared by the server, the phone and tests.
 * Nothing here runs. Times are milliseconds since 1970.
 */

/** What the user may answer for one template on the subscribe panel. */
export type SubscribeChoice = 'accept' | 'reject' | 'acceptWithAudio';

/** What WeChat gives back for one template. */
export type SubscribeAnswer = SubscribeChoice | 'ban' | 'filter';

/** `POST /emulator/users/:openid/subscribe`: what `wx.requestSubscribeMessage` does once the panel is answered. */
export interface SubscribeRequest {
  tmplIds: string[];
  /** Choices on the panel; a template that is left out is accepted. A kept choice is not asked for again. */
  choices?: Record<string, SubscribeChoice>;
  /** 总是保持以上选择，不再询问 */
  alwaysKeep?: boolean;
}

/** The object that WeChat hands to `success`: an answer for each template beside `errMsg`. */
export type SubscribeSuccess = { errMsg: 'requestSubscribeMessage:ok' } & Record<string, string>;

/** The object that WeChat hands to `fail`. */
export interface SubscribeFailure {
  errMsg: string;
  errCode: number;
}

/** `POST /emulator/users/:openid/subscribe/panel` `{ tmplIds }`: what the panel has to show before it is answered. */
export type SubscribePanel =
  /** The panel is shown with these rows; those with a kept choice, banned or filtered are not among them. */
  | { show: true; rows: SubscribePanelRow[]; alwaysKeepOffered: boolean }
  /** Nothing to ask: send the request as it is and take its answer (a failure, or every choice is kept). */
  | { show: false };

export interface SubscribePanelRow {
  tmplId: string;
  title: string;
  type: TemplateType;
  /** Lines of an example message: what the panel's preview shows. */
  example: TemplateLine[];
  /** The panel offers 语音提醒 for this template. */
  voiceOffered: boolean;
}

/** 2 one-time, 3 long-term: WeChat's own numbers (subscribeMessage.getTemplateList). */
export type TemplateType = 2 | 3;

/** One field of a template: `{{thing1.DATA}}` under a label. */
export interface TemplateField {
  /** `thing1`, `character_string2`: letters that name the rule, then digits. */
  key: string;
  /** What the card shows before the value: 订单商品. */
  label: string;
  /** A value that keeps the field's rule. */
  example: string;
  /** For a key such as `enum_string2`: the values that may be sent, several joined by commas. */
  enumValues?: string[];
}

/** `GET` and `PUT /emulator/templates`: the templates of this mini-program. */
export interface Template {
  tmplId: string;
  title: string;
  type: TemplateType;
  fields: TemplateField[];
  /** The template supports 语音提醒. Default false. */
  voice?: boolean;
  /** WeChat has banned it: every request is answered `ban`, every send 43101. Default false. */
  banned?: boolean;
}

export interface TemplateLine {
  label: string;
  value: string;
}

/** `GET /emulator/users/:openid/setting?withSubscriptions=true`: what `wx.getSetting` gives. */
export interface Setting {
  errMsg: 'getSetting:ok';
  authSetting: Record<string, boolean>;
  /**
   * Only with `withSubscriptions`. `itemSettings` lists kept choices only; absent when there is none. Older clients
   * repeat them beside `mainSwitch`, by template id: see {@link MiniProgram.keptTemplatesAt}.
   */
  subscriptionsSetting?: {
    mainSwitch: boolean;
    itemSettings?: Record<string, KeptChoice>;
    [tmplId: string]: boolean | KeptChoice | Record<string, KeptChoice> | undefined;
  };
}

export type KeptChoice = 'accept' | 'reject' | 'ban';

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
  /** Tokens from `/cgi-bin/token` a day: 获取access_token 2000 (WeChat's 接口调用频次限制说明). */
  accessTokensPerDay: number;
  /** Calls of `/cgi-bin/stable_token`: 1万次每分钟，每天限制调用50万次 (WeChat's documentation of it). */
  stableTokenCallsPerMinute: number;
  stableTokenCallsPerDay: number;
}

/** `PATCH /emulator/users/:openid/setting`: the user's switches on WeChat's settings page. */
export interface SettingChange {
  mainSwitch?: boolean;
  itemSettings?: Record<string, 'accept' | 'reject'>;
}

/** One service notification on the user's phone, newest first in `GET …/notifications`. */
export interface Notification {
  /** The msgid that the send was answered with: 64 bits, so a string. */
  msgid: string;
  openid: string;
  tmplId: string;
  title: string;
  lines: TemplateLine[];
  /** Where a tap on the card leads; absent when the sender gave no page. */
  page?: string;
  miniprogramState: 'developer' | 'trial' | 'formal';
  lang: 'zh_CN' | 'en_US' | 'zh_HK' | 'zh_TW';
  receivedAt: number;
}

/** A template message in an official account's chat, newest first in `GET …/official-account-messages`. */
export interface OfficialAccountMessage {
  id: string;
  openid: string;
  account: { appid: string; name: string };
  templateId: string;
  title: string;
  lines: (TemplateLine & { color?: string })[];
  /** Where a tap leads; the mini-program goes before the url. */
  url?: string;
  miniProgram?: { appid: string; pagePath: string };
  receivedAt: number;
}

/** `GET /emulator/users/:openid/chat`: the customer-service conversation on the user's phone. */
export interface Chat {
  /** Oldest first. */
  messages: ChatMessage[];
  /** 对方正在输入 shows until this time of the emulator's clock; absent when it does not show. */
  typingEndsAt?: number;
  /** What may still be sent to the user, and until when; absent when the user has done nothing yet. */
  allowance?: { remaining: number; endsAt: number };
}

export type ChatMessage = ChatContent & {
  id: string;
  openid: string;
  from: 'user' | 'service';
  /** An agent wrote it on WeChat's own customer-service page; absent for what the mini-program sent by API. */
  by?: 'agent';
  at: number;
};

/** A `picUrl` or `thumbUrl` is a whole address, or a path on the emulator when it keeps the bytes. */
export type ChatContent =
  | { msgtype: 'text'; content: string }
  | { msgtype: 'image'; mediaId: string; picUrl: string }
  | { msgtype: 'link'; title: string; description: string; url: string; thumbUrl: string }
  | {
      msgtype: 'miniprogrampage';
      title: string;
      pagePath: string;
      thumbMediaId: string;
      thumbUrl: string;
    };

/** `POST /emulator/users/:openid/chat`: what the user sends. It is answered with the {@link ChatMessage}. */
export type ChatInput =
  | TextInput
  | ImageInput
  | { msgtype: 'miniprogrampage'; title: string; pagePath: string; thumbUrl?: string };

export interface TextInput {
  msgtype: 'text';
  content: string;
}

/** An image by its address, which the emulator does not fetch, or with its bytes. */
export type ImageInput =
  | { msgtype: 'image'; picUrl: string }
  /** PNG, JPEG or GIF of at most 10 MB, as a `data:` URL or in plain base64. */
  | { msgtype: 'image'; data: string };

/** `GET /emulator/desk`: WeChat's own customer-service page, those who have waited longest first. */
export interface DeskConversation {
  openid: string;
  nickname: string;
  /** While the user waits, his messages still go to the developer; once an agent has taken him, to the agent. */
  state: 'waiting' | 'taken';
  handedOverAt: number;
  /** When the conversation goes back to the developer by itself; only when taken. */
  endsAt?: number;
  /** The whole conversation, oldest first. */
  messages: ChatMessage[];
}

/** `POST /emulator/desk/:openid/reply`: what the agent sends. It is answered with the {@link ChatMessage}. */
export type DeskReply = TextInput | ImageInput;

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

/** `POST /emulator/users/:openid/call` answers this, as `wx.cloud.callFunction` does. */
export interface CallResult {
  result: unknown;
  requestID: string;
  errMsg: 'cloud.callFunction:ok';
}

/** One call of a function or of WeChat's API, in `GET /emulator/calls`. */
export interface CallRecord {
  id: string;
  /** `openapi` is a cloud call, `https` a call of WeChat's HTTPS API. */
  kind: 'function' | 'openapi' | 'https';
  /** The function, the API such as `subscribeMessage.send`, or the path such as `/cgi-bin/message/subscribe/send`. */
  name: string;
  requestId: string;
  /** Who WeChat vouches for; absent for a call without a user. */
  openid?: string;
  /** WeChat's SOURCE: `wx_client`, `wx_client,scf`; empty for `https`. */
  source: string;
  request: unknown;
  response?: unknown;
  error?: { code: string; errCode: number; message: string };
  /** What a rule of `/emulator/faults` did to the call; a reply that was lost stands in `response` all the same. */
  fault?: Fault['kind'];
  startedAt: number;
  durationMs: number;
}

/** One packet that WeChat pushed, in `GET /emulator/pushes`. */
export interface PushRecord {
  id: string;
  msgType: string;
  event?: string;
  openid: string;
  packet: Record<string, unknown>;
  /** The function that the routes name for this kind of packet. */
  functionName?: string;
  /** Where it goes when no route takes it; without either, nowhere. */
  url?: string;
  attempts: PushAttempt[];
  /** What a rule of `/emulator/faults` did to it. */
  fault?: Fault['kind'];
  createdAt: number;
}

export interface PushAttempt {
  startedAt: number;
  durationMs: number;
  /** What went over the wire to a server; a function gets the packet itself. */
  sent?: { url: string; body: string };
  /** What came back; of a server its packet, or its text when that is none. */
  response?: unknown;
  /** Why the answer has no effect although the attempt succeeded. */
  warning?: string;
  error?: string;
}

/** One line that a function wrote, in `GET /emulator/logs`. */
export interface LogRecord {
  id: string;
  functionName: string;
  requestId: string;
  level: 'info' | 'error';
  text: string;
  at: number;
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

/** `GET` and `PUT /emulator/faults`: what goes wrong on purpose. */
export interface FaultSettings {
  /** The same rules, seed and order of calls give the same faults. Any whole number, default 1. */
  seed: number;
  /** Default none. Of several that hit one call their latencies add up, and the first of other kinds befalls it. */
  rules: FaultRule[];
}

export type FaultRule = Fault & {
  /**
   * Which calls: `subscribeMessage.send` (by either door), `database.getDocument`, `storage.batchGetDownloadUrl`,
   * `functions.invokeFunction`, `getAccessToken`, `push.subscribe_msg_sent_event`, `requestSubscribeMessage`; all of a
   * group by what stands before the dot, such as `database` or `push`; or `*`.
   */
  api: string;
  /** Which share of these calls is hit, from 0 to 1. Default 1. */
  share: number;
  /** At most so many calls are hit. Default: no limit. */
  times?: number;
};

export type Fault =
  /** The reply comes so much later; the work is done at once. Of a push: it is delivered so much later. */
  | { kind: 'latency'; latencyMs: number }
  /** WeChat answers this errcode and does nothing. The text is WeChat's own when it is left out. */
  | { kind: 'error'; errcode: number; errmsg?: string }
  /** CloudBase answers this code, such as DATABASE_REQUEST_FAILED, and does nothing. */
  | { kind: 'cloudError'; code: string; message: string }
  /** The cloud has waited for WeChat in vain: a cloud call is answered -604102; over HTTPS nothing comes. */
  | { kind: 'timeout'; workDone: boolean }
  /** Nothing comes, and the connection stays open until the caller gives up. `workDone`: default true. */
  | { kind: 'noReply'; workDone: boolean }
  /** The work is done, and the connection closes instead of a reply. Of a push: the answer is lost, WeChat tries again. */
  | { kind: 'replyLost' }
  /** The push is delivered twice. */
  | { kind: 'duplicate' }
  /** The push is delivered after the user's next one; when none follows within `heldMs` (default 1,000), without it. */
  | { kind: 'outOfOrder'; heldMs: number };

/** `GET /emulator/clock` */
export interface ClockReading {
  now: number;
  /** How far the emulator's clock is ahead of this machine's. */
  aheadMs: number;
}

/** `GET /emulator/events` streams these; the SSE event name is `type`, its data this object. */
export type EmulatorEvent =
  | { type: 'call'; call: CallRecord }
  | { type: 'push'; push: PushRecord }
  | { type: 'log'; log: LogRecord }
  | { type: 'notification'; notification: Notification }
  | { type: 'officialAccountMessage'; message: OfficialAccountMessage }
  /** The conversation of this user has changed: a message, or the typing state. */
  | { type: 'chat'; openid: string; message?: ChatMessage }
  /** Somebody was handed over, taken or closed on the customer-service page. */
  | { type: 'desk' }
  | { type: 'setting'; openid: string }
  | { type: 'templates' }
  | { type: 'clock'; clock: ClockReading }
  | { type: 'miniprogram' }
  | { type: 'reset' };

/** The body of every refused request. `errCode` is WeChat's or CloudBase's own number where there is one. */
export interface ErrorBody {
  error: { code: string; message: string; errCode?: number };
}
