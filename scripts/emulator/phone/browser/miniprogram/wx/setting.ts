/** `wx.getSetting` and `wx.openSetting` (WeChat's documentation: api/open-api/setting). */
import { emulatorClient } from '../../emulatorClient';
import { wxCall } from './call';
import type { WxParts } from './parts';

interface SettingOptions {
  /** Also give `subscriptionsSetting`. Default false. */
  withSubscriptions?: boolean;
}

export function settingApi({ host }: WxParts) {
  const read = async ({ withSubscriptions = false }: SettingOptions) => {
    const { errMsg: _, ...setting } = await emulatorClient.setting(host.openid, withSubscriptions);
    return setting;
  };
  return {
    getSetting: wxCall('getSetting', read),
    openSetting: wxCall('openSetting', async (options: SettingOptions) => {
      await host.openSetting();
      return read(options);
    }),
  };
}
