/** What stands in a page's query. */

/** WeChat hands a query over as it was written: what wrote it with `%` is read so, and a lone `%` stays. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
