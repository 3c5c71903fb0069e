/**
 * The event of a function that is called over the HTTP access service (集成请求):
 * https://docs.cloudbase.net/service/access-cloud-function
 */
import { isUtf8 } from 'node:buffer';

export interface HttpRequest {
  method: string;
  /** As it came, below the path that leads to the function: `/orders/1`. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export interface HttpEvent {
  path: string;
  httpMethod: string;
  headers: Record<string, string>;
  /** A name that is given several times has all its values. */
  queryStringParameters: Record<string, string | string[]>;
  requestContext: { requestId: string; envId: string; appId: number; uin: number };
  body: string;
  /** `body` is base64: it is not text. */
  isBase64Encoded: boolean;
}

export function httpEvent(request: HttpRequest, requestId: string, envId: string): HttpEvent {
  const asText = isText(request);
  return {
    path: request.path,
    httpMethod: request.method,
    headers: { ...flatten(request.headers), 'x-cloudbase-request-id': requestId },
    queryStringParameters: Object.fromEntries(
      [...new Set(request.query.keys())].map((name) => {
        const values = request.query.getAll(name);
        return [name, values.length === 1 ? (values[0] ?? '') : values];
      }),
    ),
    requestContext: { requestId, envId, appId: 1250000000, uin: 100000000001 },
    body: request.body.toString(asText ? 'utf8' : 'base64'),
    isBase64Encoded: !asText,
  };
}

const TEXT_TYPES =
  /^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml)\b|application\/(?:javascript|x-www-form-urlencoded)\b)/i;

/** Text by its type, and by its bytes: what is not UTF-8 would not come through as it was. */
export function isText({ headers, body }: Pick<HttpRequest, 'headers' | 'body'>): boolean {
  if (body.length === 0) return true;
  return TEXT_TYPES.test(String(headers['content-type'] ?? '')) && isUtf8(body);
}

const flatten = (headers: HttpRequest['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );
