/** `wx.getSetting` and `wx.openSetting` (WeChat's documentation: api/open-api/setting). */
import type { EmulatorClient } from '../../emulatorClient';
import { wxCall } from './call';
import type { WxParts } from './parts';
import { continuesTap, onlyInTap } from './tap';

interface SettingOptions {
  /** Also give `subscriptionsSetting`. Default false. */
  withSubscriptions?: boolean;
}

export async function readSetting(client: EmulatorClient, openid: string, withSubscriptions: boolean) {
  const { errMsg: _, ...setting } = await client.setting(openid, withSubscriptions);
  return setting;
}

export function settingApi({ host, gesture, connection: { client } }: WxParts) {
  const read = ({ withSubscriptions = false }: SettingOptions) =>
    readSetting(client, host.openid, withSubscriptions);
  return {
    getSetting: continuesTap(gesture)('getSetting', read),
    openSetting: wxCall('openSetting', async (options: SettingOptions) => {
      onlyInTap(gesture);
      await host.openSetting();
      return read(options);
    }),
  };
}
