/** subscribeSend in types, for its callers: `import type` from here. Nothing here runs. */
import type { FailureBody } from '../shared/platform/result';
import type { Lang } from '../shared/templates/template';
import type { TemplateData } from '../shared/templates/templateData';

/** One message. For a template that the registry names, `Input<'orderShipped'>` lets only its own fields pass. */
export interface Input<Reference extends string = string> extends Options<Reference> {
  /** The receiver's openid. Left out: the caller himself. A user may name only himself. */
  to?: string;
  /**
   * By meaning (`orderNo`) for a registry name, by WeChat's keys (`character_string1`) for an id. Times, dates
   * and amounts may be given as values (a Date, milliseconds since 1970, yuan): they are written as WeChat wants
   * them.
   */
  data: TemplateData<Reference>;
}

/** Up to 100 messages of one template, for operators and server-side callers. */
export interface BatchInput<Reference extends string = string> extends Options<Reference> {
  /**
   * Who gets what. The same person with the same data is sent one message, however often the list has him; with
   * different data (two orders) he is sent each.
   */
  recipients: Recipient<Reference>[];
}

export interface Recipient<Reference extends string = string> {
  /** The receiver's openid. */
  to: string;
  data: TemplateData<Reference>;
}

interface Options<Reference extends string> {
  /** A name of the registry, or WeChat's id of the template (43 characters). */
  template: Reference;
  /** The page that a tap opens, with its query. Left out: the registry's; without one, a tap opens nothing. */
  page?: string;
  /** Which version of the mini-program a tap opens. Left out: formal. */
  miniprogramState?: 'developer' | 'trial' | 'formal';
  /** The language of WeChat's own words on the card. Left out: the registry's, else zh_CN. */
  lang?: Lang;
  /** A text that is longer than its field: `refuse` it (INVALID_FIELD), or `truncate` it, with … at the end.
   * Left out: the registry's, else refuse. */
  tooLong?: 'refuse' | 'truncate';
}

/** What became of one message. */
export interface Output {
  /** WeChat's id of the message, 64 bits as digits. */
  msgid: string;
  /** Sends that the user has granted and that are not used, as far as is known; for a long-term template 1 means open. */
  remaining: number;
}

/** What became of a batch. The call as a whole is `ok`, whatever became of each. */
export interface BatchOutput {
  /** One for each recipient, in the order of `recipients`. */
  results: RecipientResult[];
}

/**
 * `error.code` is NOT_SENT, and `retryable`, for those that the function's time limit left no time for: WeChat
 * was not asked. Send them again in another call.
 */
export type RecipientResult = { to: string } & (({ ok: true } & Output) | { ok: false; error: FailureBody });
