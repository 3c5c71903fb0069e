/** Looks each fact's tests up in the test files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fact, SEPARATOR, type TestReference } from './facts';
import { titlesOf } from './titles';

export interface Unproven {
  fact: Fact;
  why: string;
}

/**
 * @param testFolder the folder that the references' files are in
 * @returns the facts that no test proves, as far as titles tell: those without a test, and those that name one that is
 *   not there or that does not run. A fact may stand in it several times
 */
export function unprovenFacts(facts: Fact[], testFolder: string): Unproven[] {
  const titles = new Map<string, string[][] | undefined>();
  const titlesIn = (file: string) => {
    if (!titles.has(file)) titles.set(file, readTitles(join(testFolder, file)));
    return titles.get(file);
  };
  return facts.flatMap((fact) => {
    if (fact.tests.length === 0) return [{ fact, why: 'no test is named' }];
    return fact.tests.flatMap((test) => {
      const why = whyNotFound(test, titlesIn(test.file));
      return why === undefined ? [] : [{ fact, why }];
    });
  });
}

const readTitles = (path: string) => (existsSync(path) ? titlesOf(readFileSync(path, 'utf8')) : undefined);

function whyNotFound({ file, path }: TestReference, titles: string[][] | undefined): string | undefined {
  if (titles === undefined) return `there is no test/${file}`;
  const title = path.join(SEPARATOR);
  const fitting = titles.filter((one) => one.slice(-path.length).join(SEPARATOR) === title);
  if (fitting.length === 0) return `test/${file} has no test "${title}"`;
  if (fitting.length > 1) return `test/${file} has ${fitting.length} tests "${title}": name the describe too`;
  return undefined;
}
