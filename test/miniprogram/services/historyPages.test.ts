import { historyPages } from '../../../miniprogram/services/historyPages';
import { heldFunction } from '../heldFunction';

const messages = (...ids: string[]) => ids.map((id) => ({ id }));

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

  it('keeps the pages that were read when it is refreshed, with what has come before them', async () => {
    const questions = heldFunction();
    const history = historyPages('mine');
    const first = history.refresh();
    expect(questions[0]?.data).toEqual({ scope: 'mine', limit: 20 });
    questions[0]?.answer({ messages: messages('c', 'b'), next: 'before b' });
    await first;
    const next = history.next();
    questions[1]?.answer({ messages: messages('a'), next: 'before a' });
    await next;

    const refreshed = history.refresh();
    questions[2]?.answer({ messages: messages('d', 'c', 'b'), next: 'before b' });
    expect(await refreshed).toEqual({ ok: true, messages: messages('d', 'c', 'b', 'a'), more: true });
    history.next();
    expect(questions[3]?.data).toEqual({ scope: 'mine', before: 'before a' });
  });

  it('begins anew where so much has come that there may be a gap', async () => {
    const questions = heldFunction();
    const history = historyPages('mine');
    const first = history.refresh();
    questions[0]?.answer({ messages: messages('a') });
    await first;
    const refreshed = history.refresh();
    questions[1]?.answer({ messages: messages('z', 'y'), next: 'before y' });
    expect(await refreshed).toEqual({ ok: true, messages: messages('z', 'y'), more: true });
  });
});
