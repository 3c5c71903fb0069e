/** The animations of `wx.worklet` (WeChat's documentation: api/ui/worklet/animation). */

/** A spring is reckoned in steps of so many milliseconds. */
const STEP_MS = 4;

/** Milliseconds of a spring that are made up for at once: a page that nobody saw has many. */
const MOST_MS = 100;

/** An animation, which begins when it is assigned to a shared value. */
export class Motion {
  /** @param run moves a value with `set` until it calls `done`; what it returns stops it */
  constructor(readonly run: (from: number, set: (value: number) => void, done: () => void) => () => void) {}
}

/** Moves by the time that has gone by, until `at` answers undefined. */
function frames(
  at: (elapsedMs: number) => number | undefined,
  set: (value: number) => void,
  done: () => void,
) {
  const began = performance.now();
  let id = 0;
  const step = () => {
    const value = at(performance.now() - began);
    if (value === undefined) return done();
    set(value);
    id = requestAnimationFrame(step);
  };
  id = requestAnimationFrame(step);
  return () => cancelAnimationFrame(id);
}

interface TimingOptions {
  /** Milliseconds. Default 300. */
  duration?: number;
  easing?: (progress: number) => number;
}

interface SpringOptions {
  damping?: number;
  mass?: number;
  stiffness?: number;
  velocity?: number;
}

const told = (callback: unknown) => () => void (typeof callback === 'function' && callback(true));

export function timing(
  to: number,
  { duration = 300, easing = Easing.inOut(Easing.quad) }: TimingOptions = {},
  ended?: unknown,
) {
  return new Motion((from, set, done) =>
    frames(
      (elapsed) => (elapsed < duration ? from + (to - from) * easing(elapsed / duration) : undefined),
      set,
      () => {
        set(to);
        told(ended)();
        done();
      },
    ),
  );
}

export function spring(
  to: number,
  { damping = 10, mass = 1, stiffness = 100, velocity = 0 }: SpringOptions = {},
  ended?: unknown,
) {
  return new Motion((from, set, done) => {
    let place = from;
    let speed = velocity;
    let reckonedMs = 0;
    return frames(
      (elapsedMs) => {
        reckonedMs = Math.max(reckonedMs, elapsedMs - MOST_MS);
        for (; reckonedMs < elapsedMs; reckonedMs += STEP_MS) {
          const seconds = STEP_MS / 1000;
          speed += ((-stiffness * (place - to) - damping * speed) / mass) * seconds;
          place += speed * seconds;
        }
        return Math.abs(place - to) < 0.01 && Math.abs(speed) < 2 ? undefined : place;
      },
      set,
      () => {
        set(to);
        told(ended)();
        done();
      },
    );
  });
}

interface DecayOptions {
  velocity?: number;
  /** What is left of the speed after each millisecond. Default 0.998. */
  deceleration?: number;
  clamp?: [number, number];
}

export function decay({ velocity = 0, deceleration = 0.998, clamp }: DecayOptions = {}, ended?: unknown) {
  return new Motion((from, set, done) =>
    frames(
      (elapsed) => {
        const left = deceleration ** elapsed;
        if (Math.abs(velocity * left) < 1) return undefined;
        const place = from + (velocity / 1000) * ((1 - left) / (1 - deceleration));
        if (clamp === undefined) return place;
        return place < clamp[0] || place > clamp[1] ? undefined : place;
      },
      set,
      () => {
        told(ended)();
        done();
      },
    ),
  );
}

/** One after another, each from where the last one left. */
export function sequence(...given: unknown[]) {
  const steps = given.map(asMotion);
  return new Motion((from, set, done) => {
    let place = from;
    let stop = () => {};
    const next = (index: number): void => {
      const step = steps[index];
      if (step === undefined) {
        done();
        return;
      }
      stop = step.run(
        place,
        (value) => {
          place = value;
          set(value);
        },
        () => next(index + 1),
      );
    };
    next(0);
    return () => stop();
  });
}

export function repeat(motion: Motion, times = 2, reverse = false, ended?: unknown) {
  return new Motion((from, set, done) => {
    let left = times < 0 ? Number.POSITIVE_INFINITY : times;
    let stop = () => {};
    let end = from;
    const next = (back: boolean): void => {
      if (left === 0) {
        told(ended)();
        done();
        return;
      }
      left -= 1;
      // The way back is the same motion, mirrored between its two ends.
      const put = (value: number) => set(back ? from + end - value : value);
      stop = motion.run(
        from,
        (value) => {
          if (!back) end = value;
          put(value);
        },
        () => next(reverse && !back),
      );
    };
    next(false);
    return () => stop();
  });
}

export const delay = (delayMs: number, given: unknown) => {
  const motion = asMotion(given);
  return new Motion((from, set, done) => {
    let stop = () => {};
    const timer = setTimeout(() => {
      stop = motion.run(from, set, done);
    }, delayMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  });
};

/** A plain value in the place of an animation is one that takes no time. */
const asMotion = (value: unknown): Motion =>
  value instanceof Motion ? value : timing(Number(value), { duration: 0 });

type Ease = (progress: number) => number;

/** As CSS has it: the curve through (0, 0) and (1, 1) with these two handles. */
function cubicBezier(x1: number, y1: number, x2: number, y2: number): Ease {
  const along = (a: number, b: number, at: number) =>
    3 * a * at * (1 - at) ** 2 + 3 * b * at ** 2 * (1 - at) + at ** 3;
  return (t) => {
    let [low, high] = [0, 1];
    for (let step = 0; step < 20; step++) {
      const middle = (low + high) / 2;
      if (along(x1, x2, middle) < t) low = middle;
      else high = middle;
    }
    return along(y1, y2, low);
  };
}

export const Easing = {
  linear: (t: number) => t,
  ease: (t: number) => t * t * (3 - 2 * t),
  quad: (t: number) => t * t,
  cubic: (t: number) => t ** 3,
  poly:
    (power: number): Ease =>
    (t) =>
      t ** power,
  sin: (t: number) => 1 - Math.cos((t * Math.PI) / 2),
  circle: (t: number) => 1 - Math.sqrt(1 - t * t),
  exp: (t: number) => (t === 0 ? 0 : 2 ** (10 * (t - 1))),
  bounce: (t: number) => 1 - Math.abs(Math.cos(t * Math.PI * 2.5)) * (1 - t),
  elastic:
    (bounciness = 1): Ease =>
    (t) =>
      1 - Math.cos((t * Math.PI) / 2) ** 3 * Math.cos(t * bounciness * Math.PI),
  cubicBezier,
  bezier: cubicBezier,
  in: (ease: Ease): Ease => ease,
  out:
    (ease: Ease): Ease =>
    (t) =>
      1 - ease(1 - t),
  inOut:
    (ease: Ease): Ease =>
    (t) =>
      t < 0.5 ? ease(t * 2) / 2 : 1 - ease((1 - t) * 2) / 2,
};
