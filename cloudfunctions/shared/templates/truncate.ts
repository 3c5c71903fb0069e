/** Shortens texts that are longer than their field, never inside what a reader sees as one character. */
import { charactersIn } from './characters';

/** How a kind's texts may be shortened: to how many characters, and what tells that something is missing. */
interface Shortening {
  limitOf(value: string): number;
  mark: string;
}

const han = /\p{Script=Han}/u;

/**
 * The other kinds have no shorter form that is still true: a number, an amount, a telephone, a plate. A phrase and
 * a letter field take no mark; a character_string has plain dots, since its … might pass for a Chinese one.
 */
const SHORTENINGS: ReadonlyMap<string, Shortening> = new Map<string, Shortening>([
  ['thing', { limitOf: () => 20, mark: '…' }],
  ['name', { limitOf: (value) => (han.test(value) ? 10 : 20), mark: '…' }],
  ['character_string', { limitOf: () => 32, mark: '...' }],
  ['symbol', { limitOf: () => 5, mark: '…' }],
  ['letter', { limitOf: () => 32, mark: '' }],
  ['phrase', { limitOf: () => 5, mark: '' }],
]);

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * @param kind the letters of the field's key
 * @returns the value, cut to what its field holds where it is longer and the kind can be cut
 */
export function truncate(kind: string, value: string): string {
  const shortening = SHORTENINGS.get(kind);
  if (shortening === undefined) return value;
  const limit = shortening.limitOf(value);
  if (charactersIn(value) <= limit) return value;

  const room = limit - shortening.mark.length;
  let kept = '';
  let length = 0;
  for (const { segment } of graphemes.segment(value)) {
    length += charactersIn(segment);
    if (length > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${shortening.mark}`;
}
