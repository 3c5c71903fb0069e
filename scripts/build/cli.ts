/** `npm run build`: compiles the functions, packs the mini-program’s components; `--watch` goes on as files change. */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildFailure, formatMessages } from 'esbuild';
import { builtFunctions, functionSources, miniprogramSources, projectRoot } from '../project/paths';
import { type BuiltFunction, buildFunctions } from './build';
import { copySharedModules, packComponents } from './miniprogram';
import { watchFunctions } from './watch';

const HELP = `npm run build [-- --watch]

Compiles each folder of cloudfunctions/ (but shared/) into dist/cloudfunctions/<name>/: one index.js for the
cloud's Node 18 with wx-server-sdk inside, config.json and package.json. Nothing is installed in the cloud.
Puts the TDesign components that miniprogram/ uses into miniprogram/miniprogram_npm/, so that DevTools opens it
without its npm step.

  --watch   go on: build a function again when one of its files changes
  --help    print this`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { watch: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return console.log(HELP);
  const startedAt = performance.now();
  const built = await buildFunctions(functionSources, builtFunctions);
  console.log(table(built));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(2);
  console.log(`${built.length} functions in ${relative(projectRoot, builtFunctions)}/, ${seconds} s`);
  prepareMiniprogram();
  if (values.watch) await watch();
}

function prepareMiniprogram(): void {
  copySharedModules(join(functionSources, 'shared'), join(miniprogramSources, 'shared'));
  const { name, files, bytes } = packComponents(
    miniprogramSources,
    join(projectRoot, 'node_modules'),
    join(__dirname, 'icons'),
  );
  console.log(
    `${files} files of ${name}, ${kilobytes(bytes)}, in ${relative(projectRoot, miniprogramSources)}/`,
  );
}

async function watch(): Promise<void> {
  await watchFunctions(functionSources, builtFunctions, {
    rebuilt: (name) => console.log(`built ${name}`),
    failed: (name, failure) => void report(failure).then(() => console.error(`${name} is left as it was`)),
  });
  console.log('Watching for changes. Ctrl-C stops.');
}

function table(built: BuiltFunction[]): string {
  const rows = [
    ['function', 'size', 'zipped', 'time'],
    ...built.map(({ name, bytes, zippedBytes, durationMs }) => [
      name,
      kilobytes(bytes),
      kilobytes(zippedBytes),
      `${durationMs.toFixed(0)} ms`,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

async function report({ errors }: Pick<BuildFailure, 'errors'>): Promise<void> {
  const messages = await formatMessages(errors, { kind: 'error', color: process.stderr.isTTY });
  console.error(messages.join('\n'));
}

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && 'errors' in error;

main().catch(async (error: unknown) => {
  if (isBuildFailure(error)) await report(error);
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
