/** The signatures of message push. */
import { createHash } from 'node:crypto';

/**
 * The SHA-1 of the parts, sorted and joined, in hexadecimal: token, timestamp and nonce for `signature`, and the
 * ciphertext as well for `msg_signature` (WeChat's guide '消息推送').
 */
export const sign = (...parts: string[]): string =>
  createHash('sha1').update(parts.sort().join('')).digest('hex');
