/** `wx.getSetting` and `wx.openSetting` (WeChat's documentation: api/open-api/setting). */
import type { EmulatorClient } from '../../emulatorClient';
import { wxCall } from './call';
import type { WxParts } from './parts';

interface SettingOptions {
  /** Also give `subscriptionsSetting`. Default false. */
  withSubscriptions?: boolean;
}

export async function readSetting(client: EmulatorClient, openid: string, withSubscriptions: boolean) {
  const { errMsg: _, ...setting } = await client.setting(openid, withSubscriptions);
  return setting;
}

export function settingApi({ host, connection: { client } }: WxParts) {
  const read = ({ withSubscriptions = false }: SettingOptions) =>
    readSetting(client, host.openid, withSubscriptions);
  return {
    getSetting: wxCall('getSetting', read),
    openSetting: wxCall('openSetting', async (options: SettingOptions) => {
      await host.openSetting();
      return read(options);
    }),
  };
}
