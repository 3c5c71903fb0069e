/** The page's cards as its WXML shows them, by kind of template. */
import type { SubscribableTemplate } from '../../services/cloud';
import type { SubscriptionSetting } from '../../services/subscribe';
import { stateOf, type TemplateState } from '../../services/templateState';

/** What became of the last thing that the user did with a template. */
export interface Outcome {
  text: string;
  hint: string;
  tone: 'good' | 'bad' | 'plain';
}

export interface Section {
  type: SubscribableTemplate['type'];
  title: string;
  note: string;
  cards: Card[];
}

interface Card {
  tmplId: string;
  title: string;
  /** `订单编号 · 商品名称` */
  fields: string;
  state: TemplateState;
  ticked: boolean;
  locked: boolean;
  sendable: boolean;
  sending: boolean;
  outcome: Outcome | null;
}

interface PageState {
  templates: SubscribableTemplate[];
  setting: SubscriptionSetting;
  /** Template ids. */
  selected: string[];
  /** By template id. */
  outcomes: Record<string, Outcome>;
  /** The id of the template that is being sent, or ''. */
  sending: string;
}

const KINDS = [
  { type: 'oneTime', title: '一次性订阅', note: '每同意一次，可以收到一条' },
  { type: 'longTerm', title: '长期订阅', note: '同意后一直有效，直到你关闭' },
] as const;

/** @returns a section for each kind that there is */
export function sectionsOf({ templates, setting, selected, outcomes, sending }: PageState): Section[] {
  const chosenKind = templates.find(({ tmplId }) => selected.includes(tmplId))?.type;
  const cardOf = (template: SubscribableTemplate): Card => {
    const { tmplId, title, fields, type, sendableBySelf } = template;
    const state = stateOf(template, setting.kept[tmplId]);
    return {
      tmplId,
      title,
      fields: fields.map(({ label }) => label).join(' · '),
      state,
      ticked: selected.includes(tmplId),
      locked: !state.subscribable || (chosenKind !== undefined && chosenKind !== type),
      sendable: sendableBySelf,
      sending: sending === tmplId,
      outcome: outcomes[tmplId] ?? null,
    };
  };
  return KINDS.map((kind) => ({
    ...kind,
    cards: templates.filter(({ type }) => type === kind.type).map(cardOf),
  })).filter(({ cards }) => cards.length > 0);
}
