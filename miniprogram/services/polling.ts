/** Asks again and again while a page is shown: one at a time, and less often while the answers fail. */

export interface Polling {
  /** Asks at once, and goes on. What was asked before goes on no more. */
  start(): void;
  stop(): void;
}

const SLOWEST_MS = 30_000;

/**
 * @param ask resolves to whether it went well
 * @param everyMs from one answer to the next question; doubled with each failure, up to half a minute
 */
export function polling(ask: () => Promise<boolean>, everyMs: number): Polling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Counts the starts, so that an answer that comes after a stop does not go on.
  let run = 0;

  const go = async (mine: number, waitMs: number) => {
    const well = await ask();
    if (mine !== run) return;
    const nextMs = well ? everyMs : Math.min(waitMs * 2, SLOWEST_MS);
    timer = setTimeout(() => go(mine, nextMs), nextMs);
  };

  return {
    start() {
      this.stop();
      go(run, everyMs);
    },
    stop() {
      run += 1;
      if (timer !== undefined) clearTimeout(timer);
    },
  };
}
