/** Which templates may be ticked together. */
import type { SubscribableTemplate } from './cloud';

export type SelectionChange = { ok: true; selected: string[] } | { ok: false; reason: string };

type Choosable = Pick<SubscribableTemplate, 'tmplId' | 'title' | 'type'>;

/**
 * Ticks a template, or takes its tick away.
 *
 * One request takes templates of one kind, with different titles, and not more than `limit`
 * (WeChat's documentation: api/open-api/subscribe-message); what it would refuse is not ticked.
 */
export function toggle(
  template: Choosable,
  selected: string[],
  templates: Choosable[],
  limit: number,
): SelectionChange {
  if (selected.includes(template.tmplId)) {
    return { ok: true, selected: selected.filter((tmplId) => tmplId !== template.tmplId) };
  }
  const others = templates.filter(({ tmplId }) => selected.includes(tmplId));
  if (others.some(({ type }) => type !== template.type)) {
    return { ok: false, reason: '一次性和长期的消息要分开订阅' };
  }
  if (others.some(({ title }) => title === template.title))
    return { ok: false, reason: '同名的消息要分开订阅' };
  if (selected.length >= limit) return { ok: false, reason: `一次最多订阅 ${limit} 条` };
  return { ok: true, selected: [...selected, template.tmplId] };
}
