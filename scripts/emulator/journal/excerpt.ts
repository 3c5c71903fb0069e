/** What the journal keeps of long texts, so that it stays readable and small whatever is sent, printed and answered. */

/** Characters of a log record, of a request, of an answer; the emulator's own limit. */
const MAX_LENGTH = 64 * 1024;

/** What JSON says, or, when it is too long, its beginning as text. */
export const excerpt = (json: string): unknown => (json.length > MAX_LENGTH ? cut(json) : JSON.parse(json));

/** The text, or its beginning and its length. */
export const cut = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}… (${text.length} characters)` : text;
