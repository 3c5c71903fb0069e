/**
 * The environment variables that the cloud gives a function instance and each of its calls, as wx-server-sdk 4.0.2
 * and @cloudbase/node-sdk 3.17.2 read them (getWXContext; utils/tcbcontext; utils/wxCloudToken).
 */
import type { FunctionSettings } from '../../project/cloudbaserc';

/** Who calls a function, as WeChat vouches for it. */
export interface Caller {
  openid?: string;
  unionid?: string;
  /** The mini-program's address. */
  clientIp?: string;
  /**
   * WeChat's SOURCE, the chain of callers: `wx_client`, `wx_client,scf`. Empty when nothing of WeChat's calls.
   * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
   */
  source: string;
  /** The `requestId` of the call in which another function makes this one. */
  calledIn?: string;
}

/** SOURCE of a call by a timer (云函数定时触发器调用). */
export const TIMER_SOURCE = 'wx_trigger';
/** SOURCE's word for a cloud function that calls another. */
const FUNCTION_SOURCE = 'scf';

/** The caller of a function that is called by a function: the chain grows, the user at its start stays the same. */
export function throughFunction(caller: Caller | undefined): Caller {
  if (caller === undefined || caller.source === '') return { source: FUNCTION_SOURCE };
  return { ...caller, source: `${caller.source},${FUNCTION_SOURCE}` };
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

/** What wx-server-sdk needs to use the emulator from a process that is no function instance. */
export function processEnvironment(place: Omit<InstanceIdentity, 'sessionToken'>): Record<string, string> {
  return {
    TENCENTCLOUD_REGION: place.region,
    TENCENTCLOUD_SECRETID: 'emulator',
    TENCENTCLOUD_SECRETKEY: 'emulator',
    SCF_NAMESPACE: place.envId,
    TCB_ENV: place.envId,
    TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: place.gatewayUrl }),
  };
}

/** @param apiToken proves this call to the gateway when the function makes cloud calls in it */
export function callEnvironment(caller: Caller, appid: string, apiToken: string): Record<string, string> {
  // WeChat gives its context to calls that begin with it (all its sources but scf begin so). getWXContext() is
  // empty in any other, and cloud calls are refused: developers see `invalid wx openapi access_token`.
  if (!caller.source.startsWith('wx_')) return { TCB_SOURCE: caller.source };
  const wx: Record<string, string> = { WX_APPID: appid };
  if (caller.openid !== undefined) wx['WX_OPENID'] = caller.openid;
  if (caller.unionid !== undefined) wx['WX_UNIONID'] = caller.unionid;
  if (caller.clientIp !== undefined) wx['WX_CLIENTIP'] = caller.clientIp;
  const byTimer = caller.source === TIMER_SOURCE;
  wx[byTimer ? 'WX_TRIGGER_API_TOKEN_V0' : 'WX_API_TOKEN'] = apiToken;
  return {
    ...wx,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_SOURCE: caller.source,
    ...(byTimer && { TRIGGER_SRC: 'timer' }),
  };
}
