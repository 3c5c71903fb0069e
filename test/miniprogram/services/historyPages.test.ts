import { historyPages } from '../../../miniprogram/services/historyPages';
import { heldFunction } from '../heldFunction';

describe('historyPages', () => {
  it('reads on where the last page ended, with the same filter', async () => {
    const questions = heldFunction();
    const history = historyPages('all');
    const first = history.first({ kind: 'subscribe' });
    questions[0]?.answer({ messages: ['b'], next: 'cursor' });
    expect(await first).toEqual({ ok: true, messages: ['b'], more: true });

    const next = history.next();
    expect(questions[1]?.data).toEqual({ scope: 'all', kind: 'subscribe', before: 'cursor' });
    questions[1]?.answer({ messages: ['a'] });
    expect(await next).toEqual({ ok: true, messages: ['b', 'a'], more: false });
    expect(await history.next()).toBeUndefined();
  });

  it('forgets the answer to an older filter that comes after the newer one’s', async () => {
    const questions = heldFunction();
    const history = historyPages('all');
    const older = history.first({ outcome: 'refused' });
    const newer = history.first({ kind: 'customerService' });
    questions[1]?.answer({ messages: [] });
    questions[0]?.answer({ messages: ['too late'] });
    expect(await newer).toEqual({ ok: true, messages: [], more: false });
    expect(await older).toBeUndefined();
  });

  it('keeps its filter when it begins anew', async () => {
    const questions = heldFunction();
    const history = historyPages('mine');
    history.first({ openid: 'o' });
    history.first();
    expect(questions.map(({ data }) => data)).toEqual([
      { scope: 'mine', openid: 'o' },
      { scope: 'mine', openid: 'o' },
    ]);
  });
});
