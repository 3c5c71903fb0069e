/**
 * `wx.worklet` (WeChat's documentation: api/ui/worklet): shared values and the animations that move them. In WeChat they
 * run beside the page's thread; here in it, so that what a page binds with `applyAnimatedStyle` follows.
 */

import { decay, delay, Easing, Motion, repeat, sequence, spring, timing } from './workletMotion';

type Listener = () => void;

export interface SharedValue {
  value: unknown;
}

/** What reads shared values now: each that it reads will tell it. */
let reading: Listener | undefined;

class Shared implements SharedValue {
  private readonly followers = new Set<Listener>();
  private stop: () => void = () => {};

  constructor(private current: unknown) {}

  get value(): unknown {
    if (reading !== undefined) this.followers.add(reading);
    return this.current;
  }

  set value(next: unknown) {
    this.stop();
    if (next instanceof Motion)
      this.stop = next.run(
        Number(this.current) || 0,
        (value) => this.put(value),
        () => {},
      );
    else this.put(next);
  }

  cancel(): void {
    this.stop();
  }

  private put(value: unknown): void {
    if (Object.is(value, this.current)) return;
    this.current = value;
    for (const follower of [...this.followers]) follower();
  }
}

/** Calls `read` now, and again after any shared value that it read has changed. @returns what ends that */
export function follow(read: () => void): () => void {
  let waiting = false;
  let ended = false;
  const run = () => {
    if (ended) return;
    const before = reading;
    reading = later;
    try {
      read();
    } finally {
      reading = before;
    }
  };
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      run();
    });
  };
  run();
  return () => {
    ended = true;
  };
}

export function workletApi() {
  return {
    shared: (value: unknown): SharedValue => new Shared(value),
    derived(read: () => unknown): SharedValue {
      const shared = new Shared(undefined);
      follow(() => {
        shared.value = read();
      });
      return shared;
    },
    cancelAnimation: (value: SharedValue) => value instanceof Shared && value.cancel(),
    timing,
    spring,
    decay,
    sequence,
    repeat,
    delay,
    Easing,
    /** There is one thread: what runs on the other runs here. */
    runOnUI: (task: (...values: unknown[]) => unknown) => task,
    runOnJS: (task: (...values: unknown[]) => unknown) => task,
    scrollViewContext: { scrollTo() {} },
  };
}
