/** Reads and writes conversations and their threads. Every write is part of a transaction. */
import { randomBytes } from 'node:crypto';
import { clock } from '../platform/clock';
import { inTransaction, type Transaction } from '../platform/database';
import { settings } from '../platform/settings';
import { type Changed, newConversation } from './changes';
import { conversations, messages } from './collections';
import type { Conversation, ThreadMessage } from './conversation';

const DAY_MS = 24 * 60 * 60 * 1000;

/** @returns undefined for a user of whom nothing is known */
export function conversationOf(openid: string): Promise<Conversation | undefined> {
  return conversations.get(openid);
}

/** Changes a conversation in a transaction of its own. `change` may run more than once. */
export async function changeConversation(
  openid: string,
  change: (before: Changed) => Changed,
): Promise<Conversation> {
  let after: Conversation | undefined;
  await inTransaction([conversations], async (transaction) => {
    after = await changeWithin(transaction, openid, change);
  });
  if (after === undefined) throw new Error('the transaction did not run');
  return after;
}

/** Changes a conversation and adds to its thread: both, or nothing. `change` may run more than once. */
export async function addToThread(
  openid: string,
  change: (before: Changed) => Changed,
  message: NewMessage,
): Promise<Conversation> {
  let after: Conversation | undefined;
  await inTransaction([conversations, messages], async (transaction) => {
    after = await changeWithin(transaction, openid, change);
    await transaction.put(messages, threadMessage(message));
  });
  if (after === undefined) throw new Error('the transaction did not run');
  return after;
}

export async function changeWithin(
  transaction: Transaction,
  openid: string,
  change: (before: Changed) => Changed,
): Promise<Conversation> {
  const before = await transaction.get(conversations, openid);
  const after = kept(change(before ?? newConversation(openid)));
  await transaction.put(conversations, after);
  return after;
}

export type NewMessage = Omit<ThreadMessage, '_id' | 'expiresAt'>;

/** A message as it is kept. */
export function threadMessage(message: NewMessage): ThreadMessage {
  // At random, for what happens in the same millisecond.
  const id = `${message.openid}:${sortable(message.at)}:${randomBytes(6).toString('hex')}`;
  return { _id: id, ...message, expiresAt: message.at + settings.auditDays * DAY_MS };
}

function kept(changed: Changed): Conversation {
  const { _id, unread, lastAt, allowance } = changed;
  const touchedAt = lastAt === 0 ? clock.now() : lastAt;
  return {
    ...changed,
    sortKey: `${unread > 0 ? 1 : 0}:${sortable(lastAt)}:${_id}`,
    // Not before the allowance is over, which is longer than a day.
    expiresAt: Math.max(touchedAt + settings.auditDays * DAY_MS, allowance.until),
  };
}

/** Milliseconds since 1970, as text in the order of time: 15 digits last until the year 33658. */
function sortable(at: number): string {
  return String(at).padStart(15, '0');
}
