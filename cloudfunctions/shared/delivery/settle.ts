/** Settles sends by the receipts that WeChat pushes (subscribe_msg_sent_event). */

import { type Send, sends } from '../audit/send';
import { command } from '../platform/database';
import { countSend } from './countSend';

export interface Receipt {
  openid: string;
  tmplId: string;
  /** 64 bits as digits. */
  msgid: string;
  delivered: boolean;
  /** WeChat's word for it: `success`, or why it failed. */
  deliveryStatus: string;
  /** When the message was sent by WeChat's clock, in milliseconds since 1970 (it counts in seconds). */
  at: number;
}

/** A receipt comes within seconds; one of this age does not belong to an older send whose answer was lost. */
const RECEIPT_WITHIN_MS = 60 * 60 * 1000;
/** WeChat's clock may be behind ours, and its seconds have no fractions. */
const CLOCKS_DIFFER_MS = 5_000;
/** Two instances may want the same send for their receipts; the loser looks again. */
const ATTEMPTS = 3;

/**
 * Writes what a receipt says into the record of its send: the one with its msgid, else the latest one of the
 * same user and template whose msgid is not known, which the receipt proves to have been accepted.
 * A receipt that comes twice changes nothing the second time.
 *
 * @returns whether a send was found; messages that other code sends have receipts too
 */
export async function settleReceipt(receipt: Receipt): Promise<boolean> {
  const word = wordOf(receipt);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if ((await sends.update({ msgid: receipt.msgid }, word)) > 0) return true;

    const candidate = await sendWithoutMsgid(receipt);
    // The answer may have brought the msgid since the first look.
    if (candidate === undefined) return (await sends.update({ msgid: receipt.msgid }, word)) > 0;
    const { _id, outcome } = candidate;
    const claimed = await sends.update(
      { _id, msgid: '', outcome },
      { ...word, msgid: receipt.msgid, outcome: 'accepted', errCode: 0, code: '' },
    );
    if (claimed === 1) {
      if (outcome === 'unknown') await countSend(receipt.openid, receipt.tmplId, receipt.at);
      return true;
    }
  }
  return false;
}

async function sendWithoutMsgid({ openid, tmplId, at }: Receipt): Promise<Send | undefined> {
  const [latest] = await sends.find(
    {
      kind: 'subscribe',
      openid,
      tmplId,
      msgid: '',
      outcome: command.in(['unknown', 'accepted']),
      startedAt: command.gte(at - RECEIPT_WITHIN_MS).and(command.lte(at + CLOCKS_DIFFER_MS)),
    },
    { limit: 1, orderBy: ['startedAt', 'desc'] },
  );
  return latest;
}

function wordOf({ delivered, deliveryStatus }: Receipt): Pick<Send, 'delivery' | 'deliveryStatus'> {
  return { delivery: delivered ? 'delivered' : 'failed', deliveryStatus };
}
