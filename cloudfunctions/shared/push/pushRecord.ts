/** The record of pushes, which also makes sure that each is handled once. */
import { createHash } from 'node:crypto';
import { type Collection, collection } from '../platform/database';
import { settings } from '../platform/settings';
import { type Answer, handOver } from './answer';
import { isConversation, isMessage, type Push } from './push';
import type { Packet } from './wire/packet';

/**
 * A document of the collection `xinshi_pushes`: one for each packet that WeChat pushed. Written by push; removed
 * by cleanUp after `expiresAt`. Queries here are by `_id`, and by `expiresAt`: an index on it (made in the
 * CloudBase console) keeps them fast.
 */
export interface PushRecord {
  /** What tells one packet from another: see {@link pushId}. */
  _id: string;
  kind: Push['kind'];
  /** The user it is about; '' when the packet names none. */
  openid: string;
  /** WeChat's time of it, in milliseconds since 1970; 0 when the packet has none. */
  createdAt: number;
  /** When it was handled, in milliseconds since 1970. */
  receivedAt: number;
  /** The packet as it came, as JSON text: its keys may be none that the database takes. */
  packet: string;
  /** What a repeat of it is answered; `pending` until the rules of the conversation have decided. */
  answer: 'pending' | 'success' | 'handOver';
  /** From when on it may be removed, in milliseconds since 1970 (XINSHI_AUDIT_DAYS after `receivedAt`). */
  expiresAt: number;
}

export const pushes: Collection<PushRecord> = collection('xinshi_pushes');

const DAY_MS = 24 * 3_600_000;

/** @param receivedAt milliseconds since 1970 */
export function recordOf(push: Push, packet: Packet, receivedAt: number): PushRecord {
  const { kind, openid, createdAt } = push;
  return {
    _id: pushId(push, packet),
    kind,
    openid,
    createdAt,
    receivedAt,
    packet: JSON.stringify(packet),
    answer: isConversation(push) ? 'pending' : 'success',
    expiresAt: receivedAt + settings.auditDays * DAY_MS,
  };
}

/** What the record says to answer: `success` as long as nothing was decided. */
export function answerOf({ answer, receivedAt }: PushRecord, push: Push): Answer {
  return answer === 'handOver' ? handOver(push, receivedAt) : 'success';
}

/**
 * WeChat pushes a packet again when no answer came in time. Its documentation tells duplicates by MsgId for
 * messages, and by FromUserName and CreateTime for events. A MsgId has been seen with several users
 * (github.com/binarywang/WxJava/issues/333), so the user counts too. CreateTime counts in seconds, in which two
 * different events can happen, so an event's contents count too.
 */
export function pushId(push: Push, packet: Packet): string {
  if (isMessage(push) && push.msgId !== '') return `message:${push.openid}:${push.msgId}`;
  const contents = JSON.stringify(push.kind === 'unknown' ? packet : push);
  const digest = createHash('sha256').update(contents).digest('base64url');
  return `${push.kind}:${push.openid}:${push.createdAt}:${digest}`;
}
