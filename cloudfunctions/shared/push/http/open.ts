/** Opens a request of WeChat's: proves that it is WeChat's, decrypts it and reads its packet. Touches nothing else. */
import { normalise } from '../normalise';
import type { Push } from '../push';
import { ENCODING_AES_KEY, type PushCipher, pushCipher } from '../wire/cipher';
import { readJson } from '../wire/json';
import type { Packet, PacketFormat } from '../wire/packet';
import { isSignature, sign } from '../wire/signature';
import { readXml } from '../wire/xml';
import type { PushQuery, PushRequest } from './request';

/** As they stand in WeChat's console (开发管理 › 消息推送) and in the function's environment variables. */
export interface PushSecrets {
  /** XINSHI_PUSH_TOKEN. */
  token: string | undefined;
  /** XINSHI_PUSH_AES_KEY: for encrypted pushes alone. */
  aesKey: string | undefined;
  /** XINSHI_APPID: for encrypted pushes alone. */
  appid: string | undefined;
}

export interface OpenedPush {
  push: Push;
  packet: Packet;
  /** The text that the packet was read from. */
  text: string;
  format: PacketFormat;
  /** How to encrypt an answer; undefined when the push was not encrypted. */
  cipher: PushCipher | undefined;
}

/** Why a request is not taken: `status` is for whoever asked, `why` for the log. */
export interface Refused {
  status: 400 | 403 | 503;
  why: string;
}

export type Opened<What> = { ok: true; opened: What } | { ok: false; refused: Refused };

/**
 * How far the timestamp of the address may be from our time. A push and its repeats are over within 15 seconds
 * (three tries of five), and developers see a timestamp that is some seconds old as it comes
 * (fuwu.weixin.qq.com/community/minihome/doc/000cc694ebc7c07d3513856bc66c00); the rest is for a clock that is wrong.
 */
export const TIMESTAMP_WINDOW_MS = 5 * 60_000;

// The signature joins its parts without a mark between them: with a fixed length of the timestamp no digit can be
// moved over to the nonce, which would make another nonce with the same signature.
const TIMESTAMP = /^\d{10}$/;
const NONCE = /^[\w-]{1,64}$/;

/**
 * A push by POST. In encrypted mode (`msg_signature` in the address) what is encrypted counts alone: compatible
 * mode sends the packet in plain text beside it, which no signature covers.
 *
 * @param now milliseconds since 1970
 */
export function openPush(
  { query, body }: Pick<PushRequest, 'query' | 'body'>,
  secrets: PushSecrets,
  now: number,
): Opened<OpenedPush> {
  const isEncrypted = query.msg_signature !== undefined || query.encrypt_type === 'aes';
  return isEncrypted ? openEncrypted(query, body, secrets, now) : openPlain(query, body, secrets, now);
}

/**
 * The verification of the address by GET, which is signed like a plain push in every mode.
 *
 * @returns `echostr`, to be answered as it is
 */
export function openVerification(query: PushQuery, secrets: PushSecrets, now: number): Opened<string> {
  const refused = whyNotSigned(query, secrets.token, now);
  if (refused) return { ok: false, refused };
  const { echostr } = query;
  return echostr === undefined ? refuse(400, 'there is no echostr') : { ok: true, opened: echostr };
}

function openPlain(query: PushQuery, body: string, { token }: PushSecrets, now: number): Opened<OpenedPush> {
  const refused = whyNotSigned(query, token, now);
  if (refused) return { ok: false, refused };
  const opened = openText(body, undefined);
  // Without msg_signature, what is encrypted is as unproven as what is not.
  if (opened.ok && opened.opened.packet['Encrypt'] !== undefined)
    return refuse(403, 'the packet is encrypted, but the address has no msg_signature');
  return opened;
}

function openEncrypted(
  query: PushQuery,
  body: string,
  { token, aesKey, appid }: PushSecrets,
  now: number,
): Opened<OpenedPush> {
  if (token === undefined) return refuse(503, 'XINSHI_PUSH_TOKEN is not set');
  if (appid === undefined) return refuse(503, 'XINSHI_APPID is not set');
  if (aesKey === undefined) return refuse(503, 'XINSHI_PUSH_AES_KEY is not set');
  if (!ENCODING_AES_KEY.test(aesKey)) return refuse(503, 'XINSHI_PUSH_AES_KEY is no EncodingAESKey');
  const { timestamp = '', nonce = '', msg_signature = '' } = query;
  const stale = whyNotFresh(timestamp, nonce, now);
  if (stale) return { ok: false, refused: stale };

  const encrypted = ciphertextIn(body);
  if (encrypted === undefined) return refuse(400, 'the body has no Encrypt');
  if (!isSignature(msg_signature, sign(token, timestamp, nonce, encrypted)))
    return refuse(403, 'msg_signature is not that of XINSHI_PUSH_TOKEN');
  const cipher = cipherOf(aesKey, appid);
  const text = cipher.decrypt(encrypted);
  if (text === undefined)
    return refuse(403, 'Encrypt was not made with XINSHI_PUSH_AES_KEY for XINSHI_APPID');
  return openText(text, cipher);
}

function openText(text: string, cipher: PushCipher | undefined): Opened<OpenedPush> {
  const read = readPacket(text);
  if (read === undefined) return refuse(400, 'the packet is neither JSON nor XML as WeChat writes it');
  const { packet, format } = read;
  return { ok: true, opened: { push: normalise(packet), packet, text, format, cipher } };
}

const ENCRYPT_ELEMENT = /<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)(?:]]>)?\s*<\/Encrypt>/;

/**
 * The envelope of an encrypted push is nothing but the way to its ciphertext, and nothing else of it is used: what
 * stands in `Encrypt` is proved by msg_signature, wherever it was found. So an envelope in XML need not be parsed.
 */
function ciphertextIn(body: string): string | undefined {
  if (body.trimStart().startsWith('<')) return ENCRYPT_ELEMENT.exec(body)?.[1];
  const encrypted = readJson(body)?.['Encrypt'];
  return typeof encrypted === 'string' ? encrypted : undefined;
}

function readPacket(text: string): { packet: Packet; format: PacketFormat } | undefined {
  const format = text.trimStart().startsWith('<') ? 'xml' : 'json';
  const packet = format === 'xml' ? readXml(text) : readJson(text);
  return packet && { packet, format };
}

function whyNotSigned(
  { signature = '', timestamp = '', nonce = '' }: PushQuery,
  token: string | undefined,
  now: number,
): Refused | undefined {
  if (token === undefined) return { status: 503, why: 'XINSHI_PUSH_TOKEN is not set' };
  const stale = whyNotFresh(timestamp, nonce, now);
  if (stale) return stale;
  if (isSignature(signature, sign(token, timestamp, nonce))) return undefined;
  return { status: 403, why: 'signature is not that of XINSHI_PUSH_TOKEN' };
}

function whyNotFresh(timestamp: string, nonce: string, now: number): Refused | undefined {
  if (!TIMESTAMP.test(timestamp)) return { status: 403, why: 'timestamp is not in seconds since 1970' };
  if (!NONCE.test(nonce)) return { status: 403, why: 'nonce is not one of WeChat’s' };
  if (Math.abs(Number(timestamp) * 1000 - now) <= TIMESTAMP_WINDOW_MS) return undefined;
  return { status: 403, why: 'timestamp is too far from the time here: a replay, or a clock that is wrong' };
}

const refuse = (status: Refused['status'], why: string): { ok: false; refused: Refused } => ({
  ok: false,
  refused: { status, why },
});

let lastCipher: { aesKey: string; appid: string; cipher: PushCipher } | undefined;

/** The settings of an instance do not change: its cipher is made once. */
function cipherOf(aesKey: string, appid: string): PushCipher {
  if (lastCipher?.aesKey !== aesKey || lastCipher.appid !== appid)
    lastCipher = { aesKey, appid, cipher: pushCipher(aesKey, appid) };
  return lastCipher.cipher;
}
