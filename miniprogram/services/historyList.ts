/** A page's list of sends: what it holds, and how an answer is drawn into it. */
import { type ErrorExplanation, explainError } from './explainError';
import type { HistoryPage } from './historyPages';
import { rowOf, type SendRow } from './sendRecord';

export interface HistoryList {
  phase: 'loading' | 'failed' | 'ready';
  error: ErrorExplanation | null;
  rows: SendRow[];
  more: boolean;
}

export const emptyHistoryList = (): HistoryList => ({ phase: 'loading', error: null, rows: [], more: false });

interface ListPage {
  data: HistoryList;
  setData(change: Partial<HistoryList>): void;
}

/** @param answer undefined, when a newer question has overtaken it: nothing is drawn */
export function drawHistory(page: ListPage, answer: HistoryPage | undefined): void {
  if (answer === undefined) return;
  if (answer.ok) {
    const now = Date.now();
    page.setData({
      phase: 'ready',
      rows: answer.messages.map((message) => rowOf(message, now)),
      more: answer.more,
    });
    return;
  }
  const error = explainError(answer.error);
  // What is on the screen is worth more than an empty page.
  if (page.data.phase === 'ready') wx.showToast({ title: error.text, icon: 'none' });
  else page.setData({ phase: 'failed', error });
}
