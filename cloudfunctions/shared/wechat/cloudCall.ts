/** The transport of cloud functions: cloud calls through the SDK, which need no access token. */
import type { Api, ApiArguments, Transport } from './transport';
import { wechatErrorOf } from './wechatError';

/** The SDK's `openapi`, without conversion of names. Rejects with `{ errCode, errMsg }`. */
export type OpenapiInvoker = (api: Api, args: ApiArguments) => Promise<unknown>;

export function cloudCallTransport(openapi: OpenapiInvoker): Transport {
  return {
    async call(api, args) {
      try {
        return await openapi(api, args);
      } catch (error) {
        throw wechatErrorOf(api, error);
      }
    },
  };
}
