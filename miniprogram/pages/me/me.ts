/** Who holds the phone, his settings, and for operators the pages of their work. */
import { askWhoAmI } from '../../services/operator';
import { troubleOf } from '../../services/trouble';

Page({
  data: {
    openid: '',
    operator: false,
    /** The cloud could not be asked. */
    unknown: false,
  },

  onShow() {
    this.load();
  },

  async load() {
    this.setData({ unknown: false });
    const me = await askWhoAmI();
    // Who it was stands, where it is known.
    if (me === undefined) this.setData({ unknown: this.data.openid === '' });
    else this.setData({ openid: me.openid, operator: me.operator });
  },

  /** What an operator is asked for, to send somebody a message. */
  copy() {
    wx.setClipboardData({
      data: this.data.openid,
      fail: (failure) => wx.showToast({ title: troubleOf(failure), icon: 'none' }),
    });
  },
});
