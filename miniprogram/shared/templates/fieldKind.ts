// Copied by `npm run build` from cloudfunctions/shared/templates/fieldKind.ts: edit it there.
/** The kinds of fields: what a key's letters say of the value, in types and at run time. */

/** The letters of a key: `character_string` of `character_string12`. */
export type KindOf<Key extends string> = Key extends `${infer Letters}${Digit}` ? KindOf<Letters> : Key;

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** A point in time: a Date, or milliseconds since 1970 (never seconds). Written in China's time. */
export type Moment = Date | number;

/** From one point in time to another, written with ~ between them. */
export interface Span {
  from: Moment | string;
  to: Moment | string;
}

/** An amount of money in fen (分), a whole number: exact, where yuan with decimals may not be. */
export interface Fen {
  fen: number;
}

/** What may be given for a field; text passes for every kind, if it keeps the kind's rule. */
interface Values {
  thing: string | number;
  character_string: string | number;
  number: string | number;
  phone_number: string | number;
  /** As text: in WeChat's form (2026年11月23日 15:01), or as JSON writes a Date. */
  time: string | Moment | Span;
  date: string | Moment | Span;
  /** A number is in yuan, with at most two decimals. */
  amount: string | number | Fen;
  letter: string;
  symbol: string;
  name: string;
  phrase: string;
  car_number: string;
}

/** What may be given for a field of this key; for a kind that WeChat does not document, text or a number. */
export type ValueOf<Key extends string> =
  KindOf<Key> extends keyof Values ? Values[KindOf<Key>] : string | number;

/** What may be given for some field. */
export type FieldValue = Values[keyof Values];

/** @param key WeChat's key of a field, `thing1` */
export function kindOf(key: string): string {
  return key.replace(/\d+$/, '');
}
