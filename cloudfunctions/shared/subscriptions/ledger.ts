/** The ledger of subscriptions: reads it, and keeps it in step with pushes and sends. */
import { clock } from '../platform/clock';
import { type Collection, collection, command, type Transaction } from '../platform/database';
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

/** Writes what a push says, inside the transaction that makes sure that it is written once. */
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

/** WeChat took a message: one grant is used up, if the ledger knew of one. */
export async function takeGrant(openid: string, tmplId: string): Promise<void> {
  await subscriptions.update(
    { _id: subscriptionId(openid, tmplId), granted: command.gt(0) },
    { granted: command.inc(-1), updatedAt: clock.now() },
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
