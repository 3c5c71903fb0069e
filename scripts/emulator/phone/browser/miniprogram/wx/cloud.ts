/** `wx.cloud` (WeChat's documentation: wxcloud/reference-sdk-api). */
import { reportAbsent } from './absent';
import { databaseApi } from './cloud/database';
import { notInitialized } from './cloud/failure';
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
  };
  return {
    ...afterInit(calls, () => {}),
    CloudID,
    /** Another environment's cloud, or another mini-program's: here the same one. */
    Cloud: function Cloud() {
      return reportAbsent('cloud', { ...afterInit(calls, async () => {}), CloudID });
    },
  };
}

/**
 * The calls throw until `init` has been called; there is one environment here, whichever it names. Each instance of
 * `Cloud` has one of its own.
 */
function afterInit<Calls extends Record<string, (...values: never[]) => unknown>, Begun>(
  calls: Calls,
  begin: () => Begun,
) {
  let initialized = false;
  const guarded = Object.entries(calls).map(([name, call]) => [
    name,
    (...values: never[]) => {
      if (!initialized) throw notInitialized();
      return call(...values);
    },
  ]);
  return {
    init() {
      initialized = true;
      return begin();
    },
    ...(Object.fromEntries(guarded) as Calls),
  };
}
