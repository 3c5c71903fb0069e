/** What was compiled before, as long as the files that it was made of have the same text. */
import type { Source } from './source';

export interface Remembered {
  /**
   * What `work` gave when it last ran under this name. It runs again when a file that it read then has another text by
   * now, when the options differ, and when it threw.
   */
  recall<T>(name: string, options: unknown, source: Source, work: (source: Source) => Promise<T>): Promise<T>;
}

interface Result {
  value: unknown;
  options: string;
  /** Files to their texts; undefined for those that were not there. */
  read: Map<string, string | undefined>;
}

export function createRemembered(): Remembered {
  const results = new Map<string, Result>();
  return {
    async recall<T>(
      name: string,
      given: unknown,
      source: Source,
      work: (source: Source) => Promise<T>,
    ): Promise<T> {
      const options = JSON.stringify(given);
      const last = results.get(name);
      if (last?.options === options && (await isUnchanged(last, source))) return last.value as T;
      const read: Result['read'] = new Map();
      const value = await work({
        ...source,
        async read(file) {
          const text = await source.read(file);
          read.set(file, text);
          return text;
        },
      });
      results.set(name, { value, options, read });
      return value;
    },
  };
}

async function isUnchanged({ read }: Result, source: Source): Promise<boolean> {
  for (const [file, text] of read) {
    if ((await source.read(file)) !== text) return false;
  }
  return true;
}
