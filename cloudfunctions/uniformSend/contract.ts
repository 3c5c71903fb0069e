/** uniformSend in types, for its callers: `import type` from here. Nothing here runs. */

export interface Input {
  /** The receiver's openid, in the mini-program or in the official account. */
  to: string;
  /**
   * A template message of the mini-program. WeChat has withdrawn these and answers 45103 (API_WITHDRAWN) when
   * it is there: leave it out.
   */
  weappTemplateMsg?: {
    templateId: string;
    page: string;
    formId: string;
    data: Record<string, { value: string }>;
    /** The field shown large: `keyword1.DATA`. */
    emphasisKeyword?: string;
  };
  /** A template message of an official account. */
  mpTemplateMsg: {
    /** The official account's appid: bound to this mini-program, and of the same owner. */
    appid: string;
    templateId: string;
    /** What a tap opens, when it opens no mini-program. */
    url: string;
    /** The mini-program that a tap opens; it must be bound to the official account. */
    miniprogram: { appid: string; pagepath: string };
    /** By the template's keys; `color` as #rrggbb. */
    data: Record<string, { value: string; color?: string }>;
  };
}

/** Nothing: WeChat gives uniform messages no id. */
export type Output = Record<never, never>;
