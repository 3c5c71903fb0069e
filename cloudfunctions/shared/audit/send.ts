/** The record of sends: what was sent, by whom, to whom, and what became of it. */
import { randomBytes } from 'node:crypto';
import { type Collection, collection } from '../platform/database';

/**
 * A document of the collection `xinshi_sends`: one for each call that sends a message, of any kind. It is
 * written before WeChat is called, so that a crash in between leaves a send whose outcome is `unknown`. Removed
 * by cleanUp after `expiresAt`.
 *
 * Queries here are by `msgid`, by `openid` with `tmplId` and `startedAt`, by `openid` with `_id`, and by
 * `expiresAt`: indexes on these (made in the CloudBase console) keep them fast in a large collection.
 */
export interface Send {
  /** `<startedAt in 14 digits>-<16 hexadecimal digits>`: in the order of time, and of its own. See {@link newSendId}. */
  _id: string;
  /** Who called: `user:<openid>`, `server:timer`. Written before the call, like all down to `expiresAt`. */
  sentBy: string;
  kind: SendKind;
  /** The receiver. */
  openid: string;
  /** WeChat's id of the template; '' in customer service. */
  tmplId: string;
  /** The registry's name of the template; '' without one. */
  template: string;
  /** The title of the template, as the registry had it then; '' where it is not known. */
  title: string;
  /** The kind of a customer-service message: `text`, `image`, …; '' for other kinds. */
  msgtype: string;
  /** What it said, in the order of the card; empty unless the setting XINSHI_AUDIT_CONTENT is `fields`. */
  content: SendLine[];
  /** Milliseconds since 1970. */
  startedAt: number;
  /** From when on cleanUp may remove the record, in milliseconds since 1970 (XINSHI_AUDIT_DAYS). */
  expiresAt: number;
  /**
   * What WeChat said to the call. `unknown` before the answer, and for good when none came and no receipt
   * either. Written after the call, or by the receipt of a send whose answer was lost.
   */
  outcome: 'unknown' | 'accepted' | 'refused';
  /** WeChat's id of the message, 64 bits as digits; '' as long as it is not known. Written with `outcome`. */
  msgid: string;
  /** WeChat's or CloudBase's error code; 0 without an error. Written with `outcome`. */
  errCode: number;
  /** The code that the caller was answered with (`NOT_SUBSCRIBED`); '' without an error. Written with `outcome`. */
  code: string;
  /** How long the call took, in milliseconds; -1 before its answer, and for good after a crash. */
  durationMs: number;
  /**
   * What WeChat's receipt said. Written by push. WeChat sends receipts of subscription messages alone, and not
   * of refused ones: all others stay `awaited`.
   */
  delivery: 'awaited' | 'delivered' | 'failed';
  /** The receipt's words: `success`, or why it failed; '' before. Written by push. */
  deliveryStatus: string;
}

export type SendKind = 'subscribe' | 'uniform' | 'customerService';

/** One line of a message: what the card shows before the value (WeChat's key where that is not known), and the value. */
export interface SendLine {
  label: string;
  value: string;
}

/** @param startedAt milliseconds since 1970 */
export function newSendId(startedAt: number): string {
  return `${String(startedAt).padStart(14, '0')}-${randomBytes(8).toString('hex')}`;
}

export const sends: Collection<Send> = collection('xinshi_sends');
