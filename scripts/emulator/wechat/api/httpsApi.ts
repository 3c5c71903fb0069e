/** WeChat's HTTPS API: the addresses below api.weixin.qq.com, in front of the same APIs as cloud calls. */
import type { Faults } from '../../faults/faults';
import { callWithFaults } from '../../faults/reply';
import type { Clock } from '../../state/clock';
import type { AccessTokens } from '../accessTokens';
import { type AccessTokenParts, createAccessTokenApis } from './accessToken';
import type { ApiAnswer } from './answer';
import type { Api } from './api';
import { answer, type CallApi } from './apis';
import type { ApiArguments } from './arguments';
import { type CodeToSessionParts, createCodeToSession } from './codeToSession';
import { ApiError, WECHAT_ERRORS } from './errors';

export interface HttpsRequest {
  method: string;
  /** `/cgi-bin/message/subscribe/send` */
  path: string;
  query: Record<string, string>;
  /** Reads the body as this endpoint takes it. @throws {ApiError} 44002, 47001 for JSON that is none */
  body: (kind: BodyKind) => ApiArguments;
}

export type BodyKind = 'json' | 'form';

/** Answers a request; WeChat's errors are answers too, with HTTP status 200. */
export type AnswerHttps = (request: HttpsRequest) => ApiAnswer;

export interface HttpsApiParts extends AccessTokenParts, CodeToSessionParts {
  clock: Clock;
  accessTokens: AccessTokens;
  callApi: CallApi;
  faults: Faults;
}

interface Endpoint {
  method: 'GET' | 'POST';
  /** Takes the request's arguments, and throws an {@link ApiError} or answers. */
  api: Api;
  /** Takes the appid and the secret in the place of a token. */
  withoutToken?: true;
  /** Arguments stand in the query: all of a GET's, `type` of an upload. */
  argumentsInQuery?: true;
  /** Default: a POST's body is JSON. */
  body?: BodyKind;
}

export function createHttpsApi(parts: HttpsApiParts): AnswerHttps {
  const { clock, accessTokens, callApi, faults } = parts;
  const { getAccessToken, getStableAccessToken } = createAccessTokenApis(parts);

  const get = (apiName: string): Endpoint => ({
    method: 'GET',
    api: (args) => callApi(apiName, args),
    argumentsInQuery: true,
  });
  /** No cloud call leads to these, so that faults have to strike here. */
  const token = (apiName: string, api: Api): Api => {
    return (args) => callWithFaults(faults, apiName, clock.now(), () => answer(api, args, clock));
  };
  const post = (apiName: string): Endpoint => ({ method: 'POST', api: (args) => callApi(apiName, args) });

  const endpoints = new Map<string, Endpoint>([
    [
      '/cgi-bin/token',
      {
        method: 'GET',
        api: token('getAccessToken', getAccessToken),
        withoutToken: true,
        argumentsInQuery: true,
      },
    ],
    [
      '/cgi-bin/stable_token',
      { method: 'POST', api: token('getStableAccessToken', getStableAccessToken), withoutToken: true },
    ],
    [
      '/sns/jscode2session',
      {
        method: 'GET',
        api: token('auth.code2Session', createCodeToSession(parts)),
        withoutToken: true,
        argumentsInQuery: true,
      },
    ],
    ['/cgi-bin/message/subscribe/send', post('subscribeMessage.send')],
    ['/cgi-bin/message/wxopen/template/uniform_send', post('uniformMessage.send')],
    ['/cgi-bin/message/custom/send', post('customerServiceMessage.send')],
    ['/cgi-bin/message/custom/typing', post('customerServiceMessage.setTyping')],
    ['/cgi-bin/message/custom/business/typing', post('customerServiceMessage.setTyping')],
    [
      '/cgi-bin/media/upload',
      { ...post('customerServiceMessage.uploadTempMedia'), argumentsInQuery: true, body: 'form' },
    ],
    ['/cgi-bin/media/get', get('customerServiceMessage.getTempMedia')],
    ['/wxaapi/newtmpl/addtemplate', post('subscribeMessage.addTemplate')],
    ['/wxaapi/newtmpl/deltemplate', post('subscribeMessage.deleteTemplate')],
    ['/wxaapi/newtmpl/getcategory', get('subscribeMessage.getCategory')],
    ['/wxaapi/newtmpl/getpubtemplatekeywords', get('subscribeMessage.getPubTemplateKeyWordsById')],
    ['/wxaapi/newtmpl/getpubtemplatetitles', get('subscribeMessage.getPubTemplateTitleList')],
    ['/wxaapi/newtmpl/gettemplate', get('subscribeMessage.getTemplateList')],
  ]);

  /** WeChat's documentation gives no order of checks: the address, the method, the token, the body. */
  function serve({ method, path, query, body }: HttpsRequest): ApiAnswer {
    const endpoint = endpoints.get(path);
    if (endpoint === undefined) throw new ApiError(WECHAT_ERRORS.invalidUrl);
    if (method !== endpoint.method) {
      throw new ApiError(endpoint.method === 'GET' ? WECHAT_ERRORS.requireGet : WECHAT_ERRORS.requirePost);
    }
    if (!endpoint.withoutToken) checkToken(query);
    const fromQuery = endpoint.argumentsInQuery ? argumentsOf(query) : [];
    const fromBody = endpoint.method === 'POST' ? body(endpoint.body ?? 'json') : [];
    return endpoint.api(new Map([...fromQuery, ...fromBody]));
  }

  function checkToken({ access_token, cloudbase_access_token }: Record<string, string>): void {
    if (access_token === undefined && cloudbase_access_token !== undefined) {
      accessTokens.check('cloudbase', cloudbase_access_token);
    } else accessTokens.check('access', access_token);
  }

  return (request) => answer(() => serve(request), new Map(), clock);
}

/** Every value of a query is a text. */
function argumentsOf(query: Record<string, string>): ApiArguments {
  const entries = Object.entries(query).filter(([name]) => !name.endsWith('access_token'));
  return new Map(entries.map(([name, value]) => [name, { value: Buffer.from(JSON.stringify(value)) }]));
}
