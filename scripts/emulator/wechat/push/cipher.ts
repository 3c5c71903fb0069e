/**
 * The cipher of message push in safe and compatible mode: AES-256-CBC over 16 random bytes, the length of the
 * message, the message and the appid (WeChat's guide '消息推送', 消息解密方式为安全模式).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface CipherSettings {
  /** 43 characters of base64, without the `=` that would follow. */
  encodingAESKey: string;
  appid: string;
}

const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const IV_BYTES = 16;
/** PKCS#7 to this size, which is the key's and twice that of an AES block; node pads to 16 by itself. */
const PADDING_BYTES = 32;

const keyOf = ({ encodingAESKey }: CipherSettings) => Buffer.from(`${encodingAESKey}=`, 'base64');

/**
 * @param random the 16 bytes that begin the plaintext
 * @returns `Encrypt`, in base64
 */
export function encrypt(
  message: string,
  settings: CipherSettings,
  random: Buffer = randomBytes(RANDOM_BYTES),
): string {
  const key = keyOf(settings);
  const body = Buffer.from(message);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random, length, body, Buffer.from(settings.appid)]);
  const padding = PADDING_BYTES - (plain.length % PADDING_BYTES);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

/**
 * @param encrypted `Encrypt`, in base64
 * @throws {Error} saying what is wrong: the key, the length or the appid
 */
export function decrypt(encrypted: string, settings: CipherSettings): string {
  const key = keyOf(settings);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
  const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
  const start = RANDOM_BYTES + LENGTH_BYTES;
  const length = plain.length < start ? -1 : plain.readUInt32BE(RANDOM_BYTES);
  if (length < 0 || start + length > plain.length)
    throw new Error('it is not encrypted with the EncodingAESKey');
  const appid = plain.subarray(start + length).toString();
  if (appid !== settings.appid) throw new Error(`it is for the appid ${JSON.stringify(appid)}`);
  return plain.subarray(start, start + length).toString();
}
