/** How often something was done in the current day or minute, for limits that WeChat sets by these. */
import * as v from 'valibot';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';

export interface CallQuota {
  /** Uses in the current day or minute. */
  used(): number;
  use(): void;
  clear(): void;
}

interface Count {
  /** The number of the day or minute since 1970. */
  period: number;
  used: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A day of WeChat's begins at midnight in China, UTC+8. */
const dayOf = (now: number) => Math.floor((now + 8 * HOUR_MS) / (24 * HOUR_MS));
const minuteOf = (now: number) => Math.floor(now / MINUTE_MS);

/** @param name what is counted: each name has a count of its own */
export const createDailyQuota = (store: Store, clock: Clock, name: string): CallQuota =>
  createCallQuota(store, clock, `${name}.day`, dayOf);

/** @param name what is counted: each name has a count of its own */
export const createMinuteQuota = (store: Store, clock: Clock, name: string): CallQuota =>
  createCallQuota(store, clock, `${name}.minute`, minuteOf);

function createCallQuota(
  store: Store,
  clock: Clock,
  name: string,
  periodOf: (now: number) => number,
): CallQuota {
  const table = store.table<Count>('wechat.callQuotas', {
    shape: v.object({ period: v.number(), used: v.number() }),
  });
  const used = () => {
    const count = table.get(name);
    return count?.period === periodOf(clock.now()) ? count.used : 0;
  };
  return {
    used,
    use: () => table.put(name, { period: periodOf(clock.now()), used: used() + 1 }),
    clear: () => {
      table.remove(name);
    },
  };
}
