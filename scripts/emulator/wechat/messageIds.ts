/** The ids that WeChat gives to messages. */
import * as v from 'valibot';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';

/** Ids in one millisecond before they would run into the next one's. */
const IDS_PER_MILLISECOND = 1_000_000n;

/**
 * Makes the next 64-bit id: decimal digits, more than a JavaScript number holds, as WeChat's are
 * (1864323726461255680). Ids rise, also when the clock is set back.
 */
export function createMessageIds(store: Store, clock: Clock): () => string {
  const table = store.table<string>('wechat.messageIds', { shape: v.pipe(v.string(), v.digits()) });
  return () => {
    const last = BigInt(table.get('last') ?? 0);
    const fromClock = BigInt(clock.now()) * IDS_PER_MILLISECOND;
    const next = (fromClock > last ? fromClock : last) + 1n;
    table.put('last', String(next));
    return String(next);
  };
}
