/** What the catalogue says of an error, in English and Chinese. */

export interface ErrorEntry {
  /** Ours: stable, for callers to compare. */
  code: string;
  /** WeChat's, CloudBase's or the client's numbers for it, where it has any. */
  numbers: readonly number[];
  /** The same call may succeed later without a change. Never true where it might then be done twice. */
  retryable: boolean;
  en: Words;
  /** For developers. */
  zh: Words;
  /** What a user is shown in place of `zh`, where the way out is his. */
  forUser?: UserWords;
}

export interface Words {
  /** A clause: small at the beginning in English, no full stop. */
  meaning: string;
  cause: string;
  /** What to do about it. */
  remedy: string;
}

export interface UserWords {
  meaning: string;
  wayOut: string;
}

type WordsRow = readonly [meaning: string, cause: string, remedy: string];

/** An entry as the catalogue's files write it. */
export interface EntryRow {
  code: string;
  /** Left out: it has none. */
  numbers?: readonly number[];
  /** Left out: false. */
  retryable?: true;
  en: WordsRow;
  zh: WordsRow;
  forUser?: readonly [meaning: string, wayOut: string];
}

export function entry({ code, numbers = [], retryable, en, zh, forUser }: EntryRow): ErrorEntry {
  return {
    code,
    numbers,
    retryable: retryable === true,
    en: wordsOf(en),
    zh: wordsOf(zh),
    ...(forUser && { forUser: { meaning: forUser[0], wayOut: forUser[1] } }),
  };
}

const wordsOf = ([meaning, cause, remedy]: WordsRow): Words => ({ meaning, cause, remedy });
