/** `wx.cloud` (WeChat's documentation: wxcloud/reference-sdk-api). */
import { reportAbsent } from './absent';
import { databaseApi } from './cloud/database';
import { cloudFiles } from './cloud/files';
import { CloudID, callFunction } from './cloud/functions';
import type { WxParts } from './parts';

export function cloudApi(parts: WxParts) {
  const {
    host: { openid },
    connection: { client },
  } = parts;
  const calls = {
    callFunction: callFunction(client, openid),
    ...cloudFiles(client, openid),
    database: databaseApi(parts),
    CloudID,
  };
  return {
    /** There is one environment here, whichever is named. */
    init() {},
    ...calls,
    /** Another environment's cloud, or another mini-program's: here the same one. */
    Cloud: function Cloud() {
      return reportAbsent('cloud', { init: async () => {}, ...calls });
    },
  };
}
