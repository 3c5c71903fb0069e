/** A request of WeChat's to a server URL, out of the event that CloudBase's HTTP access service makes of it. */
import * as v from 'valibot';

export interface PushRequest {
  method: string;
  query: PushQuery;
  body: string;
}

/** What WeChat writes into the address: all but `echostr` in every push, the last two in encrypted ones. */
export interface PushQuery {
  signature?: string | undefined;
  timestamp?: string | undefined;
  nonce?: string | undefined;
  /** Of the verification of the address. */
  echostr?: string | undefined;
  encrypt_type?: string | undefined;
  msg_signature?: string | undefined;
}

/**
 * WeChat's longest message has 2,048 characters and compatible mode sends it twice, once encrypted: a few
 * kilobytes. The HTTP access service itself takes 100 KB of text and 6 MB of anything else.
 */
export const MAX_BODY_BYTES = 64 * 1024;

// A name that stands twice in the address comes as an array: no parameter of WeChat's, and refused here.
const parameter = v.optional(v.pipe(v.string(), v.maxLength(512)));

// https://docs.cloudbase.net/service/access-cloud-function (集成请求)
const HttpEventSchema = v.object({
  httpMethod: v.string(),
  queryStringParameters: v.nullish(
    v.object({
      signature: parameter,
      timestamp: parameter,
      nonce: parameter,
      echostr: parameter,
      encrypt_type: parameter,
      msg_signature: parameter,
    }),
    {},
  ),
  body: v.nullish(v.string(), ''),
  isBase64Encoded: v.nullish(v.boolean(), false),
});

/** @returns undefined when the event is not one of the HTTP access service, or its address not one of WeChat's */
export function readRequest(event: unknown): PushRequest | undefined {
  const parsed = v.safeParse(HttpEventSchema, event);
  if (!parsed.success) return undefined;
  const { httpMethod, queryStringParameters, body, isBase64Encoded } = parsed.output;
  return {
    method: httpMethod,
    query: queryStringParameters,
    body: isBase64Encoded ? Buffer.from(body, 'base64').toString() : body,
  };
}
