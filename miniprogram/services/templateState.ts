/** Where the user stands with one template, in a word that fits on its card. */
import type { SubscribableTemplate } from './cloud';
import type { SubscribeAnswer } from './subscribeMeaning';
import type { KeptChoice } from './subscriptionSetting';

export interface TemplateState {
  kind: 'neverAsked' | 'granted' | 'usedUp' | 'always' | 'refused' | 'banned';
  label: string;
  /** A ban cannot be lifted here, so the template cannot be ticked. */
  subscribable: boolean;
}

type Grant = Pick<SubscribableTemplate, 'type' | 'remaining' | 'lastAnswer'>;

/** @param kept the choice that the user keeps for it, if any */
export function stateOf(template: Grant, kept: KeptChoice | undefined): TemplateState {
  const { lastAnswer } = template;
  if (kept === 'ban' || lastAnswer === 'ban') return { kind: 'banned', label: '已封禁', subscribable: false };
  if (kept === 'reject') return { kind: 'refused', label: '总是拒绝', subscribable: true };
  if (kept === 'accept') return { kind: 'always', label: alwaysLabel(template), subscribable: true };
  if (template.remaining > 0) return { kind: 'granted', label: grantedLabel(template), subscribable: true };
  if (lastAnswer === 'reject') return { kind: 'refused', label: '已拒绝', subscribable: true };
  if (lastAnswer === 'accept') return acceptedBefore(template);
  return { kind: 'neverAsked', label: '从未询问', subscribable: true };
}

/** A kept choice gives no sends by itself: each request gives one, only without asking. */
function alwaysLabel({ type, remaining }: Grant): string {
  return type === 'oneTime' && remaining > 0 ? `总是接收 · ${remaining} 条` : '总是接收';
}

function grantedLabel({ type, remaining }: Grant): string {
  return type === 'longTerm' ? '已开启' : `已授权 ${remaining} 条`;
}

/** Each accept of a one-time template is used up by a message; a long-term one ends when the user closes it. */
function acceptedBefore({ type }: Grant): TemplateState {
  return type === 'longTerm'
    ? { kind: 'refused', label: '已关闭', subscribable: true }
    : { kind: 'usedUp', label: '已用完', subscribable: true };
}

/** The template once the user has given this answer: WeChat tells the cloud of it a moment later. */
export function afterAnswer(template: SubscribableTemplate, answer: SubscribeAnswer): SubscribableTemplate {
  if (answer === 'filter') return template;
  if (answer === 'ban') return { ...template, remaining: 0, lastAnswer: answer };
  if (answer === 'reject') {
    const remaining = template.type === 'longTerm' ? 0 : template.remaining;
    return { ...template, remaining, lastAnswer: answer };
  }
  const remaining = template.type === 'longTerm' ? 1 : template.remaining + 1;
  return { ...template, remaining, lastAnswer: 'accept' };
}
