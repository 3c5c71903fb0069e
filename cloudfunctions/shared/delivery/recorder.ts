/** Keeps the record of a subscription message, and the ledger in step with it. */
import { type Answer, audited, type Intent, keepAnswer, type OpenSend } from '../audit/audited';
import { sends } from '../audit/send';
import { clock } from '../platform/clock';
import { closeSubscription } from '../subscriptions/ledger';
import { countSend } from './countSend';
import { settleReceipt } from './settle';

/** WeChat's code for: never subscribed, withdrawn, or every grant used up. */
const USER_REFUSES = 43101;

export type SubscribeIntent = Omit<Intent, 'kind'> & { tmplId: string };

/**
 * Makes a send, records it, and counts it against what the user granted.
 *
 * @param call calls WeChat, once
 * @returns WeChat's id of the message as digits, '' when WeChat gives none
 * @throws what `call` throws
 */
export function recorded(intent: SubscribeIntent, call: () => Promise<string>): Promise<string> {
  return audited({ ...intent, kind: 'subscribe' }, call, (send, answer) => keep(intent, send, answer));
}

async function keep({ openid, tmplId }: SubscribeIntent, send: OpenSend, answer: Answer): Promise<void> {
  const { _id, startedAt } = send;
  const firstWord = await keepAnswer(send, answer);
  if (firstWord && answer.outcome === 'accepted') {
    await countSend(openid, tmplId, startedAt + answer.durationMs);
  }
  if (answer.errCode === USER_REFUSES) await closeSubscription(openid, tmplId, startedAt);
  if (firstWord) return;

  // A receipt came before the answer and was taken for this send's, which may have been a mistake: two sends
  // of one template to one user were under way.
  const claimed = await sends.get(_id);
  if (claimed === undefined || isOwnReceipt(claimed.msgid, answer)) {
    await sends.update({ _id }, { durationMs: answer.durationMs });
    return;
  }
  await sends.update({ _id }, { ...answer, delivery: 'awaited', deliveryStatus: '' });
  const { msgid, delivery, deliveryStatus } = claimed;
  await settleReceipt({
    openid,
    tmplId,
    msgid,
    delivered: delivery === 'delivered',
    deliveryStatus,
    at: clock.now(),
  });
}

function isOwnReceipt(msgid: string, answer: Answer): boolean {
  if (answer.outcome === 'refused') return false;
  return answer.msgid === '' || answer.msgid === msgid;
}
