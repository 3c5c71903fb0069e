import type { MessageView } from '../../../cloudfunctions/customerServiceDesk/contract';
import { bubblesOf } from '../../../miniprogram/services/bubble';

const now = new Date(2026, 10, 23, 15, 1).getTime();

const message = (changes: Partial<MessageView>): MessageView => ({
  id: '1',
  direction: 'in',
  by: 'user',
  at: now,
  number: 1,
  content: { kind: 'text', text: '你好' },
  outcome: 'received',
  ...changes,
});

const bubble = (changes: Partial<MessageView>) => bubblesOf([message(changes)], 'oMe', now)[0];

describe('bubblesOf', () => {
  it('shows the words of a link, not its markup', () => {
    const text = '看<a href="https://example.com">订单</a>吧 3 < 5';
    expect(bubble({ content: { kind: 'text', text } })?.parts).toEqual([
      { text: '看', link: false },
      { text: '订单', link: true },
      { text: '吧 3 < 5', link: false },
    ]);
  });

  it('says who wrote what the operator did not write himself', () => {
    const by = (writer: string) => bubble({ direction: 'out', by: writer })?.by;
    expect(by('operator:oMe')).toBe('');
    expect(by('operator:oXs1-0002')).toBe('同事 0002');
    expect(by('rule')).toBe('自动回复');
    expect(by('server:timer')).toBe('系统');
  });

  it('shows the time after a pause, as WeChat does', () => {
    const minutes = (count: number) => now - count * 60_000;
    const messages = [minutes(20), minutes(19), minutes(3)].map((at, index) =>
      message({ id: String(index), at }),
    );
    expect(bubblesOf(messages, 'oMe', now).map(({ time }) => time)).toEqual(['14:41', '', '14:58']);
  });

  it('tells that the user came in, and from where', () => {
    expect(bubble({ content: { kind: 'entered', sessionFrom: 'home' } })).toMatchObject({
      side: 'middle',
      parts: [{ text: '用户进入会话，来自 home' }],
    });
  });
});
