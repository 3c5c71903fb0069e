/**
 * What goes wrong on purpose, and when.
 *
 * Each rule draws for each call that it concerns, from the seed, its own place among the rules and the number of calls
 * that it has seen. So the same rules, seed and order of calls give the same faults, and a call that a rule does not
 * concern changes nothing for it.
 */

import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Fault, FaultSettings } from '../contract';
import type { Store } from '../state/store';
import { concerns, FaultSettingsSchema } from './rules';

/** What befalls one call. */
export interface Hit {
  /** How long the reply is held back. */
  latencyMs: number;
  /** Of several the first in the order of the rules. */
  fault?: Exclude<Fault, { kind: 'latency' }>;
}

/** Nothing befalls the call. */
export const NO_HIT: Hit = { latencyMs: 0 };

export interface Faults {
  settings(): FaultSettings;
  /** Puts these in the place of the rules; the draw begins anew. */
  replace(settings: FaultSettings): void;
  clear(): void;
  /** Called after each change of the rules. */
  onChange(listener: () => void): void;
  /** What befalls this call. @param name such as `subscribeMessage.send`, `database.getDocument`, `push.text` */
  draw(name: string): Hit;
  /** What will befall the next call of this name. */
  foresee(name: string): Hit;
}

/** How many calls a rule has seen, and how many of them it has hit. */
interface Count {
  seen: number;
  hit: number;
}

const NO_FAULTS: FaultSettings = { seed: 1, rules: [] };

export function createFaults(store: Store): Faults {
  const kept = store.table<FaultSettings>('faults.settings', {
    remembered: true,
    shape: FaultSettingsSchema,
  });
  const counts = store.table<Count>('faults.counts', {
    shape: v.object({ seen: v.number(), hit: v.number() }),
  });
  const settings = () => kept.get('current') ?? NO_FAULTS;
  const listeners: (() => void)[] = [];
  const change = (next?: FaultSettings) => {
    store.transaction(() => {
      kept.clear();
      counts.clear();
      if (next !== undefined) kept.put('current', next);
    });
    for (const listener of listeners) listener();
  };

  const concerned = (name: string) => settings().rules.some((rule) => concerns(rule, name));

  function decide(name: string, { counting }: { counting: boolean }): Hit {
    const { seed, rules } = settings();
    let latencyMs = 0;
    let fault: Hit['fault'];
    for (const [index, rule] of rules.entries()) {
      if (!concerns(rule, name)) continue;
      const count = counts.get(index) ?? { seen: 0, hit: 0 };
      const isHit =
        count.hit < (rule.times ?? Number.POSITIVE_INFINITY) && lot(seed, index, count.seen) < rule.share;
      if (counting) counts.put(index, { seen: count.seen + 1, hit: count.hit + (isHit ? 1 : 0) });
      if (!isHit) continue;
      if (rule.kind === 'latency') latencyMs += rule.latencyMs;
      else fault ??= rule;
    }
    if (latencyMs === 0 && fault === undefined) return NO_HIT;
    return { latencyMs, ...(fault && { fault }) };
  }

  return {
    settings,
    replace: change,
    clear: () => change(),
    onChange: (listener) => listeners.push(listener),
    draw: (name) => (concerned(name) ? store.transaction(() => decide(name, { counting: true })) : NO_HIT),
    foresee: (name) => decide(name, { counting: false }),
  };
}

/** A number from 0 up to 1 that depends on nothing but these. */
function lot(seed: number, rule: number, call: number): number {
  const digest = createHash('sha256').update(`${seed} ${rule} ${call}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
