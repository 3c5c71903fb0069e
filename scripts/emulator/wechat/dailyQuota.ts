/** How often something was done today, for limits that WeChat sets by the day. */
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';

export interface DailyQuota {
  usedToday(): number;
  use(): void;
  clear(): void;
}

const HOUR_MS = 3_600_000;

/** A day of WeChat's begins at midnight in China, UTC+8. */
const dayOf = (now: number) => Math.floor((now + 8 * HOUR_MS) / (24 * HOUR_MS));

/** @param name what is counted: each name has a count of its own */
export function createDailyQuota(store: Store, clock: Clock, name: string): DailyQuota {
  const table = store.table<number>(`wechat.dailyQuota.${name}`);
  const usedToday = () => table.get(dayOf(clock.now())) ?? 0;
  return {
    usedToday,
    use: () => table.put(dayOf(clock.now()), usedToday() + 1),
    clear: () => table.clear(),
  };
}
