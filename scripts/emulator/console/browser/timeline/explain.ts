/** What the catalogue of error codes says of a failed call: what it means, where it comes from, the way out. */
import type { Entry } from './entries';
import catalogue from './errorCatalogue.json';

export interface Explanation {
  /** `43101 NOT_SUBSCRIBED` */
  code: string;
  meaning: string;
  cause: string;
  remedy: string;
}

const WORDS: Record<string, Omit<Explanation, 'code'>> = catalogue.words;
const CODES: Record<string, string> = catalogue.codes;

/** Undefined for what went well, and for what the catalogue does not have. */
export function explanationOf({ outcome, call }: Entry): Explanation | undefined {
  if (outcome.state !== 'failed') return undefined;
  for (const given of [outcome.words, call?.error?.errCode]) {
    const code = CODES[String(given)] ?? String(given);
    const words = WORDS[code];
    if (words !== undefined) return { code: code === String(given) ? code : `${given} ${code}`, ...words };
  }
  return undefined;
}

/** In a few words for the list. */
export const meaningOf = (entry: Entry): string | undefined => explanationOf(entry)?.meaning;
