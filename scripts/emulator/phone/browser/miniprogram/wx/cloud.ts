/** `wx.cloud` (WeChat's documentation: wxcloud/reference-sdk-api). */
import { EmulatorError, emulatorClient } from '../../emulatorClient';
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

export function cloudApi({ host }: WxParts) {
  return {
    /** There is one environment here, whichever is named. */
    init() {},

    callFunction: wxCall('cloud.callFunction', async ({ name, data }: { name: string; data?: unknown }) => {
      try {
        const { result, requestID } = await emulatorClient.call(host.openid, name, data ?? {});
        return { result, requestID };
      } catch (error) {
        if (!(error instanceof EmulatorError)) throw error;
        const { errCode = -1, message } = error;
        throw new WxFailure(`Error: errCode: ${errCode} | errMsg: ${message}`, errCode);
      }
    }),
  };
}
