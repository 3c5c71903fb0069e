/** JSON as text in which 64-bit integers stand with all their digits, as they went over the wire. */

/** Inside a string the quotes would be escaped, so that this is always an object. */
const LONG = /\{\s*"\$numberLong":\s*"(-?\d+)"\s*\}/g;

/** @param indent spaces a level; default 0, all on one line */
export const exactJson = (value: unknown, indent = 0): string =>
  (JSON.stringify(value, null, indent) ?? '').replace(LONG, '$1');
