/** Cloud calls first, and HTTPS where WeChat does not allow a cloud call. */
import type { Transport } from '../wechat/transport';
import { WechatError } from '../wechat/wechatError';

/** A cloud call with one of these was certainly not made, and will not be made however often it is tried. */
const NOT_PERMITTED = new Set(['API_NOT_PERMITTED', 'CALL_SOURCE_REFUSED', 'NO_WECHAT_CALLER']);

export interface Transports {
  cloudCall: Transport;
  /** undefined when appid and secret are not set: then a refusal stays one, and its hint says what to set. */
  https: () => Transport | undefined;
  /** Whether this call of the function came through WeChat: without that the SDK has nothing to prove itself with. */
  cameThroughWechat: () => boolean;
}

/** No second try but after a refusal: a call whose outcome is unknown may have been done. */
export function automaticTransport({ cloudCall, https, cameThroughWechat }: Transports): Transport {
  return {
    async call(api, args) {
      const other = https();
      if (other === undefined) return cloudCall.call(api, args);
      if (!cameThroughWechat()) return other.call(api, args);
      try {
        return await cloudCall.call(api, args);
      } catch (error) {
        if (!(error instanceof WechatError) || !NOT_PERMITTED.has(error.code)) throw error;
        return other.call(api, args);
      }
    },
  };
}
