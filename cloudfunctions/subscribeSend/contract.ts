/** subscribeSend in types, for its callers: `import type` from here. Nothing here runs. */
import type { Lang } from '../shared/templates/template';
import type { TemplateData } from '../shared/templates/templateData';

/** For a template that the registry names, `Input<'orderShipped'>` lets only its own fields pass. */
export interface Input<Reference extends string = string> {
  /** A name of the registry, or WeChat's id of the template (43 characters). */
  template: Reference;
  /** The receiver's openid. Left out: the caller himself. A user may name only himself. */
  to?: string;
  /** By meaning (`orderNo`) for a registry name, by WeChat's keys (`character_string1`) for an id. */
  data: TemplateData<Reference>;
  /** The page that a tap opens, with its query. Left out: the registry's; without one, a tap opens nothing. */
  page?: string;
  /** Which version of the mini-program a tap opens. Left out: formal. */
  miniprogramState?: 'developer' | 'trial' | 'formal';
  /** The language of WeChat's own words on the card. Left out: the registry's, else zh_CN. */
  lang?: Lang;
}

export interface Output {
  /** WeChat's id of the message, 64 bits as digits. */
  msgid: string;
  /** Sends that the user has granted and that are not used, as far as is known; for a long-term template 1 means open. */
  remaining: number;
}
