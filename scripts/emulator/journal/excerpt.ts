/** What the journal keeps of long texts, so that it stays readable and small whatever is sent, printed and answered. */

/** Characters of a log record, of a request, of an answer; the emulator's own limit. */
const MAX_LENGTH = 64 * 1024;

/** What JSON says, or, when it is too long, its beginning as text. */
export const excerpt = (json: string): unknown => (json.length > MAX_LENGTH ? cut(json) : readExactly(json));

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG_INTEGER = /^-?\d{16,}$/;

/** JSON whose integers of 64 bits keep their digits: one that JavaScript cannot spell is `{ $numberLong }`. */
export const readExactly = (json: string): unknown =>
  JSON.parse(
    json.replace(STRING_OR_NUMBER, (token) =>
      LONG_INTEGER.test(token) && !Number.isSafeInteger(Number(token))
        ? JSON.stringify({ $numberLong: token })
        : token,
    ),
  );

/** The text, or its beginning and its length. */
export const cut = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}… (${text.length} characters)` : text;
