/** The mini-program: opens the cloud environment. */
import { settings } from './settings';

App({
  onLaunch() {
    // Without one WeChat takes the environment that was created first.
    wx.cloud.init({ traceUser: true, ...(settings.cloudEnv && { env: settings.cloudEnv }) });
  },
});
