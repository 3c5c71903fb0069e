/** Where a card of a message or of a conversation leads: shows the query that it came with. */
import { decoded } from '../../services/query';

Page({
  data: { values: [] as { name: string; value: string }[] },

  onLoad(query: Record<string, string | undefined>) {
    const values = Object.entries(query).map(([name, value = '']) => ({ name, value: decoded(value) }));
    this.setData({ values });
  },

  home() {
    wx.switchTab({ url: '/pages/home/home' });
  },
});
