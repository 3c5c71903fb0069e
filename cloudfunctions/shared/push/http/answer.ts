/** What the HTTP form answers: a status, headers, and a body in the format and mode of the push. */
import { randomInt } from 'node:crypto';
import type { Answer } from '../answer';
import type { PushCipher } from '../wire/cipher';
import type { PacketFormat } from '../wire/packet';
import { sign } from '../wire/signature';
import { writeXml } from '../wire/xml';

/** https://docs.cloudbase.net/service/access-cloud-function (集成响应) */
export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

const TEXT = 'text/plain; charset=utf-8';
const TYPES: Record<PacketFormat, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** A text as it is; a refusal's says no more than its status. */
export const textAnswer = (statusCode: number, body: string): HttpAnswer => ({
  statusCode,
  headers: headersOf(TEXT),
  body,
});

interface How {
  format: PacketFormat;
  /** Undefined: the push was not encrypted, and its answer is not either. */
  cipher: PushCipher | undefined;
  token: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** 回复空串或者success（无需加密）即可，其他回包内容需加密处理 (WeChat's guide '消息推送'). */
export function answerTo(answer: Answer, { format, cipher, token, now }: How): HttpAnswer {
  if (answer === 'success') return textAnswer(200, answer);
  const packet = write({ ...answer }, format);
  return {
    statusCode: 200,
    headers: headersOf(TYPES[format]),
    body: cipher === undefined ? packet : write(envelope(cipher.encrypt(packet), token, now), format),
  };
}

function envelope(Encrypt: string, token: string, now: number): Record<string, string | number> {
  const TimeStamp = Math.floor(now / 1000);
  const Nonce = String(randomInt(1e8, 1e10));
  return { Encrypt, MsgSignature: sign(token, String(TimeStamp), Nonce, Encrypt), TimeStamp, Nonce };
}

const write = (fields: Record<string, string | number>, format: PacketFormat): string =>
  format === 'xml' ? writeXml(fields) : JSON.stringify(fields);

/** nosniff: a browser shall take what a stranger makes us answer for nothing but text. */
const headersOf = (contentType: string) => ({
  'content-type': contentType,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});
