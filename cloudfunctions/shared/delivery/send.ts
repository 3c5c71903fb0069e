/** The record of sends: what was sent, by whom, to whom, and what became of it. */
import { type Collection, collection } from '../platform/database';

/**
 * A document of the collection `xinshi_sends`: one for each call that sends a message. It is written before
 * WeChat is called, so that a crash in between leaves a send whose outcome is `unknown`.
 *
 * Queries here are by `msgid`, and by `openid` with `tmplId` and `startedAt`: indexes on these (made in the
 * CloudBase console) keep them fast in a large collection.
 */
export interface Send {
  _id: string;
  /** Who called: `user:<openid>`, `server:timer`. Written before the call, like the four below. */
  sentBy: string;
  kind: 'subscribe' | 'uniform';
  /** The receiver. */
  openid: string;
  tmplId: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /**
   * What WeChat said to the call. `unknown` before the answer, and for good when none came and no receipt
   * either. Written after the call, or by the receipt of a send whose answer was lost.
   */
  outcome: 'unknown' | 'accepted' | 'refused';
  /** WeChat's id of the message, 64 bits as digits; '' as long as it is not known. Written with `outcome`. */
  msgid: string;
  /** WeChat's or CloudBase's error code; 0 without an error. Written with `outcome`. */
  errCode: number;
  /** How long the call took, in milliseconds; -1 before its answer, and for good after a crash. */
  durationMs: number;
  /**
   * What WeChat's receipt said. Written by push. WeChat sends no receipt of a refused or a uniform message,
   * which stay `awaited`.
   */
  delivery: 'awaited' | 'delivered' | 'failed';
  /** The receipt's words: `success`, or why it failed; '' before. Written by push. */
  deliveryStatus: string;
}

export const sends: Collection<Send> = collection('xinshi_sends');
