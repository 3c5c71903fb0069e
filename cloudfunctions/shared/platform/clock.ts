/** The only place that reads the time. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const clock: Clock = { now: () => Date.now() };
