/** Who the user is (WeChat's documentation: api/open-api/login, user-info, account-info). */
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

export function userApi({ host, connection: { client } }: WxParts) {
  /** Since April 2021 WeChat gives a grey picture and this name (community/develop/doc/000cacfa20ce88df04cb468bc52801). */
  const anonymous = {
    nickName: '微信用户',
    avatarUrl: '',
    gender: 0,
    province: '',
    city: '',
    country: '',
    language: '',
  };
  const profile = () => ({
    userInfo: anonymous,
    rawData: JSON.stringify(anonymous),
    signature: '',
    encryptedData: '',
    iv: '',
  });
  return {
    /** The code is for a server that asks the emulator's `/sns/jscode2session` who it is. */
    login: wxCall('login', async () => ({ code: await client.login(host.openid) })),
    checkSession: wxCall('checkSession', () => ({})),
    getUserProfile: wxCall('getUserProfile', profile),
    getUserInfo: wxCall('getUserInfo', profile),
    getAccountInfoSync: () => ({
      miniProgram: { appId: host.appid, envVersion: 'develop', version: '' },
      plugin: {},
    }),
    getPrivacySetting: wxCall('getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '',
    })),
    requirePrivacyAuthorize: wxCall('requirePrivacyAuthorize', () => ({})),
    /** Only what needs no device is granted. */
    authorize: wxCall('authorize', async ({ scope }: { scope: string }) => {
      const { authSetting } = await client.setting(host.openid, false);
      if (scope === 'scope.writePhotosAlbum' || authSetting[scope]) return;
      throw new WxFailure('the emulator has no such device');
    }),
  };
}
