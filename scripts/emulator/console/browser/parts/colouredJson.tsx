/** JSON, and objects of MongoDB's shell, in quiet colours: names, strings, the rest; moments also in local time. */
import { dayAndTime } from '../frame/moment';

/** A string may end where its line is cut. */
const TOKENS =
  /((?:ISODate|NumberLong|ObjectId)\("[^"\n]*"\))|("(?:[^"\\\n]|\\.)*(?:"|(?=\n)|$))(\s*:)?|([\p{L}_$][\p{L}\p{N}_$]*)(?=:)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/gu;

export function coloured(text: string): preact.ComponentChild[] {
  const pieces: preact.ComponentChild[] = [];
  let end = 0;
  let name = '';
  for (const match of text.matchAll(TOKENS)) {
    const [token, typed, string, colon, bareName] = match;
    const isName = bareName !== undefined || colon !== undefined;
    if (isName) name = token;
    const kind = isName ? 'name' : string === undefined || typed !== undefined ? 'value' : 'string';
    const moment = isName ? undefined : momentOf(token, name);
    pieces.push(text.slice(end, match.index));
    pieces.push(
      <span key={match.index} class={`json-${kind}`} data-moment={moment && dayAndTime(moment)}>
        {token}
      </span>,
    );
    end = match.index + token.length;
  }
  pieces.push(text.slice(end));
  return pieces;
}

const INSTANT = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)"/;
/** Milliseconds since 1970, from 2001 to 2286. */
const MILLISECONDS = /^\d{13}$/;
/** The same in seconds; so long are other numbers too. */
const SECONDS = /^\d{10}$/;
const NAME_OF_MOMENT = /time|date|expire|at"?:?$/i;

/** The moment that a value says as nobody reads it: in UTC, or counted from 1970. */
function momentOf(token: string, name: string): number | undefined {
  const [, instant] = INSTANT.exec(token) ?? [];
  if (instant !== undefined) return Date.parse(instant);
  if (MILLISECONDS.test(token)) return Number(token);
  return SECONDS.test(token) && NAME_OF_MOMENT.test(name) ? Number(token) * 1_000 : undefined;
}
