/** The signatures of message push. */
import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The SHA-1 of the parts, sorted and joined, in hexadecimal: token, timestamp and nonce for `signature`, and the
 * ciphertext as well for `msg_signature` (WeChat's guide '消息推送',
 * developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html).
 */
export function sign(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}

const SHA1 = /^[0-9a-f]{40}$/;

/** Compares in a time that says nothing of where the two differ. */
export function isSignature(given: string, expected: string): boolean {
  return SHA1.test(given) && timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(expected, 'latin1'));
}
