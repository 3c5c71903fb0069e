/** `npm run build:emulator`: what `npm start` runs, in dist/emulator: the emulator, and its pages' code. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLED_FOLDER, bundleForBrowser } from '../emulator/browserCode';
import { CONSOLE_ENTRY_POINTS } from '../emulator/console/entryPoints';
import { PHONE_ENTRY_POINTS } from '../emulator/phone/entryPoints';
import { builtEmulator, emulatorSources } from '../project/paths';

async function main(): Promise<void> {
  await rm(builtEmulator, { recursive: true, force: true });
  await Promise.all([buildProcess(), buildPages()]);
}

async function buildProcess(): Promise<void> {
  await build({
    entryPoints: {
      cli: join(emulatorSources, 'cli.ts'),
      compilerThread: join(emulatorSources, 'phone/compiler/thread.ts'),
    },
    outdir: builtEmulator,
    bundle: true,
    // Less to read at every start.
    minifyWhitespace: true,
    minifySyntax: true,
    platform: 'node',
    target: 'node20',
    external: ['lmdb', 'esbuild', 'less', 'sass', 'glass-easel-template-compiler', 'wx-server-sdk'],
    logLevel: 'warning',
  });
}

async function buildPages(): Promise<void> {
  const folder = join(builtEmulator, BUNDLED_FOLDER);
  const files = await bundleForBrowser({ ...PHONE_ENTRY_POINTS, ...CONSOLE_ENTRY_POINTS });
  await mkdir(folder, { recursive: true });
  await Promise.all([...files].map(([name, text]) => writeFile(join(folder, name), text)));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
