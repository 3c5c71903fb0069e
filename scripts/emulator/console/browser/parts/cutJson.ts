/** Of a JSON text that was too long for the journal, its beginning: indented as far as it goes. */

export interface CutJson {
  text: string;
  /** Characters of the whole. */
  length: number;
}

/** As scripts/emulator/journal/excerpt.ts cuts it. */
const CUT = /… \((\d+) characters\)$/;

/** Undefined for what is whole. */
export function readCut(value: unknown): CutJson | undefined {
  const match = typeof value === 'string' ? CUT.exec(value) : null;
  if (match === null) return undefined;
  return { text: indented(match.input.slice(0, match.index)), length: Number(match[1]) };
}

/** The last string may have no end. */
const TOKENS = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s"{}[\],:]+/gs;

function indented(json: string): string {
  let text = '';
  let depth = 0;
  let opened = false;
  for (const [token] of json.matchAll(TOKENS)) {
    const closes = token === '}' || token === ']';
    if (closes) depth -= 1;
    // Between brackets with nothing in them nothing is broken.
    if (closes !== opened) text += `\n${'  '.repeat(depth)}`;
    opened = token === '{' || token === '[';
    if (opened) depth += 1;
    text += token === ':' ? ': ' : token;
    if (token === ',') text += `\n${'  '.repeat(depth)}`;
  }
  return text;
}
