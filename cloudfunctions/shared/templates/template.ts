/** What the registry says of a template, in types. */

export interface Template {
  /** WeChat's id of the template, 43 characters. */
  tmplId: string;
  /** The title that WeChat gave it: two templates of one title cannot be asked for together. */
  title: string;
  /** `oneTime`: each accept gives one send. `longTerm`: open until the user withdraws. */
  type: TemplateType;
  /** `self`: a user may send it to himself. `operator`: only operators and server-side callers may send it. */
  sendableBy: 'self' | 'operator';
  /** The page that a tap on the message opens, with its query. Left out: a tap opens nothing. */
  page?: string;
  /** The language of WeChat's own words on the card. Left out: zh_CN. */
  lang?: Lang;
  /** What becomes of a text that is longer than its field, unless the message says it. Left out: refuse. */
  tooLong?: TooLong;
  /** The fields, by what they mean in this project. */
  fields: Record<string, TemplateField>;
}

export type TemplateType = 'oneTime' | 'longTerm';

/** `refuse`: the message is not sent (INVALID_FIELD). `truncate`: it is sent, with … where something is missing. */
export type TooLong = 'refuse' | 'truncate';

export type Lang = 'zh_CN' | 'en_US' | 'zh_HK' | 'zh_TW';

export interface TemplateField {
  /** WeChat's key: letters that name the rule (see fieldRules.ts), then digits. */
  key: string;
  /** What the card shows before the value. */
  label: string;
}
