import { toggle } from '../../../miniprogram/services/selection';
import { settings } from '../../../miniprogram/settings';

const template = (tmplId: string, type: 'oneTime' | 'longTerm' = 'oneTime', title = tmplId) => ({
  tmplId,
  title,
  type,
});
const templates = [template('a'), template('b'), template('c'), template('d'), template('long', 'longTerm')];
const find = (tmplId: string) => templates.find((one) => one.tmplId === tmplId) ?? template(tmplId);

describe('toggle', () => {
  it('ticks a template, and takes the tick away', () => {
    expect(toggle(find('a'), [], templates, 3)).toEqual({ ok: true, selected: ['a'] });
    expect(toggle(find('a'), ['a', 'b'], templates, 3)).toEqual({ ok: true, selected: ['b'] });
  });

  it('ticks no more than WeChat takes in one call', () => {
    expect(toggle(find('d'), ['a', 'b', 'c'], templates, 3)).toEqual({
      ok: false,
      reason: '一次最多订阅 3 条',
    });
  });

  it('ticks three unless the project sets another number', () => {
    const ticks = (...selected: string[]) =>
      toggle(find('d'), selected, templates, settings.templatesPerRequest).ok;
    expect([ticks('a', 'b'), ticks('a', 'b', 'c')]).toEqual([true, false]);
  });

  it('does not mix one-time and long-term, which WeChat answers 20002', () => {
    expect(toggle(find('long'), ['a'], templates, 3)).toEqual({
      ok: false,
      reason: '一次性和长期的消息要分开订阅',
    });
    expect(toggle(find('a'), ['long'], templates, 3).ok).toBe(false);
  });

  it('does not tick two of one title, of which WeChat would filter one', () => {
    const twin = template('twin', 'oneTime', 'a');
    expect(toggle(twin, ['a'], [...templates, twin], 3)).toEqual({
      ok: false,
      reason: '同名的消息要分开订阅',
    });
  });
});
