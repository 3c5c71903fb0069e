/** What was sent to the user, the latest first, and what became of each. */
import { type ErrorExplanation, explainError } from '../../services/explainError';
import { type HistoryPage, historyPages } from '../../services/historyPages';
import { rowOf, type SendRow } from '../../services/sendRecord';

Page({
  data: {
    phase: 'loading' as 'loading' | 'failed' | 'ready',
    error: null as ErrorExplanation | null,
    rows: [] as SendRow[],
    more: false,
  },

  history: historyPages({ scope: 'mine' }),

  onLoad() {
    this.history = historyPages({ scope: 'mine' });
  },

  onShow() {
    this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    this.draw(await this.history.next());
  },

  async load() {
    this.draw(await this.history.first());
  },

  retry() {
    this.setData({ phase: 'loading' });
    this.load();
  },

  draw(page: HistoryPage | undefined) {
    if (page === undefined) return;
    if (page.ok) {
      const now = Date.now();
      this.setData({
        phase: 'ready',
        rows: page.messages.map((message) => rowOf(message, now)),
        more: page.more,
      });
      return;
    }
    const error = explainError(page.error);
    if (this.data.phase === 'ready') wx.showToast({ title: error.text, icon: 'none' });
    else this.setData({ phase: 'failed', error });
  },
});
