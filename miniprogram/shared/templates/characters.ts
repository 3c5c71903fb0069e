// Copied by `npm run build` from cloudfunctions/shared/templates/characters.ts: edit it there.
/** How many characters a field holds, and how they are counted. */

const han = /\p{Script=Han}/u;

const MOST: ReadonlyMap<string, (value: string) => number> = new Map<string, (value: string) => number>([
  ['thing', () => 20],
  ['letter', () => 32],
  ['symbol', () => 5],
  ['character_string', () => 32],
  ['phone_number', () => 17],
  ['car_number', () => 8],
  ['name', (value) => (han.test(value) ? 10 : 20)],
  ['phrase', () => 5],
]);

/**
 * @param kind the letters of the field's key
 * @returns how many characters the field holds of this value; Infinity for kinds that have another rule, or none
 */
export function mostCharacters(kind: string, value: string): number {
  return MOST.get(kind)?.(value) ?? Number.POSITIVE_INFINITY;
}

/** Characters as code points: 𠮷 is one, although JavaScript's `length` says two. */
export function charactersIn(value: string): number {
  return [...value].length;
}
