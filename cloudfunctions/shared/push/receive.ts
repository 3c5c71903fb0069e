/** Takes one push: handles it once, however often it comes, and records it. */
import { clock } from '../platform/clock';
import { inTransaction } from '../platform/database';
import { log } from '../platform/log';
import { subscriptions } from '../subscriptions/ledger';
import { handleOnce, handleRepeatably } from './handlers';
import type { Packet } from './normalise';
import type { Push } from './push';
import { pushes, recordOf } from './pushRecord';

/**
 * Nothing is lost and nothing is counted twice: what must happen once is written in the same transaction as
 * the push's record. An attempt that dies before the commit leaves nothing behind, and WeChat's next attempt
 * starts anew; one that dies after it has done everything. Of two attempts at the same time one commits, and
 * the other finds the record.
 *
 * @throws when the database fails; the caller must let WeChat see it, so that it pushes again
 */
export async function receive(push: Push, packet: Packet): Promise<void> {
  const record = recordOf(push, packet, clock.now());
  if ((await pushes.get(record._id)) !== undefined) {
    log.info('a push came again and was not handled again', { id: record._id });
    return;
  }
  await handleRepeatably(push);
  await inTransaction([pushes, subscriptions], async (transaction) => {
    if ((await transaction.get(pushes, record._id)) !== undefined) return;
    await handleOnce(push, transaction);
    await transaction.put(pushes, record);
  });
}
