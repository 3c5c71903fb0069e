/** subscribeStatus in types, for its callers: `import type` from here. Nothing here runs. */
import type { TemplateName } from '../shared/templates/registry';
import type { TemplateType } from '../shared/templates/template';

/** Nothing: each caller is told of himself. */
export type Input = Record<never, never>;

export interface Output {
  /** Every template of the registry, in its order. */
  templates: TemplateStatus[];
}

export interface TemplateStatus {
  /** The registry's name: what subscribeSend takes as `template`. */
  name: TemplateName;
  /** WeChat's id: what wx.requestSubscribeMessage takes. */
  tmplId: string;
  title: string;
  type: TemplateType;
  /** In the order in which the card shows them. `name` is what subscribeSend takes in `data`. */
  fields: { name: string; key: string; label: string }[];
  /** The caller may send it to himself. */
  sendableBySelf: boolean;
  /** Sends that the caller has granted and that are not used, as far as is known; for a long-term template 1 means open. */
  remaining: number;
  /** His last answer, or WeChat's ban of the template; absent when he was never asked. */
  lastAnswer?: 'accept' | 'reject' | 'ban';
}
