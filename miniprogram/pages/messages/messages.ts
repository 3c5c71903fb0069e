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

  async load() {
    drawHistory(this, await this.history.first());
  },

  retry() {
    this.setData({ phase: 'loading' });
    this.load();
  },
});
