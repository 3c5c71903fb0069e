/** Pushes that come out of order: each waits until the user's next one is on its way. */

export interface HeldPushes {
  /**
   * @param heldMs of this machine's time, after which a push that no other follows is released
   * @param release puts the push on its way; called once
   */
  hold(openid: string, heldMs: number, release: () => void): void;
  /** The user's next push is on its way: what is held for him follows. */
  follow(openid: string): void;
  /** Resolves when nothing is held. */
  idle(): Promise<void>;
  /** Forgets what is held. */
  clear(): void;
}

interface Held {
  openid: string;
  release(): void;
  released: Promise<void>;
}

export function createHeldPushes(): HeldPushes {
  const all = new Set<Held>();
  return {
    hold(openid, heldMs, release) {
      let done = () => {};
      const released = new Promise<void>((resolve) => {
        done = resolve;
      });
      const timer = setTimeout(() => held.release(), heldMs).unref();
      const held: Held = {
        openid,
        released,
        release() {
          clearTimeout(timer);
          // It may have been forgotten, or released before.
          if (all.delete(held)) release();
          done();
        },
      };
      all.add(held);
    },
    follow(openid) {
      for (const held of [...all]) if (held.openid === openid) held.release();
    },
    async idle() {
      await Promise.all([...all].map(({ released }) => released));
    },
    clear() {
      const forgotten = [...all];
      all.clear();
      for (const held of forgotten) held.release();
    },
  };
}
