/** The instances of one function: reused when idle, more when all are busy, up to a limit; then calls wait. */
import type { Instance } from './instance';

export interface Pooled {
  instance: Instance;
  sessionToken: string;
  /** Of `performance.now()`. */
  startedTick: number;
  /** Calls that it was given. */
  calls: number;
}

export interface PoolOptions {
  /** Version of the code that the instances run. */
  version: string;
  /** So many instances at a time; a call beyond them waits. */
  limit: number;
  /** An instance without a call for this long, by this machine's clock, is stopped. */
  idleMs: number;
  start(): Pooled;
}

export interface Pool {
  readonly version: string;
  /**
   * Waits for an idle instance, or starts one.
   * @throws Error when the pool is stopped meanwhile
   */
  take(): Promise<Pooled>;
  /** Gives it back; one that is gone is forgotten. */
  giveBack(pooled: Pooled): void;
  /** Those that there are, busy ones first, and how many calls wait for one. */
  reading(): { busy: Pooled[]; idle: Pooled[]; waiting: number };
  /** Stops idle instances now and busy ones when they are given back. */
  retire(): Promise<void>;
  /** Stops all instances now. */
  stop(): Promise<void>;
}

interface Waiting {
  serve(pooled: Pooled): void;
  refuse(error: Error): void;
}

export function createPool({ version, limit, idleMs, start }: PoolOptions): Pool {
  /** Each with the timer that stops it; the one used last is at the end. */
  const idle = new Map<Pooled, NodeJS.Timeout>();
  const busy = new Set<Pooled>();
  const waiting: Waiting[] = [];
  let retired = false;

  const takeIdle = (): Pooled | undefined => {
    for (const pooled of [...idle.keys()].reverse()) {
      clearTimeout(idle.get(pooled));
      idle.delete(pooled);
      if (!pooled.instance.gone) return pooled;
    }
    return undefined;
  };
  const rest = (pooled: Pooled) => {
    const timer = setTimeout(() => {
      idle.delete(pooled);
      void pooled.instance.stop();
    }, idleMs);
    idle.set(pooled, timer.unref());
  };
  const stopIdle = () => {
    const resting = [...idle];
    idle.clear();
    for (const [, timer] of resting) clearTimeout(timer);
    return Promise.all(resting.map(([{ instance }]) => instance.stop()));
  };

  return {
    version,
    take() {
      const pooled = takeIdle() ?? (busy.size < limit ? start() : undefined);
      if (pooled === undefined) {
        return new Promise((serve, refuse) => waiting.push({ serve, refuse }));
      }
      busy.add(pooled);
      return Promise.resolve(pooled);
    },
    giveBack(pooled) {
      busy.delete(pooled);
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        try {
          const taken = pooled.instance.gone ? start() : pooled;
          busy.add(taken);
          return next.serve(taken);
        } catch (error) {
          // Nobody else may ever give one back.
          next.refuse(error as Error);
        }
      }
      if (retired) void pooled.instance.stop();
      else if (!pooled.instance.gone) rest(pooled);
    },
    reading: () => ({
      busy: [...busy],
      idle: [...idle.keys()].filter(({ instance }) => !instance.gone),
      waiting: waiting.length,
    }),
    async retire() {
      retired = true;
      await stopIdle();
    },
    async stop() {
      retired = true;
      for (const { refuse } of waiting.splice(0)) refuse(new Error('The function instances were stopped'));
      await Promise.all([stopIdle(), ...[...busy].map(({ instance }) => instance.stop())]);
    },
  };
}
