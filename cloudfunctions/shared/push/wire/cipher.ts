/**
 * The cipher of message push in safe and compatible mode: AES-256-CBC over 16 random bytes, the length of the
 * message, the message and the appid (WeChat's guide '消息推送', 消息解密方式为安全模式).
 */
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

export interface PushCipher {
  /** @returns `Encrypt`, in base64 */
  encrypt(message: string): string;
  /**
   * @param encrypted `Encrypt`, in base64
   * @returns undefined when it was not made with this key for this appid. What of it is wrong is not said: who
   *   learns that of many wrong ones can read a right one (a padding oracle).
   */
  decrypt(encrypted: string): string | undefined;
}

const ALGORITHM = 'aes-256-cbc';
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const MESSAGE_START = RANDOM_BYTES + LENGTH_BYTES;
const IV_BYTES = 16;
/** PKCS#7 to this size, twice that of an AES block; node would pad to 16 by itself. */
const PADDING_BYTES = 32;

/** An EncodingAESKey: 43 characters of base64, without the `=` that would follow. */
export const ENCODING_AES_KEY = /^[A-Za-z0-9+/]{43}$/;

/** @param encodingAESKey as {@link ENCODING_AES_KEY} has it */
export function pushCipher(encodingAESKey: string, appid: string): PushCipher {
  const bytes = Buffer.from(`${encodingAESKey}=`, 'base64');
  const key = createSecretKey(bytes);
  const iv = bytes.subarray(0, IV_BYTES);
  const receiver = Buffer.from(appid);

  return {
    encrypt(message) {
      const body = Buffer.from(message);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(body.length);
      const plain = Buffer.concat([randomBytes(RANDOM_BYTES), length, body, receiver]);
      const padding = PADDING_BYTES - (plain.length % PADDING_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, iv).setAutoPadding(false);
      const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
      return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
    },

    decrypt(encrypted) {
      const ciphertext = Buffer.from(encrypted, 'base64');
      if (ciphertext.length === 0 || ciphertext.length % PADDING_BYTES !== 0) return undefined;
      // Whole blocks without padding: update gives all of them, and final has nothing left to give.
      const plain = createDecipheriv(ALGORITHM, key, iv).setAutoPadding(false).update(ciphertext);
      const end = withoutPadding(plain);
      const messageEnd = MESSAGE_START + plain.readUInt32BE(RANDOM_BYTES);
      if (end === undefined || messageEnd > end) return undefined;
      if (receiver.compare(plain, messageEnd, end) !== 0) return undefined;
      return plain.toString('utf8', MESSAGE_START, messageEnd);
    },
  };
}

/** @returns where the padding begins; undefined when it is none */
function withoutPadding(plain: Buffer): number | undefined {
  const padding = plain.at(-1) ?? 0;
  const end = plain.length - padding;
  if (padding === 0 || padding > PADDING_BYTES || end < MESSAGE_START) return undefined;
  for (let at = end; at < plain.length; at += 1) if (plain[at] !== padding) return undefined;
  return end;
}
