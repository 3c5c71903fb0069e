/** What this is, the way of a message in three steps, and entries to the rest. */

Page({
  data: {
    steps: [
      { title: '同意', text: '在「订阅」里勾选想收的消息，微信会问你一次。' },
      { title: '发出', text: '点「给我发一条」，云函数核对授权后交给微信。' },
      { title: '收到', text: '消息出现在微信的服务通知里，回执会更新它的状态。' },
    ],
  },

  openSubscriptions() {
    wx.switchTab({ url: '/pages/subscriptions/subscriptions' });
  },

  openMessages() {
    wx.switchTab({ url: '/pages/messages/messages' });
  },
});
