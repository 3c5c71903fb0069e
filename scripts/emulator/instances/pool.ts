/** The instances of one function: reused when idle, more when all are busy, up to a limit; then calls wait. */
import type { Instance } from './instance';

/** So many at a time on one machine; the cloud allows more, a laptop does not. */
const MAX_INSTANCES = 8;

export interface Pooled {
  instance: Instance;
  sessionToken: string;
}

export interface Pool {
  /** Version of the code that the instances run. */
  readonly version: string;
  /** Waits for an idle instance, or starts one. */
  take(): Promise<Pooled>;
  /** Gives it back; one that is gone is forgotten. */
  giveBack(pooled: Pooled): void;
  /** Stops idle instances now and busy ones when they are given back. */
  retire(): Promise<void>;
  /** Stops all instances now. */
  stop(): Promise<void>;
}

export function createPool(version: string, start: () => Pooled): Pool {
  const idle: Pooled[] = [];
  const busy = new Set<Pooled>();
  const waiting: ((pooled: Pooled) => void)[] = [];
  let retired = false;

  const takeNow = (): Pooled | undefined => {
    for (let pooled = idle.pop(); pooled !== undefined; pooled = idle.pop()) {
      if (!pooled.instance.gone) return pooled;
    }
    return busy.size < MAX_INSTANCES ? start() : undefined;
  };
  const stopIdle = () => Promise.all(idle.splice(0).map(({ instance }) => instance.stop()));

  return {
    version,
    take() {
      const pooled = takeNow();
      if (pooled === undefined) return new Promise((resolve) => waiting.push(resolve));
      busy.add(pooled);
      return Promise.resolve(pooled);
    },
    giveBack(pooled) {
      busy.delete(pooled);
      const next = waiting.shift();
      if (next !== undefined) {
        const taken = pooled.instance.gone ? start() : pooled;
        busy.add(taken);
        return next(taken);
      }
      if (retired) void pooled.instance.stop();
      else if (!pooled.instance.gone) idle.push(pooled);
    },
    async retire() {
      retired = true;
      await stopIdle();
    },
    async stop() {
      retired = true;
      await Promise.all([stopIdle(), ...[...busy].map(({ instance }) => instance.stop())]);
    },
  };
}
