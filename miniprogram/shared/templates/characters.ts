// Copied by `npm run build` from cloudfunctions/shared/templates/characters.ts: edit it there.
/** How WeChat's limits count. */

/** Characters as code points: 𠮷 is one, although JavaScript's `length` says two. */
export function charactersIn(value: string): number {
  return [...value].length;
}
