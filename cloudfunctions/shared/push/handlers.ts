/** What each kind of push does, beside being recorded. This is the place to add to. */
import { conversationCollections, recordIncoming } from '../conversation/incoming';
import { settleReceipt } from '../delivery/settle';
import type { Transaction } from '../platform/database';
import { recordEvents, subscriptions } from '../subscriptions/ledger';
import type { Push, PushOf } from './push';

interface Handler<P extends Push> {
  /** Work that may be done twice: it runs before the push is recorded, and again when an attempt died half way. */
  repeatably?(push: P): Promise<void>;
  /** Work that must be done once: it is kept together with the push's record, or not at all. */
  once?(push: P, transaction: Transaction): Promise<void>;
}

/**
 * One handler a kind; TypeScript asks for one when push.ts gets a new kind. Each has until the answer is due
 * (receive.ts) and must not wait for what it does not need. A collection that `once` touches goes into
 * {@link handledCollections}.
 */
const HANDLERS: { [Kind in Push['kind']]: Handler<PushOf<Kind>> } = {
  text: { once: (push, transaction) => recordIncoming(transaction, push) },
  image: { once: (push, transaction) => recordIncoming(transaction, push) },
  miniProgramPage: { once: (push, transaction) => recordIncoming(transaction, push) },
  sessionEntered: { once: (push, transaction) => recordIncoming(transaction, push) },
  subscribeAnswered: {
    once: ({ openid, createdAt: at, answers }, transaction) =>
      recordEvents(
        transaction,
        openid,
        answers.map(({ tmplId, answer }) => ({ type: 'answered', tmplId, answer, at })),
      ),
  },
  subscriptionWithdrawn: {
    once: ({ openid, createdAt: at, tmplIds }, transaction) =>
      recordEvents(
        transaction,
        openid,
        tmplIds.map((tmplId) => ({ type: 'withdrawn', tmplId, at })),
      ),
  },
  messageSettled: {
    async repeatably({ openid, createdAt: at, receipts }) {
      for (const { tmplId, msgid, delivered, status } of receipts)
        await settleReceipt({ openid, tmplId, msgid, delivered, deliveryStatus: status, at });
    },
  },
  /** Recorded and acknowledged. */
  unknown: {},
};

/** What the transaction of {@link Handler.once} touches: a transaction cannot make a collection. */
export const handledCollections = [subscriptions, ...conversationCollections];

export function handlerOf<P extends Push>(push: P): Handler<P> {
  // TypeScript does not see that the handler at a push's kind is one for that push.
  const handler: unknown = HANDLERS[push.kind];
  return handler as Handler<P>;
}
