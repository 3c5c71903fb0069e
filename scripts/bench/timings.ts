/** Many timings of the same thing, and what they say together. */

export interface Summary {
  medianMs: number;
  p99Ms: number;
}

/** @param timings milliseconds, at least one */
export function summarise(timings: readonly number[]): Summary {
  const sorted = [...timings].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { medianMs: at(0.5), p99Ms: at(0.99) };
}
