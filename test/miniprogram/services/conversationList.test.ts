import { conversationList } from '../../../miniprogram/services/conversationList';
import { heldFunction } from '../heldFunction';

const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ openid: `o${from + index}` }));

/** A list with 20 conversations on the screen, of which there are more. */
async function firstPage() {
  const questions = heldFunction();
  const list = conversationList();
  const first = list.refresh();
  questions[0]?.answer({ conversations: rows(1, 20), next: 'after 20' });
  await first;
  return { list, questions };
}

/** And with 100 more. */
async function longList() {
  const { list, questions } = await firstPage();
  const further = list.further();
  questions[1]?.answer({ conversations: rows(21, 120), next: 'after 120' });
  await further;
  return { list, questions };
}

describe('conversationList', () => {
  it('puts the next page after what was read', async () => {
    const questions = heldFunction();
    const list = conversationList();
    const first = list.refresh();
    expect(questions[0]?.data).toEqual({ action: 'list', limit: 20 });
    questions[0]?.answer({ conversations: rows(1, 20), next: 'after 20' });
    expect(await first).toEqual({ ok: true, conversations: rows(1, 20), more: true });

    const further = list.further();
    expect(questions[1]?.data).toEqual({ action: 'list', after: 'after 20' });
    expect(await list.further()).toBeUndefined();
    questions[1]?.answer({ conversations: rows(21, 30) });
    expect(await further).toEqual({ ok: true, conversations: rows(1, 30), more: false });
    expect(await list.further()).toBeUndefined();
  });

  it('shows one that has moved down since once, where it is now', async () => {
    const { list, questions } = await firstPage();
    const further = list.further();
    questions[1]?.answer({ conversations: [...rows(1, 1), ...rows(21, 22)] });
    const conversations = [...rows(2, 20), ...rows(1, 1), ...rows(21, 22)];
    expect(await further).toEqual({ ok: true, conversations, more: false });
  });

  it('reads as many anew as there were, over a hundred in several calls', async () => {
    const { list, questions } = await longList();
    const refreshed = list.refresh();
    expect(questions[2]?.data).toEqual({ action: 'list', limit: 100 });
    questions[2]?.answer({ conversations: rows(1, 100), next: 'after 100' });
    await new Promise(setImmediate);
    expect(questions[3]?.data).toEqual({ action: 'list', limit: 20, after: 'after 100' });
    questions[3]?.answer({ conversations: rows(101, 120), next: 'after 120' });
    expect(await refreshed).toEqual({ ok: true, conversations: rows(1, 120), more: true });
  });

  it('shows one that moves down between two of these calls once', async () => {
    const { list, questions } = await longList();
    const refreshed = list.refresh();
    questions[2]?.answer({ conversations: rows(1, 100), next: 'after 100' });
    await new Promise(setImmediate);
    questions[3]?.answer({ conversations: [...rows(101, 120), ...rows(1, 1)] });
    expect(await refreshed).toEqual({
      ok: true,
      conversations: [...rows(2, 120), ...rows(1, 1)],
      more: false,
    });
  });
});
