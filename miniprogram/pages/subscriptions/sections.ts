/** The page's cards as its WXML shows them, by subject. */
import type { SubscribableTemplate } from '../../services/cloud';
import type { SubscriptionSetting } from '../../services/subscriptionSetting';
import { stateOf, type TemplateState } from '../../services/templateState';
import { settings } from '../../settings';

/** What became of the last thing that the user did with a template. */
export interface Outcome {
  text: string;
  hint: string;
  tone: 'good' | 'bad' | 'plain';
}

export interface Section {
  title: string;
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
  note: string;
  voice: boolean;
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

const NOTES: Record<SubscribableTemplate['type'], string> = {
  oneTime: '一次性：同意一次，收一条',
  longTerm: '长期：一直有效，直到你关闭',
};

/** @returns a section for each subject that there is something in */
export function sectionsOf({ templates, setting, selected, outcomes, sending }: PageState): Section[] {
  const chosenType = templates.find(({ tmplId }) => selected.includes(tmplId))?.type;
  const cardOf = (template: SubscribableTemplate): Card => {
    const { tmplId, name, title, fields, type, sendableBySelf } = template;
    const state = stateOf(template, setting.kept[tmplId]);
    return {
      tmplId,
      title,
      fields: fields.map(({ label }) => label).join(' · '),
      state,
      ticked: selected.includes(tmplId),
      locked: !state.subscribable || (chosenType !== undefined && chosenType !== type),
      note: NOTES[type],
      voice: settings.withVoice.includes(name),
      sendable: sendableBySelf,
      sending: sending === tmplId,
      outcome: outcomes[tmplId] ?? null,
    };
  };
  const named = settings.subjects.flatMap((subject) => subject.templates);
  const others = templates.filter(({ name }) => !named.includes(name)).map(({ name }) => name);
  return [...settings.subjects, { title: '其他', templates: others }]
    .map(({ title, templates: names }) => ({
      title,
      cards: templates.filter(({ name }) => names.includes(name)).map(cardOf),
    }))
    .filter(({ cards }) => cards.length > 0);
}
