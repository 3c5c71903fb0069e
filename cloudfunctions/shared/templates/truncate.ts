/** Shortens texts that are longer than their field, never inside what a reader sees as one character. */
import { charactersIn, mostCharacters } from './characters';

/**
 * What tells that something is missing, by the kinds that may be shortened. The others have no shorter form that is
 * still true: a number, an amount, a telephone, a plate. A phrase and a letter field take no mark; a character_string
 * has plain dots, since its … might pass for a Chinese one.
 */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['thing', '…'],
  ['name', '…'],
  ['character_string', '...'],
  ['symbol', '…'],
  ['letter', ''],
  ['phrase', ''],
]);

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * @param kind the letters of the field's key
 * @returns the value, cut to what its field holds where it is longer and the kind can be cut
 */
export function truncate(kind: string, value: string): string {
  const mark = MARKS.get(kind);
  const limit = mostCharacters(kind, value);
  if (mark === undefined || charactersIn(value) <= limit) return value;

  const room = limit - mark.length;
  let kept = '';
  let length = 0;
  for (const { segment } of graphemes.segment(value)) {
    length += charactersIn(segment);
    if (length > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${mark}`;
}
