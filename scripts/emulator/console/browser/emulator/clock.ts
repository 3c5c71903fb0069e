/** The emulator's clock as the console shows it, between two readings by this browser's own. */
import type { ClockReading } from '../../../contract';
import { ask } from './ask';
import type { Stream } from './stream';

export class EmulatorClock {
  /** Undefined until it has been read. */
  aheadMs: number | undefined;
  /** What this browser's clock lacks to the emulator's. */
  private offsetMs = 0;
  private readonly watchers = new Set<() => void>();

  constructor(stream: Stream) {
    stream.follow('clock', ({ clock }) => this.take(clock));
    const read = () =>
      void ask<ClockReading>('GET', '/emulator/clock').then(
        (reading) => this.take(reading),
        () => {},
      );
    stream.watch((connection) => connection === 'live' && read());
    stream.follow('reset', read);
  }

  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** @throws {EmulatorError} */
  async advance(advanceMs: number): Promise<void> {
    this.take(await ask<ClockReading>('POST', '/emulator/clock', { advanceMs }));
  }

  /** @param now milliseconds since 1970. @throws {EmulatorError} */
  async set(now: number): Promise<void> {
    this.take(await ask<ClockReading>('POST', '/emulator/clock', { now }));
  }

  /** This machine's time again. @throws {EmulatorError} */
  async follow(): Promise<void> {
    await this.set(this.now() - (this.aheadMs ?? 0));
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private take({ now, aheadMs }: ClockReading): void {
    this.aheadMs = Math.abs(aheadMs) < 1_000 ? 0 : aheadMs;
    this.offsetMs = now - Date.now();
    for (const watcher of this.watchers) watcher();
  }
}
