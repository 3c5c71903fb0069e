/** Texts of files, read again only when the file has changed. */
import { readFileSync, type Stats, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

export interface KeptFiles {
  /**
   * @param path absolute
   * @returns undefined when there is no such file
   * @throws Error with the system's code when it cannot be read
   */
  read(path: string): Promise<string | undefined>;
}

interface KeptText {
  text: string;
  /** Of the file, just before it was read. */
  stats: Stats;
  readAt: number;
}

/** Milliseconds after which whoever reads lets the emulator answer others. */
const TURN_MS = 12;

/** Two changes within this time may have the same time on the disk. Milliseconds. */
const CLOCK_TICK_MS = 20;

export function keepFiles(): KeptFiles {
  const kept = new Map<string, KeptText>();
  let turnEndsAt = 0;

  // Synchronous: that takes a tenth of the time, and a mini-program has thousands of files.
  const readText = (path: string): string | undefined => {
    const readAt = Date.now();
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    const last = kept.get(path);
    if (last !== undefined && isSame(last, stats)) return last.text;
    const text = readFileSync(path, 'utf8');
    kept.set(path, { text, stats, readAt });
    return text;
  };

  return {
    async read(path) {
      if (performance.now() > turnEndsAt) {
        await setImmediate();
        turnEndsAt = performance.now() + TURN_MS;
      }
      try {
        return readText(path);
      } catch (error) {
        if (MISSING.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
        throw error;
      }
    },
  };
}

const MISSING = new Set(['ENOENT', 'ENOTDIR']);

/** The time of the last change of the file or its name cannot be set by hand, as that of its contents can. */
const isSame = ({ stats, readAt }: KeptText, now: Stats) =>
  now.ctimeMs === stats.ctimeMs &&
  now.size === stats.size &&
  now.ino === stats.ino &&
  readAt - now.ctimeMs > CLOCK_TICK_MS;
