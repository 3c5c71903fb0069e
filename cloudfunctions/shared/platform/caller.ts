/** Who called the function, by what WeChat vouches for and nothing else. */
import { cloud } from './cloud';

export type Caller =
  /** A user of the mini-program, on his phone or in WeChat DevTools. */
  | { kind: 'user'; openid: string }
  /**
   * Code of the project's own: another cloud function, a timer, or a server that holds the access token.
   * `openid` is the user at the beginning of the chain, where there is one.
   */
  | { kind: 'server'; by: ServerSource; openid?: string }
  /** WeChat's own back end: a message push. `openid` is the user it is about, where WeChat says so. */
  | { kind: 'wechat'; openid?: string }
  /** Nobody that WeChat vouches for. */
  | { kind: 'anonymous' };

export type ServerSource = 'function' | 'timer' | 'http';

/** The part of `getWXContext()` that says who calls. The SDK turns values of digits only into numbers. */
export interface WxContext {
  OPENID?: string | number;
  /** How the call came about, hop by hop: `wx_client`, `wx_client,scf`. */
  SOURCE?: string | number;
}

// The values of SOURCE, in WeChat's documentation of Cloud.getWXContext
// (developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html).
const CLIENTS = new Set(['wx_client', 'wx_devtools', 'wx_localdebug']);
const SERVERS: ReadonlyMap<string, ServerSource> = new Map([
  ['scf', 'function'],
  ['wx_trigger', 'timer'],
  ['wx_http', 'http'],
]);
// WeChat does not document the SOURCE of a message push to a cloud function. Its payment pushes are seen with
// wx_paycallback; a call that WeChat cannot name has wx_unknown.
const WECHAT = new Set(['wx_paycallback', 'wx_unknown']);

/** Who is calling now. Call it before the first `await`: the SDK reads environment variables of this call. */
export function currentCaller(): Caller {
  return callerOf(cloud.getWXContext());
}

/** Reads the caller from the last hop of SOURCE: it is the last hop that called this function. */
export function callerOf(context: WxContext): Caller {
  const openid = context.OPENID === undefined ? '' : String(context.OPENID);
  const source = String(context.SOURCE ?? '');
  const lastHop = source.split(',').at(-1)?.trim() ?? '';

  const server = SERVERS.get(lastHop);
  if (server) return { kind: 'server', by: server, ...(openid && { openid }) };
  if (CLIENTS.has(lastHop)) return openid ? { kind: 'user', openid } : { kind: 'anonymous' };
  if (WECHAT.has(lastHop)) return { kind: 'wechat', ...(openid && { openid }) };
  // A call from outside WeChat may have no SOURCE either, but nobody but WeChat vouches for an openid.
  if (source === '' && openid) return { kind: 'wechat', openid };
  return { kind: 'anonymous' };
}

/** The openid that WeChat vouches for, if it does. */
export function openidOf(caller: Caller): string | undefined {
  return caller.kind === 'anonymous' ? undefined : caller.openid;
}

/** How the audit record names the caller: `user:oXs1…`, `server:timer`. */
export function nameOf(caller: Caller): string {
  if (caller.kind === 'server') return `server:${caller.by}`;
  return caller.kind === 'user' ? `user:${caller.openid}` : caller.kind;
}
