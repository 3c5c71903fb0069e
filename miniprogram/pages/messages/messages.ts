/** What was sent to the user, the latest first, and what became of each. */
import { drawHistory, emptyHistoryList } from '../../services/historyList';
import { historyPages } from '../../services/historyPages';

Page({
  data: emptyHistoryList(),

  history: historyPages('mine'),

  onLoad() {
    this.history = historyPages('mine');
  },

  onShow() {
    this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    drawHistory(this, await this.history.next());
  },

  /** What was read so far stays: who comes back is where he was. */
  async load() {
    drawHistory(this, await this.history.refresh());
  },

  retry() {
    this.setData({ phase: 'loading' });
    this.load();
  },
});
