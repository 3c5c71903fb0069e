/** Keeps the record of a send, from before the call to WeChat until after its answer. */
import { type Caller, nameOf } from '../platform/caller';
import { clock } from '../platform/clock';
import { log } from '../platform/log';
import { closeSubscription } from '../subscriptions/ledger';
import { WechatError } from '../wechat/wechatError';
import { countSend } from './countSend';
import { type Send, sends } from './send';
import { settleReceipt } from './settle';

/** What is known of a send before it is made. */
export interface Intent {
  caller: Caller;
  kind: Send['kind'];
  openid: string;
  tmplId: string;
}

/** WeChat's code for: never subscribed, withdrawn, or every grant used up. */
const USER_REFUSES = 43101;

/** What the call's answer says of a send. */
type CallResult = Pick<Send, 'outcome' | 'msgid' | 'errCode' | 'durationMs'>;

/**
 * Makes a send and records it.
 *
 * @param call calls WeChat, once. It is never called again: WeChat's send calls have no idempotency key
 * @returns WeChat's id of the message as digits, '' when WeChat gives none
 * @throws what `call` throws
 */
export async function recorded(intent: Intent, call: () => Promise<string>): Promise<string> {
  const startedAt = clock.now();
  const id = await open(intent, startedAt);
  try {
    const msgid = await call();
    await close(id, intent, startedAt, {
      outcome: 'accepted',
      msgid,
      errCode: 0,
      durationMs: clock.now() - startedAt,
    });
    return msgid;
  } catch (error) {
    const durationMs = clock.now() - startedAt;
    const [outcome, errCode] =
      error instanceof WechatError ? [error.outcome, error.wechat.errCode] : (['unknown', -1] as const);
    await close(id, intent, startedAt, { outcome, msgid: '', errCode, durationMs });
    throw error;
  }
}

function open({ caller, kind, openid, tmplId }: Intent, startedAt: number): Promise<string> {
  return sends.add({
    sentBy: nameOf(caller),
    kind,
    openid,
    tmplId,
    startedAt,
    outcome: 'unknown',
    msgid: '',
    errCode: 0,
    durationMs: -1,
    delivery: 'awaited',
    deliveryStatus: '',
  });
}

/**
 * Writes the outcome. A failure to write is logged and no more: the message is on its way or is not, whatever
 * becomes of its record, and a caller who was told of a failure might send again.
 */
async function close(id: string, intent: Intent, startedAt: number, result: CallResult): Promise<void> {
  try {
    await writeResult(id, intent, startedAt, result);
  } catch (error) {
    log.error('the outcome of a send could not be recorded', { id, result, error });
  }
}

async function writeResult(
  id: string,
  { kind, openid, tmplId }: Intent,
  startedAt: number,
  answer: CallResult,
): Promise<void> {
  const firstWord = (await sends.update({ _id: id, outcome: 'unknown' }, answer)) === 1;
  if (kind === 'subscribe') {
    if (firstWord && answer.outcome === 'accepted') {
      await countSend(openid, tmplId, startedAt + answer.durationMs);
    }
    if (answer.errCode === USER_REFUSES) await closeSubscription(openid, tmplId, startedAt);
  }
  if (firstWord) return;

  // A receipt came before the answer and was taken for this send's, which may have been a mistake: two sends
  // of one template to one user were under way.
  const claimed = await sends.get(id);
  if (claimed === undefined || isOwnReceipt(claimed.msgid, answer)) {
    await sends.update({ _id: id }, { durationMs: answer.durationMs });
    return;
  }
  await sends.update({ _id: id }, { ...answer, delivery: 'awaited', deliveryStatus: '' });
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

function isOwnReceipt(msgid: string, answer: CallResult): boolean {
  if (answer.outcome === 'refused') return false;
  return answer.msgid === '' || answer.msgid === msgid;
}
