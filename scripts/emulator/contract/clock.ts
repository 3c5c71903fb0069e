/** The emulator's clock. */

/** `GET /emulator/clock` */
export interface ClockReading {
  now: number;
  /** How far the emulator's clock is ahead of this machine's. */
  aheadMs: number;
}
