/** `npm run bench`: every figure that the project claims, each against a named peer in the same run. */
import { parseArgs } from 'node:util';
import { benchBoot } from './boot';
import { benchDatabaseGrowth } from './databaseGrowth';
import { benchPhone } from './phone';
import { benchPush } from './push';
import { type Finding, printFindings } from './report';
import { benchSdkCalls } from './sdkCalls';

const BENCHES: Record<string, () => Promise<Finding[]>> = {
  sdk: benchSdkCalls,
  database: benchDatabaseGrowth,
  boot: benchBoot,
  phone: benchPhone,
  push: benchPush,
};

const HELP = `npm run bench [-- NAME …]

Runs the benchmarks named, or all: ${Object.keys(BENCHES).join(', ')}. Each figure stands beside that of a peer from the
same run; on a shared machine only the comparison means something. Exit 1 when a target was missed.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return console.log(HELP);
  for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
    const bench = BENCHES[name];
    if (bench === undefined)
      throw new Error(`There is no benchmark ${name}; there are ${Object.keys(BENCHES).join(', ')}`);
    const findings = await bench();
    printFindings(findings);
    if (findings.some(({ target }) => target?.kept === false)) process.exitCode = 1;
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
