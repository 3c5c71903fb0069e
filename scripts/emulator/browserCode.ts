/** Code for the browser, the phone's and the console's: as `npm start` has bundled it, or bundled when it is needed. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { emulatorSources } from '../project/paths';
import { once } from './once';

/** Files under scripts/emulator, by the name of what is made of each: `shell` becomes `shell.js` and `shell.css`. */
export type EntryPoints = Record<string, string>;

/** Beside the bundle that `npm start` runs; from source there is none. */
export const BUNDLED_FOLDER = 'browserCode';
const BUNDLED = join(__dirname, BUNDLED_FOLDER);

export interface BrowserCode {
  /** So that no browser waits for it. A failure is told to the one that asks for a file. */
  prepare(): Promise<unknown>;
  /** @param name `shell.js` */
  file(name: string): Promise<string>;
}

export function browserCode(entryPoints: EntryPoints): BrowserCode {
  if (existsSync(BUNDLED)) {
    return { prepare: async () => {}, file: (name) => readFile(join(BUNDLED, name), 'utf8') };
  }
  const bundled = once(() => bundleForBrowser(entryPoints));
  return {
    prepare: bundled,
    async file(name) {
      const text = (await bundled()).get(name);
      if (text === undefined) throw new Error(`esbuild made no ${name}`);
      return text;
    },
  };
}

/** @returns texts by the files' names */
export async function bundleForBrowser(entryPoints: EntryPoints): Promise<Map<string, string>> {
  // Loaded where it is needed: `npm start` has bundled all before.
  const { build } = require('esbuild') as typeof import('esbuild');
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(
      Object.entries(entryPoints).map(([name, file]) => [name, join(emulatorSources, file)]),
    ),
    outdir: BUNDLED_FOLDER,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}
