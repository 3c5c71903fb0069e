/** The mini-program's TypeScript and JavaScript to CommonJS modules, by esbuild. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { transform } from 'esbuild';
import { candidatePaths, PACKAGE_FOLDER } from '../path';
import type { SourceError } from '../program';
import { packagedScripts } from './packages';
import type { Remembered } from './remembered';
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
 * Compiles every script in the folder, as any of them may be required; of packages those alone that are.
 *
 * @param components paths of pages and components
 * @throws {SourceFailure} with all syntax errors of all files
 */
export async function compileScripts(
  source: Source,
  components: string[],
  remembered: Remembered,
): Promise<CompiledModule[]> {
  const compile = (path: string) => {
    const file = files.get(path) ?? '';
    return remembered.recall(file, path, source, (source) => compileScript(source, path, file));
  };
  const files = await listScripts(source);
  const modules: CompiledModule[] = [];
  const errors: SourceError[] = [];
  let waiting = new Set([...files.keys()].filter((path) => !inPackage(path) || components.includes(path)));
  const added = new Set<string>();
  while (waiting.size > 0) {
    for (const path of waiting) added.add(path);
    const compiling = [...waiting].map(compile);
    const compiled = fulfilled(await Promise.allSettled(compiling), errors);
    modules.push(...compiled);
    const required = compiled.flatMap(({ path, code }) => requiredFiles(files, path, code));
    waiting = new Set(required.filter((path) => !added.has(path)));
  }
  if (errors.length > 0) throw new SourceFailure(errors);
  return modules.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const inPackage = (path: string) => path.split('/').includes(PACKAGE_FOLDER);

function fulfilled(results: PromiseSettledResult<CompiledModule>[], errors: SourceError[]): CompiledModule[] {
  return results.flatMap((result) => {
    if (result.status === 'fulfilled') return result.value;
    if (!(result.reason instanceof SourceFailure)) throw result.reason;
    errors.push(...result.reason.errors);
    return [];
  });
}

/**
 * What compiled code asks for with `require`, as far as it is there. Code that DevTools' 构建 npm has packed names
 * parameters `require`, which esbuild makes `require2`.
 */
function requiredFiles(files: Map<string, string>, path: string, code: string): string[] {
  return [...code.matchAll(/\brequire\d*\(\s*(["'`])([^"'`]+)\1\s*\)/g)].flatMap(([, , request = '']) => {
    const found = candidatePaths(path, request.replace(/\.js$/, '')).find((candidate) =>
      files.has(candidate),
    );
    return found ?? [];
  });
}

async function compileScript(source: Source, path: string, file: string): Promise<CompiledModule> {
  const text = (await source.read(file)) ?? '';
  try {
    const { code, map } = await transform(text, {
      loader: file.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'es2022',
      sourcefile: `miniprogram/${file}`,
      sourcemap: 'external',
    });
    return { path, code: withEarlyExports(code), map };
  } catch (error) {
    throw new SourceFailure(syntaxErrors(file, error));
  }
}

/**
 * Modules that import each other read exports before they are there. DevTools makes `const` and `class` to `var`, so that
 * they are undefined then; esbuild leaves them as they are, and its getters would throw. CloudBase's own SDK for
 * mini-programs relies on it.
 */
const withEarlyExports = (code: string) =>
  code.replace(
    /\{ get: (all\d*\[name\d*\]), enumerable: true \}/,
    '{ get: ((read) => () => { try { return read(); } catch {} })($1), enumerable: true }',
  );

/** Path of each module, to its file. */
async function listScripts({ folder, packages }: Source): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').includes('node_modules'));
  files.push(...(await packagedScripts(packages)));
  return new Map(files.map((file) => [file.replace(/\.[jt]s$/, ''), file]));
}
