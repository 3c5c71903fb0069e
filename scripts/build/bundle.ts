/** Compiles one cloud function with esbuild into a folder that the cloud runs as it is. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { zipSync } from 'fflate';

/** A function compiled in memory. */
export interface Bundle {
  name: string;
  files: Map<string, Uint8Array>;
  durationMs: number;
}

export interface BundleSize {
  bytes: number;
  /** What the tcb CLI uploads. */
  zippedBytes: number;
}

/** The cloud runs Nodejs18.15: https://docs.cloudbase.net/cli-v1/functions/configs */
const TARGET = 'node18';

/** esbuild's options for the function in `folder`, with wx-server-sdk inside the one index.js. */
export const bundleOptions = (folder: string) =>
  ({
    entryPoints: [join(folder, 'index.ts')],
    outfile: 'index.js',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: TARGET,
    charset: 'utf8',
    // Names stay, so that a stack trace in the cloud's log can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'eof',
    write: false,
    logLevel: 'silent',
  }) satisfies BuildOptions;

/** @throws esbuild's BuildFailure, whose errors have the place */
export async function bundleFunction(sources: string, name: string): Promise<Bundle> {
  const startedAt = performance.now();
  const folder = join(sources, name);
  const { outputFiles } = await build(bundleOptions(folder));
  return {
    name,
    files: deployedFiles(name, folder, outputFiles[0]?.contents ?? new Uint8Array()),
    durationMs: performance.now() - startedAt,
  };
}

/** The files of the deployed folder, given the compiled code. */
export function deployedFiles(name: string, folder: string, code: Uint8Array): Map<string, Uint8Array> {
  const files = new Map([['index.js', code]]);
  const config = join(folder, 'config.json');
  if (existsSync(config)) files.set('config.json', readFileSync(config));
  files.set(
    'package.json',
    Buffer.from(`${JSON.stringify({ name, private: true, main: 'index.js' }, null, 2)}\n`),
  );
  return files;
}

/** Writes the folder beside its place and then swaps it in, so that no half-written folder is ever seen there. */
export function writeBundle(outDir: string, { name, files }: Pick<Bundle, 'name' | 'files'>): void {
  const staged = join(outDir, `.${name}.${process.pid}`);
  const place = join(outDir, name);
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  for (const [file, contents] of files) writeFileSync(join(staged, file), contents);
  rmSync(place, { recursive: true, force: true });
  renameSync(staged, place);
}

export function sizeOf({ files }: Pick<Bundle, 'files'>): BundleSize {
  const zipped = zipSync(Object.fromEntries(files), { level: 9 });
  return { bytes: files.get('index.js')?.length ?? 0, zippedBytes: zipped.length };
}
