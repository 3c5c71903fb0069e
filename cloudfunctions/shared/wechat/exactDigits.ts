/** WeChat's 64-bit numbers, which do not fit a JavaScript number, as strings of their digits. */

/**
 * The SDK parses answers with json-bigint: a number of 15 characters or fewer becomes a number, a longer one a
 * BigNumber, whose `toFixed()` gives all its digits.
 *
 * @param value a number, a BigNumber, or digits in a string
 * @returns the digits; undefined when `value` is no whole number, or has lost digits already
 */
export function exactDigits(value: unknown): string | undefined {
  const digits = digitsOf(value);
  return digits !== undefined && /^\d+$/.test(digits) ? digits : undefined;
}

function digitsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== 'object' || value === null || !('toFixed' in value)) return undefined;
  return typeof value.toFixed === 'function' ? String(value.toFixed()) : undefined;
}
