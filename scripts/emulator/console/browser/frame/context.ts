/** What every part of the console has: the emulator as it is followed, and a word with the developer. */
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer } from 'preact/hooks';
import type { EmulatorClock } from '../emulator/clock';
import type { JournalModel } from '../emulator/journalModel';
import type { Connection, Stream } from '../emulator/stream';

export interface ConsoleParts {
  stream: Stream;
  clock: EmulatorClock;
  journal: JournalModel;
  /** Says something for a few seconds. */
  notify(words: string, tone?: 'calm' | 'alarm'): void;
  /** Asks before something that cannot be undone; true when the developer means it. */
  confirm(question: Question): Promise<boolean>;
}

export interface Question {
  title: string;
  words: string;
  /** On the button that does it. */
  action: string;
}

export const Parts = createContext<ConsoleParts | undefined>(undefined);

export function useParts(): ConsoleParts {
  const parts = useContext(Parts);
  if (parts === undefined) throw new Error('outside the console');
  return parts;
}

/** Draws the component again whenever what it watches has changed. */
export function useRedraw(watch: (redraw: () => void) => () => void): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // In the same task as the drawing: what changed before an effect was run would never be drawn. What is watched
  // stays the same while it is shown.
  useLayoutEffect(() => watch(() => redraw(undefined)), []);
}

export function useConnection(): Connection {
  const { stream } = useParts();
  useRedraw((redraw) => stream.watch(redraw));
  return stream.connection;
}
