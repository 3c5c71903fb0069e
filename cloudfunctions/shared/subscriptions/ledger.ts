/** The ledger of subscriptions: reads it, and keeps it in step with pushes and sends. */
import { clock } from '../platform/clock';
import { type Collection, collection, command, inTransaction, type Transaction } from '../platform/database';
import { applyEvent, type Subscription, type SubscriptionEvent, subscriptionId } from './subscription';

export const subscriptions: Collection<Subscription> = collection('xinshi_subscriptions');

/** As many documents as a query returns at most (CloudBase), and more templates than a mini-program has. */
const MOST_TEMPLATES = 1_000;

/** @returns the user's subscriptions, by template id */
export async function subscriptionsOf(openid: string): Promise<Map<string, Subscription>> {
  const found = await subscriptions.find({ openid }, { limit: MOST_TEMPLATES });
  return new Map(found.map((subscription) => [subscription.tmplId, subscription]));
}

export function subscriptionOf(openid: string, tmplId: string): Promise<Subscription | undefined> {
  return subscriptions.get(subscriptionId(openid, tmplId));
}

/** Writes what happened, inside the transaction that makes sure that it is written once. */
export async function recordEvents(
  transaction: Transaction,
  openid: string,
  events: SubscriptionEvent[],
): Promise<void> {
  for (const event of events) {
    const before = await transaction.get(subscriptions, subscriptionId(openid, event.tmplId));
    await transaction.put(subscriptions, applyEvent(before, openid, event, clock.now()));
  }
}

/**
 * WeChat took a message of a one-time template: one grant is used up. Where the ledger knows of none, the send
 * is kept until the push of its grant comes.
 *
 * @param sentAt when WeChat took it, in milliseconds since 1970
 */
export async function takeGrant(openid: string, tmplId: string, sentAt: number): Promise<void> {
  // In one step, which no other writer can come between: what happens to nearly every send.
  const taken = await subscriptions.update(
    { _id: subscriptionId(openid, tmplId), granted: command.gt(0) },
    { granted: command.inc(-1), updatedAt: clock.now() },
  );
  if (taken > 0) return;
  await inTransaction([subscriptions], (transaction) =>
    recordEvents(transaction, openid, [{ type: 'sent', tmplId, at: sentAt }]),
  );
}

/**
 * WeChat refused with 43101: whatever the ledger says, there was no grant left.
 *
 * @param askedAt when WeChat was asked, in milliseconds since 1970: an accept since then stays
 */
export async function closeSubscription(openid: string, tmplId: string, askedAt: number): Promise<void> {
  await subscriptions.update(
    { _id: subscriptionId(openid, tmplId), updatedAt: command.lte(askedAt) },
    { granted: 0, open: false, updatedAt: clock.now() },
  );
}
