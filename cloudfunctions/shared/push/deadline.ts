/** A point in time after which nothing is waited for. */
import { log } from '../platform/log';

export interface Deadline {
  /** @returns what `work` gives, or `fallback` when it is late or fails; either is logged */
  or<T>(work: Promise<T>, fallback: T): Promise<T>;
  /** @throws what `work` fails with, or an error that says that it was late */
  orThrow<T>(work: Promise<T>): Promise<T>;
  /** Whether it has passed: an instance that was frozen after its answer goes on minutes later. */
  passed(): boolean;
  /** To be called when nothing more is waited for: a timer keeps a process alive. */
  clear(): void;
}

const LATE = Symbol('late');

/** @param ms from now on, by the machine's own time: the cloud and WeChat count it too */
export function deadlineIn(ms: number): Deadline {
  const endsAt = performance.now() + ms;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms);
  });

  async function orThrow<T>(work: Promise<T>): Promise<T> {
    // Nobody waits for what is late; that it fails then must not end the process.
    work.catch(() => undefined);
    const first = await Promise.race([work, late]);
    if (first === LATE) throw new Error(`not done within ${ms} ms`);
    return first as T;
  }

  return {
    orThrow,
    async or(work, fallback) {
      try {
        return await orThrow(work);
      } catch (error) {
        log.error('a push was answered before all was done', { error });
        return fallback;
      }
    },
    passed: () => performance.now() >= endsAt,
    clear: () => clearTimeout(timer),
  };
}
