/** Each nonce carries one content: the signature of a plain push covers token, timestamp and nonce alone. */
import { createHash } from 'node:crypto';
import { type Collection, collection } from '../../platform/database';
import { TIMESTAMP_WINDOW_MS } from './open';
import type { PushQuery } from './request';

/**
 * A document of the collection `xinshi_push_nonces`: one for each address that WeChat signed. Written once, by
 * push; removed by cleanUp after `expiresAt`, when the timestamp's window is over as well. Queries here are by
 * `expiresAt`: an index on it (made in the CloudBase console) keeps them fast.
 */
export interface PushNonce {
  /** `<timestamp>:<nonce>` of the address. */
  _id: string;
  /** The SHA-256 of what came first with it. */
  digest: string;
  /** From when on it may be removed, in milliseconds since 1970. */
  expiresAt: number;
}

export const pushNonces: Collection<PushNonce> = collection('xinshi_push_nonces');

/**
 * Whoever has seen one address of WeChat's, in a log for instance, could send any plain packet with it while its
 * timestamp is fresh. So a nonce goes with the content that came first: the same again is one of WeChat's three
 * tries or a replay, either of which is answered and handled no second time (pushRecord.ts); another is refused.
 * An encrypted push marks its nonce too, or its address could be used for a plain one.
 *
 * @param content the packet's text after decryption: a repeat may be encrypted anew
 * @param now milliseconds since 1970
 * @returns whether the nonce carries this content
 */
export async function nonceCarries(
  content: string,
  { timestamp, nonce }: PushQuery,
  now: number,
): Promise<boolean> {
  const _id = `${timestamp}:${nonce}`;
  const digest = createHash('sha256').update(content).digest('base64url');
  try {
    await pushNonces.add({ _id, digest, expiresAt: now + 2 * TIMESTAMP_WINDOW_MS });
    return true;
  } catch (error) {
    const first = await pushNonces.get(_id);
    if (first === undefined) throw error;
    return first.digest === digest;
  }
}
