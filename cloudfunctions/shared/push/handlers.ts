/** What each kind of push does, beside being recorded. */
import { settleReceipt } from '../delivery/settle';
import type { Transaction } from '../platform/database';
import { recordEvents } from '../subscriptions/ledger';
import type { Push } from './push';

/**
 * Work that may be done twice: it runs before the push is recorded, and again when an attempt died half way.
 */
export async function handleRepeatably(push: Push): Promise<void> {
  switch (push.kind) {
    case 'messageSettled':
      for (const { tmplId, msgid, delivered, status } of push.receipts) {
        const { openid, createdAt: at } = push;
        await settleReceipt({ openid, tmplId, msgid, delivered, deliveryStatus: status, at });
      }
      return;
    default:
  }
}

/** Work that must be done once: it is kept together with the push's record, or not at all. */
export async function handleOnce(push: Push, transaction: Transaction): Promise<void> {
  switch (push.kind) {
    case 'subscribeAnswered': {
      const events = push.answers.map((answer) => ({
        type: 'answered' as const,
        at: push.createdAt,
        ...answer,
      }));
      return recordEvents(transaction, push.openid, events);
    }
    case 'subscriptionWithdrawn': {
      const events = push.tmplIds.map((tmplId) => ({ type: 'withdrawn' as const, tmplId }));
      return recordEvents(transaction, push.openid, events);
    }
    default:
  }
}
