/** A call or a push as shell commands that do it once more, to be pasted into a terminal. */
import type { CallRecord, PushRecord } from '../../../contract';
import { exactJson } from './exactJson';

/** The addresses of cloud calls over HTTPS: https://developers.weixin.qq.com/miniprogram/dev/server/API/ */
const ADDRESSES: Record<string, { method: 'GET' | 'POST'; path: string }> = {
  'subscribeMessage.send': { method: 'POST', path: '/cgi-bin/message/subscribe/send' },
  'subscribeMessage.addTemplate': { method: 'POST', path: '/wxaapi/newtmpl/addtemplate' },
  'subscribeMessage.deleteTemplate': { method: 'POST', path: '/wxaapi/newtmpl/deltemplate' },
  'subscribeMessage.getCategory': { method: 'GET', path: '/wxaapi/newtmpl/getcategory' },
  'subscribeMessage.getPubTemplateKeyWordsById': {
    method: 'GET',
    path: '/wxaapi/newtmpl/getpubtemplatekeywords',
  },
  'subscribeMessage.getPubTemplateTitleList': { method: 'GET', path: '/wxaapi/newtmpl/getpubtemplatetitles' },
  'subscribeMessage.getTemplateList': { method: 'GET', path: '/wxaapi/newtmpl/gettemplate' },
  'uniformMessage.send': { method: 'POST', path: '/cgi-bin/message/wxopen/template/uniform_send' },
  'customerServiceMessage.send': { method: 'POST', path: '/cgi-bin/message/custom/send' },
  'customerServiceMessage.setTyping': { method: 'POST', path: '/cgi-bin/message/custom/typing' },
  'customerServiceMessage.uploadTempMedia': { method: 'POST', path: '/cgi-bin/media/upload' },
  'customerServiceMessage.getTempMedia': { method: 'GET', path: '/cgi-bin/media/get' },
};
const UPLOAD = '/cgi-bin/media/upload';
const TOKEN = '/cgi-bin/token';
const STABLE_TOKEN = '/cgi-bin/stable_token';
const CODE_TO_SESSION = '/sns/jscode2session';

/** The journal keeps no bytes: a transparent pixel stands in the place of the image. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/**
 * @param origin the emulator's address
 * @returns undefined when the journal has the request's beginning only, or not the user of a code
 */
export function callAsCurl(call: CallRecord, origin: string): string | undefined {
  if (!isObject(call.request)) return undefined;
  if (call.kind === 'function') return functionAsCurl(call, call.request, origin);
  const { method, path } = addressOf(call);
  if (path === CODE_TO_SESSION) return sessionAsCurl(call, call.request, origin);
  return apiAsCurl(method, path, call.request, origin);
}

export const pushAsCurl = ({ id }: PushRecord, origin: string): string =>
  `curl -sS -X POST ${quote(`${origin}/emulator/pushes/${id}/replay`)}`;

/** A call from the mini-program as the phone makes it; another one by its record. */
function functionAsCurl({ id, name, openid, source }: CallRecord, event: Fields, origin: string): string {
  if (source !== 'wx_client' || openid === undefined) {
    return `curl -sS -X POST ${quote(`${origin}/emulator/calls/${id}/replay`)}`;
  }
  // WeChat adds it to each event.
  const { userInfo: _, ...data } = event;
  return posting(quote(`${origin}/emulator/users/${openid}/call`), { name, data });
}

function addressOf({ kind, name, method }: CallRecord): { method: string; path: string } {
  if (kind === 'https') return { method: method ?? 'POST', path: name };
  return ADDRESSES[name] ?? { method: 'POST', path: `/${name}` };
}

function apiAsCurl(method: string, path: string, fields: Fields, origin: string): string {
  if (path === TOKEN) {
    return `${fetchingSecret(origin)}\ncurl -sS "${origin}${path}?${queryOf(fields)}&secret=$SECRET"`;
  }
  if (path === STABLE_TOKEN) {
    const body = quote(exactJson({ ...fields, secret: '$SECRET' })).replace('$SECRET', `'"$SECRET"'`);
    return `${fetchingSecret(origin)}\ncurl -sS '${origin}${path}' -H 'content-type: application/json' -d ${body}`;
  }
  const token = fetching('TOKEN', 'token', `-X POST '${origin}/emulator/cloudbase-access-token'`);
  const address = `"${origin}${inDoubleQuotes(path)}?cloudbase_access_token=$TOKEN`;
  if (path === UPLOAD) {
    const form = "-F 'media=@-;filename=pixel.png;type=image/png'";
    return `${token}\necho ${PIXEL} | base64 -d | curl -sS ${address}&type=image" ${form}`;
  }
  if (method === 'GET') {
    const query = queryOf(fields);
    return `${token}\ncurl -sS ${address}${query && `&${query}`}"`;
  }
  return `${token}\n${posting(`${address}"`, fields)}`;
}

/** A code serves once: of the same user, another one. */
function sessionAsCurl({ response }: CallRecord, fields: Fields, origin: string): string | undefined {
  const openid = isObject(response) ? response['openid'] : undefined;
  if (typeof openid !== 'string') return undefined;
  const code = fetching('CODE', 'code', `-X POST ${quote(`${origin}/emulator/users/${openid}/login`)}`);
  const query = `${queryOf(fields)}&secret=$SECRET&js_code=$CODE`;
  return `${fetchingSecret(origin)}\n${code}\ncurl -sS "${origin}${CODE_TO_SESSION}?${query}"`;
}

const posting = (address: string, body: Fields) =>
  `curl -sS ${address} -H 'content-type: application/json' -d ${quote(exactJson(body))}`;

const fetchingSecret = (origin: string) => fetching('SECRET', 'secret', `'${origin}/emulator/mini-program'`);

/** Puts one text of a JSON answer into a variable of the shell. */
const fetching = (variable: string, field: string, request: string) =>
  `${variable}=$(curl -sS ${request} | sed 's/.*"${field}":"\\([^"]*\\)".*/\\1/')`;

/** Stands in double quotes: URLSearchParams leaves nothing that means something to the shell there. */
const queryOf = (fields: Fields) =>
  new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : exactJson(value),
    ]),
  ).toString();

/** For the shell, within single quotes. */
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A path is whatever somebody called: within double quotes the shell would run what stands in it as `$(…)`. */
const inDoubleQuotes = (text: string) => text.replaceAll(/[$`"\\]/g, '\\$&');

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
