/** The mini-program's TypeScript and JavaScript to CommonJS modules, by esbuild. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { transform } from 'esbuild';
import type { SourceError } from '../program';
import { type Source, SourceFailure } from './source';
import { syntaxErrors } from './syntaxErrors';

export interface CompiledModule {
  /** From the root of the mini-program, without the ending: what `require` asks for. */
  path: string;
  code: string;
  /** A source map, as JSON. */
  map: string;
}

/**
 * Compiles every script in the folder: any of them may be required.
 *
 * @throws {SourceFailure} with all syntax errors of all files
 */
export async function compileScripts(source: Source): Promise<CompiledModule[]> {
  const files = await listScripts(source.folder);
  const results = await Promise.allSettled(files.map((file) => compileScript(source, file)));
  const errors: SourceError[] = [];
  const modules: CompiledModule[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') modules.push(result.value);
    else if (result.reason instanceof SourceFailure) errors.push(...result.reason.errors);
    else throw result.reason;
  }
  if (errors.length > 0) throw new SourceFailure(errors);
  return modules;
}

async function compileScript(source: Source, file: string): Promise<CompiledModule> {
  const text = (await source.read(file)) ?? '';
  const path = file.replace(/\.[jt]s$/, '');
  try {
    const { code, map } = await transform(text, {
      loader: file.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'es2022',
      sourcefile: `miniprogram/${file}`,
      sourcemap: 'external',
    });
    return { path, code, map };
  } catch (error) {
    throw new SourceFailure(syntaxErrors(file, error));
  }
}

async function listScripts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort();
}
