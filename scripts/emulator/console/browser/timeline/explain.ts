/** What is known of a failed entry's code: what it means, where it comes from, the way out. */
import { cloudErrors, type ErrorWords } from './cloudErrors';
import type { Entry } from './entries';
import catalogue from './errorCatalogue.json';

export interface Explanation extends ErrorWords {
  /** `43101 NOT_SUBSCRIBED` */
  code: string;
}

const WORDS: Record<string, ErrorWords> = { ...catalogue.words, ...cloudErrors };
const CODES: Record<string, string> = catalogue.codes;

/** Undefined for what went well, and for what nothing is known of. */
export function explanationOf({ outcome, call, children }: Entry): Explanation | undefined {
  if (outcome.state !== 'failed') return undefined;
  for (const given of [innerCode(call?.error?.message), outcome.words, call?.error?.errCode]) {
    if (given === undefined) continue;
    const code = CODES[String(given)] ?? String(given);
    const words = WORDS[code];
    if (words !== undefined) return { code: code === String(given) ? code : `${given} ${code}`, ...words };
  }
  // A push fails as the function does that it was delivered to, the last time.
  const last = call === undefined ? children.at(-1) : undefined;
  return last && explanationOf(last);
}

/** In a few words for the list. */
export const meaningOf = (entry: Entry): string | undefined => explanationOf(entry)?.meaning;

/**
 * The number that the SDK was answered, when a function let its error through: `errCode: 43101 | errMsg: …`,
 * `collection.get:fail -502005 …`, as wx-server-sdk 4.0.2 writes them.
 */
const innerCode = (message = ''): string | undefined =>
  /^\w*Error: (?:errCode: |\S+:fail )(-?\d{1,6})\b/.exec(message)?.[1];
