/** Cloud calls: WeChat's API through the SDK, without an access token. */
import { cloud } from './cloud';

/** `openapi({ convertCase: false }).subscribeMessage.send(args)` */
type Openapi = (settings: { convertCase: boolean }) => Record<string, ApiGroup>;
type ApiGroup = Record<string, (args: Record<string, unknown>) => Promise<unknown>>;

/**
 * Calls one of WeChat's APIs.
 *
 * The SDK would turn the keys of arguments and answers from camelCase to snake_case and back, at every depth
 * (wx-server-sdk, convertCase): template keys such as `orderMoneySum` would be sent as `order_money_sum`, and
 * a number over 2^53, which json-bigint parses to a BigNumber, would come back as that object's bare fields.
 * So the conversion is switched off (a setting since wx-server-sdk 1.8.0) and left to shared/wechat.
 *
 * @param api such as `subscribeMessage.send`; the function's config.json must permit it
 * @param args as WeChat's HTTPS API names them
 * @returns WeChat's answer as it names it, without errcode and errmsg
 * @throws `{ errCode, errMsg }` when WeChat or CloudBase refuses, or when no answer came
 */
export async function callOpenapi(api: string, args: Record<string, unknown>): Promise<unknown> {
  const openapi: unknown = cloud.openapi;
  const [group = '', name = ''] = api.split('.');
  const call = (openapi as Openapi)({ convertCase: false })[group]?.[name];
  if (call === undefined) throw new Error(`the SDK has no openapi.${api}`);
  return call(args);
}

/**
 * Whether the call of the function that is going on came through WeChat, so that a cloud call can prove itself: the
 * SDK sends the token that WeChat put into the environment of this call, or in CloudBase Run the container's own
 * (@cloudbase/node-sdk, utils/wxCloudToken). Without one it asks all the same, and is answered -501001
 * `invalid wx openapi access_token`.
 */
export function cameThroughWechat(): boolean {
  const { TENCENTCLOUD_RUNENV, WX_API_TOKEN, WX_TRIGGER_API_TOKEN_V0 } = process.env;
  if (TENCENTCLOUD_RUNENV !== 'SCF') return true;
  return Boolean(WX_API_TOKEN || WX_TRIGGER_API_TOKEN_V0);
}
