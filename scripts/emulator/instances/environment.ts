/**
 * The environment variables that the cloud gives a function instance and each of its calls, as wx-server-sdk 4.0.2
 * and @cloudbase/node-sdk 3.17.2 read them (getWXContext; utils/tcbcontext; utils/wxCloudToken).
 */
import type { FunctionSettings } from '../../project/cloudbaserc';

/** Who calls a function, as WeChat vouches for it. */
export interface Caller {
  openid?: string;
  /**
   * WeChat's SOURCE, the chain of callers: `wx_client`, `wx_client,scf`.
   * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
   */
  source: string;
}

export interface InstanceIdentity {
  envId: string;
  region: string;
  /** Address of the gateway: `http://127.0.0.1:9527/admin`. */
  gatewayUrl: string;
  /** Tells the gateway which instance is asking. */
  sessionToken: string;
}

export function instanceEnvironment(
  settings: FunctionSettings,
  identity: InstanceIdentity,
): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    // UTC unless the function's own variables say otherwise: https://docs.cloudbase.net/cloud-function/timezone
    TZ: 'UTC',
    ...settings.envVariables,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: identity.region,
    TENCENTCLOUD_SECRETID: 'emulator',
    TENCENTCLOUD_SECRETKEY: 'emulator',
    TENCENTCLOUD_SESSIONTOKEN: identity.sessionToken,
    SCF_NAMESPACE: identity.envId,
    SCF_FUNCTIONNAME: settings.name,
    TCB_ENV: identity.envId,
    TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: identity.gatewayUrl }),
  };
}

export function callEnvironment(caller: Caller, appid: string, apiToken: string): Record<string, string> {
  const wx: Record<string, string> = { WX_APPID: appid, WX_API_TOKEN: apiToken };
  if (caller.openid !== undefined) wx['WX_OPENID'] = caller.openid;
  return { ...wx, WX_CONTEXT_KEYS: Object.keys(wx).join(','), TCB_SOURCE: caller.source };
}
