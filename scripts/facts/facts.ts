/** Reads docs/facts.md: what WeChat and CloudBase do, a row a fact, and the tests that prove each. */

/** A place in the tests, as the table writes it: `` `e2e/timers.test.ts` › a timer › that became due … ``. */
export interface TestReference {
  /** Below test/. */
  file: string;
  /** The end of the test's path: its title, after those describe blocks that are needed to tell it from others. */
  path: string[];
}

export interface Fact {
  section: string;
  fact: string;
  source: string;
  tests: TestReference[];
  /** In docs/facts.md, from 1. */
  line: number;
}

/** Facts of this section have no test: it says why instead. */
const NOT_CARRIED = 'Not carried yet';

/** Between a file, a describe block and a title. */
export const SEPARATOR = ' › ';

/**
 * The facts of every section but 'Not carried yet'.
 *
 * @param markdown with a table of three columns a section: fact, source, test; several tests stand on lines of their
 *   own, parted by `<br>`
 * @throws Error that names the line when a row has not these columns, or a test is not written as a reference
 */
export function parseFacts(markdown: string): Fact[] {
  const facts: Fact[] = [];
  let section = '';
  for (const [index, text] of markdown.split('\n').entries()) {
    if (text.startsWith('## ')) section = text.slice(3).trim();
    if (!text.startsWith('|') || section.startsWith(NOT_CARRIED)) continue;
    const cells = cellsOf(text);
    if (isHead(cells)) continue;
    facts.push(readFact(section, cells, index + 1));
  }
  return facts;
}

function readFact(section: string, cells: string[], line: number): Fact {
  const [fact, source, tests, ...others] = cells;
  if (!fact || !source || tests === undefined || others.length > 0)
    throw new Error(
      `line ${line}: a fact has three columns, fact, source and test; here are ${cells.length}`,
    );
  const references = tests.split('<br>').filter((one) => one.trim() !== '');
  return { section, fact, source, tests: references.map((one) => readReference(one, line)), line };
}

function readReference(text: string, line: number): TestReference {
  const [file, ...path] = text.trim().split(SEPARATOR);
  const named = /^`(.+)`$/.exec(file ?? '')?.[1];
  if (named === undefined || path.length === 0)
    throw new Error(`line ${line}: a test is written \`file\`${SEPARATOR}title; here is ${text.trim()}`);
  return { file: named, path };
}

/** Cells are parted by `|`; a `|` of their own is written `\|`. */
function cellsOf(row: string): string[] {
  const inner = row.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

const isHead = (cells: string[]) => cells[0] === 'Fact' || cells.every((cell) => /^:?-+:?$/.test(cell));
