/** Something that is fetched from the emulator, and fetched again when it may have changed. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EmulatorEvent } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { useParts } from './context';

export interface Fetched<T> {
  /** Undefined until it is there. */
  value: T | undefined;
  /** Why it is not there. */
  trouble: string | undefined;
  reload(): Promise<void>;
}

/** Several events in a row are one change. Milliseconds. */
const QUIET_MS = 120;

/** @param path undefined fetches nothing. @param types of events after which it may be another */
export function useFetched<T>(path: string | undefined, types: EmulatorEvent['type'][] = []): Fetched<T> {
  const { stream } = useParts();
  const [value, setValue] = useState<{ path: string; value: T }>();
  const [trouble, setTrouble] = useState<string>();
  const latest = useRef(0);

  const reload = useCallback(async () => {
    if (path === undefined) return;
    latest.current += 1;
    const own = latest.current;
    try {
      const fetched = await ask<T>('GET', path);
      if (own !== latest.current) return;
      setValue({ path, value: fetched });
      setTrouble(undefined);
    } catch (error) {
      if (own === latest.current) setTrouble(wordsOf(error));
    }
  }, [path]);

  // The types are written where it is used and stay the same.
  useEffect(() => {
    void reload();
    let timer: number | undefined;
    const soon = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(reload, QUIET_MS);
    };
    const ends = [
      ...types.map((type) => stream.follow(type, soon)),
      stream.follow('reset', soon),
      stream.watch((connection) => connection === 'live' && soon()),
    ];
    return () => {
      window.clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [reload]);

  return { value: value?.path === path ? value?.value : undefined, trouble, reload };
}
