/** Extended JSON for a reader's eyes: plain numbers and dates by their text, and still nothing of a value lost. */

/**
 * What the canonical text says, with `{ $numberInt }` and its like as numbers wherever JavaScript can spell them, and
 * dates as `{ $date: '2026-11-23T07:00:00.000Z' }`. It reads back as the same value.
 */
export const readableEjson = (canonical: string): Record<string, unknown> =>
  JSON.parse(canonical, (_, value) => (isObject(value) ? readable(value) : value));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readable(value: Record<string, unknown>): unknown {
  const [key, content] = Object.entries(value)[0] ?? [];
  if (Object.keys(value).length !== 1) return value;
  switch (key) {
    case '$numberInt':
      return Number(content);
    case '$numberDouble':
      // NaN, the infinities and -0 have no spelling in JSON.
      return Number.isFinite(Number(content)) && !Object.is(Number(content), -0) ? Number(content) : value;
    case '$numberLong':
      return Number.isSafeInteger(Number(content)) ? Number(content) : value;
    case '$date':
      return { $date: readableDate(content) };
    default:
      return value;
  }
}

/** Its `$numberLong` is a number by now. A year beyond 9999 has no text that every reader takes. */
function readableDate(content: unknown): unknown {
  if (typeof content !== 'number') return content;
  const isUsual = content >= 0 && content < Date.UTC(10_000, 0);
  return isUsual ? new Date(content).toISOString() : { $numberLong: String(content) };
}
