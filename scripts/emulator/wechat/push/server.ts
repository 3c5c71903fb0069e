/** Pushes to a server of the developer's: the verification of its address, the requests, and what it answers. */
import { randomInt } from 'node:crypto';
import type { PushSettings } from '../../contract';
import { Refusal } from '../../refusal/refusal';
import { decrypt, encrypt } from './cipher';
import { type Packet, readPacket, writePacket } from './packetText';
import { sign } from './signature';

/** Where a packet goes and what is sent there. */
export interface ServerRequest {
  url: string;
  contentType: string;
  body: string;
}

/** What a server's answer means. */
export interface ServerAnswer {
  /** Its packet, decrypted, or its text when that is none. */
  response: unknown;
  /** Why the packet has no effect. */
  warning?: string;
}

/** 微信服务器在五秒内收不到响应会断掉连接 (WeChat's guide to message push). */
export const ANSWER_LIMIT_MS = 5_000;

/** The emulator's own limit: WeChat documents none for what a server answers. */
const MAX_ANSWER_BYTES = 1024 * 1024;

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the emulator may send there: it sends nothing to other machines. */
export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && LOOPBACK_NAMES.has(hostname) && username === '' && password === '';
}

/**
 * Whether the url is one of the emulator's own addresses other than those of functions: a push there would be taken
 * for what a developer does.
 * @param ownUrl the emulator's address
 */
export function isOwnAddress(url: string, ownUrl: string): boolean {
  const { port, pathname } = new URL(url);
  return port === new URL(ownUrl).port && !pathname.startsWith('/http/');
}

/**
 * Asks the server for `echostr`, as WeChat does when the settings are submitted.
 * @throws {Refusal} 400 URL_NOT_VERIFIED, saying what came instead
 */
export async function verifyServer(url: string, token: string, now: number): Promise<void> {
  const echostr = String(randomInt(1e9, 1e12));
  const address = addQuery(url, { ...signed(token, now), echostr });
  const text = await fetchText(address, {}, AbortSignal.timeout(ANSWER_LIMIT_MS)).catch((error: Error) => {
    throw new Refusal(400, 'URL_NOT_VERIFIED', `url: ${error.message}`);
  });
  if (text === echostr) return;
  const got = JSON.stringify(text.slice(0, 200));
  throw new Refusal(
    400,
    'URL_NOT_VERIFIED',
    `url: must answer GET with the query's echostr (${echostr}) and nothing else, but answered ${got}`,
  );
}

/**
 * The request for a packet, by the settings' mode and format. The address has the user's openid in every mode, as
 * developers see it; WeChat's guide shows it in safe mode alone.
 *
 * @param now milliseconds since 1970
 */
export function requestFor(
  packet: Packet,
  openid: string,
  settings: PushSettings,
  now: number,
): ServerRequest {
  const { url = '', token, mode, format } = settings;
  const query: Record<string, string> = { ...signed(token, now), openid };
  let sent = packet;
  if (mode !== 'plain') {
    const Encrypt = encrypt(writePacket(packet, format), settings);
    const { timestamp = '', nonce = '' } = query;
    query['encrypt_type'] = 'aes';
    query['msg_signature'] = sign(token, timestamp, nonce, Encrypt);
    sent = mode === 'safe' ? { ToUserName: packet['ToUserName'], Encrypt } : { ...packet, Encrypt };
  }
  return {
    url: addQuery(url, query),
    contentType: format === 'json' ? 'application/json' : 'text/xml',
    body: writePacket(sent, format),
  };
}

/** @returns the text of the answer. @throws {Error} when there is none, or its status is not 2xx */
export const post = ({ url, contentType, body }: ServerRequest, signal: AbortSignal): Promise<string> =>
  fetchText(url, { method: 'POST', headers: { 'content-type': contentType }, body }, signal);

/**
 * Reads an answer: `success`, nothing, or a packet in JSON or XML. In safe mode a packet has to be encrypted
 * (回复空串或者success（无需加密）即可，其他回包内容需加密处理), in compatible mode it may be.
 */
export function readAnswer(text: string, settings: PushSettings): ServerAnswer {
  const packet = readPacket(text);
  if (packet === undefined) return { response: text };
  const { Encrypt } = packet;
  if (settings.mode === 'safe' && Encrypt === undefined) {
    return { response: text, warning: 'in safe mode an answer other than success must be encrypted' };
  }
  if (settings.mode === 'plain' || Encrypt === undefined) return { response: packet };
  return readEncrypted(packet, text, settings);
}

function readEncrypted(packet: Packet, text: string, settings: PushSettings): ServerAnswer {
  const [encrypted = '', signature, timestamp = '', nonce = ''] = [
    packet['Encrypt'],
    packet['MsgSignature'],
    packet['TimeStamp'],
    packet['Nonce'],
  ].map((value) => String(value ?? ''));
  if (signature !== sign(settings.token, timestamp, nonce, encrypted)) {
    return { response: text, warning: 'MsgSignature is not that of the token, TimeStamp, Nonce and Encrypt' };
  }
  try {
    const plain = decrypt(encrypted, settings);
    return { response: readPacket(plain) ?? plain };
  } catch (error) {
    return { response: text, warning: `Encrypt cannot be read: ${(error as Error).message}` };
  }
}

function signed(token: string, now: number): { signature: string; timestamp: string; nonce: string } {
  const timestamp = String(Math.floor(now / 1000));
  const nonce = String(randomInt(1e8, 2e9));
  return { signature: sign(token, timestamp, nonce), timestamp, nonce };
}

function addQuery(url: string, query: Record<string, string>): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error(`it answered more than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function fetchText(url: string, init: RequestInit, signal: AbortSignal): Promise<string> {
  try {
    // A redirection could lead off this machine.
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const text = await readText(response);
    if (response.ok) return text;
    throw new Error(`it answered with the status ${response.status}`);
  } catch (error) {
    if (signal.aborted) throw new Error(`no answer within ${ANSWER_LIMIT_MS} ms`);
    const { message, cause } = error as Error & { cause?: { message?: string } };
    throw new Error(cause?.message === undefined ? message : `${message}: ${cause.message}`);
  }
}
