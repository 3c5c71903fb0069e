/** The console's code for the browser, bundled by esbuild. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { emulatorSources } from '../../project/paths';

export interface ConsoleBundle {
  script: string;
  style: string;
}

export async function consoleBundle(): Promise<ConsoleBundle> {
  const { outputFiles } = await build({
    entryPoints: { console: join(emulatorSources, 'console/browser/main.tsx') },
    outdir: 'console',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
