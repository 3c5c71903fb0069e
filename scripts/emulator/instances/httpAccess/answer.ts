/**
 * What a function's result becomes over the HTTP access service: its own response (集成响应), or a text, or JSON.
 * https://docs.cloudbase.net/service/access-cloud-function
 */
import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as v from 'valibot';

export interface HttpAnswer {
  statusCode: number;
  /** Several values make several headers. */
  headers: Record<string, string | string[]>;
  body: Buffer;
}

const Scalar = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));

const IntegrationResponse = v.object({
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  headers: v.nullish(v.record(v.string(), v.union([Scalar, v.array(Scalar)])), {}),
  body: v.optional(v.unknown()),
  isBase64Encoded: v.optional(v.boolean(), false),
});

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * @param result what the function answered, out of JSON
 * @throws Error when its response has a header that HTTP does not allow
 */
export function httpAnswer(result: unknown): HttpAnswer {
  const parsed = v.safeParse(IntegrationResponse, result);
  if (!parsed.success) return { statusCode: 200, ...encode(result) };
  const { statusCode, headers, body, isBase64Encoded } = parsed.output;
  const { body: bytes, headers: byKind } =
    isBase64Encoded && typeof body === 'string'
      ? { body: Buffer.from(body, 'base64'), headers: {} }
      : encode(body ?? '');
  return { statusCode, headers: { ...byKind, ...checkHeaders(headers) }, body: bytes };
}

function encode(value: unknown): Pick<HttpAnswer, 'headers' | 'body'> {
  if (typeof value === 'string' || typeof value === 'number') {
    return { headers: { 'content-type': TEXT }, body: Buffer.from(String(value)) };
  }
  return { headers: { 'content-type': JSON_TYPE }, body: Buffer.from(JSON.stringify(value)) };
}

/** These are of the connection, and it is not the function's: its bytes decide. */
const OF_THE_CONNECTION = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

function checkHeaders(headers: Record<string, string | string[]>): Record<string, string | string[]> {
  const kept: [string, string | string[]][] = [];
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase();
    validateHeaderName(name);
    for (const each of [value].flat()) validateHeaderValue(name, each);
    if (!OF_THE_CONNECTION.has(name)) kept.push([name, value]);
  }
  return Object.fromEntries(kept);
}
