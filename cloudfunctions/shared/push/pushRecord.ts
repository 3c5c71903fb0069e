/** The record of pushes, which also makes sure that each is handled once. */
import { createHash } from 'node:crypto';
import { type Collection, collection } from '../platform/database';
import type { Packet } from './normalise';
import type { Push } from './push';

/** A document of the collection `xinshi_pushes`: one for each packet that WeChat pushed. Written once, by push. */
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
}

export const pushes: Collection<PushRecord> = collection('xinshi_pushes');

export function recordOf(push: Push, packet: Packet, receivedAt: number): PushRecord {
  const { kind, openid, createdAt } = push;
  return { _id: pushId(push, packet), kind, openid, createdAt, receivedAt, packet: JSON.stringify(packet) };
}

/**
 * WeChat pushes a packet again when no answer came in time. Its documentation tells duplicates by MsgId for
 * messages, and by FromUserName and CreateTime for events. CreateTime counts in seconds, in which two
 * different events can happen, so an event's contents count too.
 */
export function pushId(push: Push, packet: Packet): string {
  if ('msgId' in push && push.msgId !== '') return `message:${push.msgId}`;
  const contents = JSON.stringify(push.kind === 'unknown' ? packet : push);
  const digest = createHash('sha256').update(contents).digest('base64url');
  return `${push.kind}:${push.openid}:${push.createdAt}:${digest}`;
}
