/** `wx.cloud.callFunction` and `wx.cloud.CloudID` (WeChat's documentation: wxcloud/reference-sdk-api/functions, open). */
import type { EmulatorClient } from '../../../emulatorClient';
import { wxCall } from '../call';
import { orCloudError } from './refusal';

interface CallOptions {
  name: string;
  data?: Record<string, unknown>;
}

/** Stands in a call's data for open data that WeChat would put there. */
class OpenDataId {
  constructor(readonly cloudID: string) {}
}

/** With `new` or without it. */
export function CloudID(cloudID: string): OpenDataId {
  return new OpenDataId(cloudID);
}

/** `slow` and `config` change nothing: there is one environment, and every call is waited for. */
export const callFunction = (client: EmulatorClient, openid: string) =>
  wxCall('cloud.callFunction', ({ name, data = {} }: CallOptions) =>
    orCloudError(async () => {
      const { result, requestID } = await client.call(openid, name, withoutOpenData(data));
      return { result, requestID };
    }),
  );

/**
 * A function finds the open data at the top of its event as `{ cloudID, data }`, or why WeChat gave none
 * (WeChat's documentation: wxcloud/guide/openapi/openapi, 直接获取开放数据).
 */
const withoutOpenData = (data: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, value instanceof OpenDataId ? refused(value) : value]),
  );

function refused({ cloudID }: OpenDataId) {
  console.warn('wx.cloud.CloudID: the emulator has no open data of its users');
  return { cloudID, errCode: -601006, errMsg: 'cloudID 无效' };
}
