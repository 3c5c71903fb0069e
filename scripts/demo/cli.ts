/** `npm run demo`: the journey of a subscription message, headless, on a fresh emulator. */
import { parseArgs } from 'node:util';
import { createEmulator } from '../emulator/emulator';
import { createEmulatorClient } from '../project/emulatorClient';
import { builtFunctions } from '../project/paths';
import { journey, type Step } from './journey';

const HELP = `npm run demo

Builds the cloud functions, starts a fresh emulator on a free port and walks through the journey of a subscription
message over HTTP: a line a step, with what was expected and what came. Exit 1 at the first step that differs.`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(HELP);
  const emulator = await createEmulator({ functions: builtFunctions, port: 0 });
  try {
    const steps = journey({ client: createEmulatorClient(() => emulator.url), settled: emulator.settled });
    console.log(`Emulator at ${emulator.url}\n`);
    for (const [index, step] of steps.entries()) {
      if (await walk(step, index + 1)) continue;
      process.exitCode = 1;
      return;
    }
    console.log(`\n${steps.length} steps, all as expected.`);
  } finally {
    await emulator.close();
  }
}

/** @returns whether what came is what was expected */
async function walk({ title, expected, run }: Step, number: number): Promise<boolean> {
  const came = await run().catch((error: Error) => `error: ${error.message}`);
  const same = typeof expected === 'string' ? came === expected : expected.test(came);
  console.log(`${same ? '✓' : '✗'} ${number}  ${title}: expected ${expected}; came ${came}`);
  return same;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
