/** uniformSend in types, for its callers: `import type` from here. Nothing here runs. */
import type { TemplateData } from '../shared/templates/templateData';

/** `Input<'orderShipped'>` lets only that template's own fields pass in `fallback`. */
export interface Input<Reference extends string = string> {
  /** The receiver's openid, in the mini-program or in the official account; for `fallback`, in the mini-program. */
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
  /**
   * The subscription message that is sent instead where WeChat answers that it has withdrawn what was asked for
   * (45103, or 45109 for uniform messages as a whole). Its data are checked before anything is sent. Left out: the
   * answer is that error.
   */
  fallback?: {
    /** A name of the registry, or WeChat's id of the template. */
    template: Reference;
    data: TemplateData<Reference>;
    /** The page that a tap opens. Left out: the registry's. */
    page?: string;
  };
}

/** WeChat gives uniform messages no id. */
export type Output =
  | { sentAs: 'uniform' }
  | {
      sentAs: 'subscribe';
      /** WeChat's id of the message, 64 bits as digits. */
      msgid: string;
      /** Sends that the user has granted and that are not used, as far as is known; for a long-term template 1 means open. */
      remaining: number;
    };
