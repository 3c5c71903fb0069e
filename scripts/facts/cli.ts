/** `npm run facts`: whether every fact in docs/facts.md has a test that is there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../project/paths';
import { parseFacts } from './facts';
import { unprovenFacts } from './unproven';

const HELP = `npm run facts

Looks up the test of each fact in docs/facts.md, by file and title. Prints the facts without a test, and those whose
test is not found; exit 1 when there are any.`;

function main(): void {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const facts = parseFacts(readFileSync(join(projectRoot, 'docs/facts.md'), 'utf8'));
  const unproven = unprovenFacts(facts, join(projectRoot, 'test'));
  for (const { fact, why } of unproven) console.error(`docs/facts.md:${fact.line}: ${fact.fact}\n  ${why}`);
  if (unproven.length > 0) process.exitCode = 1;
  else console.log(`${facts.length} facts, each with a test`);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
