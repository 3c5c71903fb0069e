/** Reads the record of sends, page by page, the latest first. */
import { command } from '../platform/database';
import { type Send, type SendKind, sends } from './send';

export interface HistoryQuery {
  /** Only what was sent to this openid. Left out: to anybody. */
  openid?: string;
  kind?: SendKind;
  status?: SendStatus;
  /** The `_id` of the last send of the page before. */
  before?: string;
  /** Sends a page. */
  limit: number;
}

/** `outcome` and `delivery` in one word. */
export type SendStatus = Send['outcome'] | 'delivered' | 'failed';

/** @returns a page, and whether there are more after it */
export async function readHistory({
  openid,
  kind,
  status,
  before,
  limit,
}: HistoryQuery): Promise<{ page: Send[]; more: boolean }> {
  const found = await sends.find(
    {
      ...(openid !== undefined && { openid }),
      ...(kind !== undefined && { kind }),
      ...(status !== undefined && conditionOf(status)),
      ...(before !== undefined && { _id: command.lt(before) }),
    },
    { limit: limit + 1, orderBy: ['_id', 'desc'] },
  );
  return { page: found.slice(0, limit), more: found.length > limit };
}

export function statusOf({ outcome, delivery }: Send): SendStatus {
  return delivery === 'awaited' ? outcome : delivery;
}

function conditionOf(status: SendStatus): Pick<Send, 'delivery'> & Partial<Pick<Send, 'outcome'>> {
  if (status === 'delivered' || status === 'failed') return { delivery: status };
  return { outcome: status, delivery: 'awaited' };
}
