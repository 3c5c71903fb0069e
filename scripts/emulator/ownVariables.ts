/** What a project's `{{env.NAME}}` in cloudbaserc.json stands for on the emulator, where it speaks of WeChat. */
import type { Variables } from './instances/placeholders';
import type { WeChat } from './wechat/wechat';

/**
 * @param url the emulator's own address, which is also that of WeChat's HTTPS API here
 * @param seeded what the seed says: settings of the project that have nothing to do with WeChat
 */
export function ownVariables(url: string, { push, miniProgram }: WeChat, seeded: Variables): Variables {
  const { appid, token, encodingAESKey } = push.settings();
  return {
    ...seeded,
    XINSHI_APPID: appid,
    XINSHI_APP_SECRET: miniProgram.get().secret,
    XINSHI_WECHAT_URL: url,
    XINSHI_PUSH_TOKEN: token,
    XINSHI_PUSH_AES_KEY: encodingAESKey,
  };
}
