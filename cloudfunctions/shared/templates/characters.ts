/** How WeChat's limits count. */

/** Characters as code points: 𠮷 is one, although JavaScript's `length` says two. */
export function charactersIn(value: string): number {
  return [...value].length;
}
