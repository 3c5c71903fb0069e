/** The emulator's clock: this machine's time plus a shift that is set by hand and kept in the store. */
import * as v from 'valibot';
import type { ClockReading } from '../contract';
import type { Store } from './store';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  reading(): ClockReading;
  /** Moves the clock on by this many milliseconds, which must not be negative. */
  advance(ms: number): void;
  /** Sets the clock to this time; it goes on from there. */
  set(now: number): void;
  /** Called after each move. */
  onMove(listener: () => void): void;
}

export function createClock(store: Store): Clock {
  const table = store.table<number>('clock', { remembered: true, shape: v.number() });
  const listeners: (() => void)[] = [];
  const aheadMs = () => table.get('aheadMs') ?? 0;
  const move = (ahead: number) => {
    table.put('aheadMs', ahead);
    for (const listener of listeners) listener();
  };
  return {
    now: () => Date.now() + aheadMs(),
    reading: () => ({ now: Date.now() + aheadMs(), aheadMs: aheadMs() }),
    advance: (ms) => move(aheadMs() + ms),
    set: (now) => move(now - Date.now()),
    onMove: (listener) => listeners.push(listener),
  };
}
