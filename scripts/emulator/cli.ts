/** `npm start`: runs the emulator until Ctrl-C. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtFunctions, miniprogramSources, projectRoot } from '../project/paths';
import { createEmulator, type EmulatorOptions } from './emulator';
import { hasState } from './state/dataFolder';

const DEFAULT_PORT = 9527;

const HELP = `npm start [-- options]

Builds the cloud functions, then runs WeChat and CloudBase on this machine: open the phone, tap, and watch.

  --port N            port, 0 for a free one (default ${DEFAULT_PORT}; XINSHI_PORT)
  --functions DIR     built cloud functions to run (default dist/cloudfunctions)
  --miniprogram DIR   mini-program to show on the phone (default miniprogram; none when --functions is given)
  --data DIR          where the state is kept (default .xinshi; XINSHI_DATA)
  --memory            keep no state
  --seed FILE         what an empty state begins with, and what a reset goes back to (shape: seed.schema.json)
  --import FILE       begin with a whole state (GET /emulator/state) in the place of what is kept
  --help              print this

Ctrl-C stops it and every function instance.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      functions: { type: 'string' },
      miniprogram: { type: 'string' },
      data: { type: 'string' },
      memory: { type: 'boolean' },
      seed: { type: 'string' },
      import: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(HELP);
  const options = readOptions(values);
  const keepsState = options.data !== undefined && hasState(options.data);
  const emulator = await createEmulator(options);
  const phone = options.miniprogram === undefined ? '' : `  phone    ${emulator.url}/phone/\n`;
  console.log(
    `Xinshi is ready: ${emulator.url}\n${phone}  console  ${emulator.url}/console/\nCtrl-C stops it.`,
  );
  if (options.seed !== undefined && (keepsState || options.state !== undefined)) {
    console.log('There is a state already: the seed is sown by a reset (POST /emulator/reset).');
  }
  await stopSignal();
  await emulator.close();
}

interface Flags {
  port?: string;
  functions?: string;
  miniprogram?: string;
  data?: string;
  memory?: boolean;
  seed?: string;
  import?: string;
}

function readOptions(flags: Flags): EmulatorOptions {
  const miniprogram = flags.miniprogram ?? (flags.functions === undefined ? miniprogramSources : undefined);
  const data = resolve(flags.data ?? process.env['XINSHI_DATA'] ?? join(projectRoot, '.xinshi'));
  return {
    port: readPort(flags.port ?? process.env['XINSHI_PORT'] ?? String(DEFAULT_PORT)),
    functions: resolve(flags.functions ?? builtFunctions),
    ...(miniprogram !== undefined && { miniprogram: resolve(miniprogram) }),
    ...(!flags.memory && { data }),
    ...(flags.seed !== undefined && { seed: resolve(flags.seed) }),
    ...(flags.import !== undefined && { state: resolve(flags.import) }),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`The port must be a whole number from 0 to 65535, not ${JSON.stringify(text)}`);
}

const stopSignal = () =>
  new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });

main().catch((error: NodeJS.ErrnoException) => {
  const hint =
    error.code === 'EADDRINUSE'
      ? 'The port is taken. Stop what uses it, or choose another: npm start -- --port 9528'
      : '';
  console.error(hint === '' ? error.message : `${error.message}\n${hint}`);
  process.exitCode = 1;
});
