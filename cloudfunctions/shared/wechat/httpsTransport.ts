/** The transport that calls WeChat's HTTPS API with an access token, and answers and fails as a cloud call does. */
import * as v from 'valibot';
import { readAnswer } from './httpsAnswer';
import { type Endpoint, endpoints } from './httpsEndpoints';
import { type Exchange, ExchangeFailure, exchange, type Outgoing } from './httpsExchange';
import type { Api, ApiArguments, Media, Transport } from './transport';
import { NOT_SENT, REQUEST_FAILED, WechatError, wechatErrorOf } from './wechatError';

/** Where access tokens come from. */
export interface TokenSource {
  /** @throws WechatError, always with the outcome `refused`: the call was not made */
  get(): Promise<string>;
  /**
   * @param refused a token that WeChat did not take
   * @returns another one; undefined when there is none to be had now
   * @throws WechatError as {@link get}
   */
  replace(refused: string): Promise<string | undefined>;
}

export interface HttpsSettings {
  /** `https://api.weixin.qq.com`, read at each call. */
  url: () => string;
  tokens: TokenSource;
  /** Left out: the network. */
  exchange?: Exchange;
}

/** Within the functions' time limits (cloudbaserc.json), with two requests for a token before it. */
const TIME_LIMIT_MS = 5_000;
const MAX_JSON_BYTES = 1024 * 1024;
/** WeChat takes pictures of at most 10 MB; users' own may be somewhat larger. */
const MAX_MEDIA_BYTES = 20 * 1024 * 1024;

// A call with such a token was not made (FACTS.md, 7).
const TOKEN_REFUSED = new Set([40001, 40014, 42001]);

export function httpsTransport({ url, tokens, exchange: send = exchange }: HttpsSettings): Transport {
  async function callWith(token: string, api: Api, args: ApiArguments): Promise<unknown> {
    try {
      return readAnswer(api, endpoints[api].gives, await send(await outgoing(url(), token, api, args)));
    } catch (error) {
      throw wechatErrorOf(api, withoutToken(rejectionOf(api, error), token));
    }
  }

  return {
    async call(api, args) {
      const token = await tokens.get();
      try {
        return await callWith(token, api, args);
      } catch (error) {
        if (!(error instanceof WechatError) || !TOKEN_REFUSED.has(error.wechat.errCode)) throw error;
        const other = await tokens.replace(token);
        if (other === undefined) throw error;
        return callWith(other, api, args);
      }
    },
  };
}

async function outgoing(origin: string, token: string, api: Api, args: ApiArguments): Promise<Outgoing> {
  const { method, path, takes, gives } = endpoints[api];
  const url = new URL(path, origin);
  url.searchParams.set('access_token', token);
  for (const [name, value] of inQuery(takes, args)) url.searchParams.set(name, String(value));
  const body = await bodyOf(takes, args);
  const maxBytes = gives === 'file' ? MAX_MEDIA_BYTES : MAX_JSON_BYTES;
  return { method, url, ...(body && { body }), timeLimitMs: TIME_LIMIT_MS, maxBytes };
}

function inQuery(takes: Endpoint['takes'], args: ApiArguments): [string, unknown][] {
  if (takes === 'json') return [];
  return Object.entries(args).filter(([, value]) => !isMedia(value));
}

async function bodyOf(takes: Endpoint['takes'], args: ApiArguments): Promise<Outgoing['body']> {
  if (takes === 'query') return undefined;
  if (takes === 'json') {
    return { contentType: 'application/json', bytes: Buffer.from(JSON.stringify(args)) };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(args)) {
    if (isMedia(value))
      form.set(name, new Blob([value.value], { type: value.contentType }), nameOf(name, value));
  }
  // The platform's own encoder of forms, with the boundary in its content type.
  const encoded = new Response(form);
  const contentType = encoded.headers.get('content-type') ?? '';
  return { contentType, bytes: Buffer.from(await encoded.arrayBuffer()) };
}

const MediaSchema = v.object({
  contentType: v.string(),
  value: v.instance(Buffer),
  fileName: v.optional(v.string()),
});

const isMedia = (value: unknown): value is Media => v.is(MediaSchema, value);

/** WeChat goes by the ending. As the SDK names a file without a name: `media.png`. */
function nameOf(argument: string, { contentType, fileName }: Media): string {
  const ending = contentType.replace(/^image\//, '').replace(/^jpeg$/, 'jpg');
  return fileName ?? `${argument}.${/^[a-z0-9]{1,8}$/.test(ending) ? ending : 'png'}`;
}

/** A failure on the way, in the words in which the SDK reports one. */
function rejectionOf(api: Api, error: unknown): unknown {
  if (!(error instanceof ExchangeFailure)) return error;
  const errMsg = `openapi.${api}:fail ${error.sent ? '' : `${NOT_SENT} `}${error.message}`;
  return { errCode: REQUEST_FAILED, errMsg };
}

/** WeChat repeats no token in its texts today; none shall ever reach a log through them. */
function withoutToken(rejection: unknown, token: string): unknown {
  const { errCode, errMsg } = rejection as { errCode?: unknown; errMsg?: unknown };
  if (typeof errMsg !== 'string') return rejection;
  return { errCode, errMsg: errMsg.replaceAll(token, '[access_token]') };
}
