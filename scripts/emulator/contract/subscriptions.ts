/** Templates, what users answer to them, and the messages that come of it. */

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

/** `PATCH /emulator/users/:openid/setting`: the user's switches on WeChat's settings page. */
export interface SettingChange {
  mainSwitch?: boolean;
  itemSettings?: Record<string, 'accept' | 'reject'>;
}

/** What a user has agreed to of one template, in `GET /emulator/users/:openid/subscriptions`. */
export interface TemplateSubscription {
  tmplId: string;
  title: string;
  type: TemplateType;
  /** One-time templates: sends that are granted and not used yet. */
  grants: number;
  /** Long-term templates: accepted and not withdrawn. */
  open: boolean;
  /** 总是保持以上选择; absent when he is asked each time. */
  kept?: SubscribeChoice;
  /** Whether a message of it would be sent now; otherwise 43101. */
  mayReceive: boolean;
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
