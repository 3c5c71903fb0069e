/** The mini-program: opens the cloud environment that DevTools or the emulator gives it. */

App({
  onLaunch() {
    wx.cloud.init({ traceUser: true });
  },
});
