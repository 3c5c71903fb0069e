/** Cloud calls: WeChat's API through the SDK, without an access token. */
import { cloud } from './cloud';

/** `openapi.subscribeMessage.send(args)`, and the same with settings: `openapi({ convertCase: false })`. */
type OpenapiNamespace = ((settings: object) => OpenapiNamespace) & {
  readonly [name: string]: OpenapiNamespace;
};

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
export function callOpenapi(api: string, args: Record<string, unknown>): Promise<unknown> {
  const openapi: unknown = cloud.openapi;
  const asIs = (openapi as OpenapiNamespace)({ convertCase: false });
  const call = api.split('.').reduce<OpenapiNamespace>((namespace, name) => {
    const member = namespace[name];
    if (!member) throw new Error(`the SDK has no openapi.${api}`);
    return member;
  }, asIs);
  return Promise.resolve(call(args));
}
