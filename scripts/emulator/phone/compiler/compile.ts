/** Compiles a mini-program's folder to one script for the phone. */
import type { SourceError, StyleSheet } from '../program';
import { reachesPage } from '../styleIsolation';
import { type Bundle, bundle } from './bundle';
import { keepFiles } from './keptFiles';
import { extendedStyles, findPackages } from './packages';
import { type Project, readProject } from './project';
import { createRemembered, type Remembered } from './remembered';
import { compileScripts } from './script';
import { openSource, type Source, SourceFailure } from './source';
import { compileStyleSheet, type StyleSheetOptions } from './stylesheet';
import { compileTemplates } from './template';

export interface Compiler {
  /**
   * Compiles what has changed since it was last asked.
   *
   * @throws {SourceFailure} with every error that was found, each with its file and place
   */
  compile(): Promise<Bundle>;
}

/** @param folder where app.json lies */
export function openCompiler(folder: string): Compiler {
  const files = keepFiles();
  const remembered = createRemembered();
  return {
    compile: async () => compileSource(openSource(folder, await findPackages(folder), files), remembered),
  };
}

/** The same, once. */
export const compileMiniProgram = (folder: string): Promise<Bundle> => openCompiler(folder).compile();

async function compileSource(source: Source, remembered: Remembered): Promise<Bundle> {
  const project = await readProject(source);
  const paths = Object.keys(project.components);
  const [templates, styleSheets, modules] = await allOrEveryError([
    remembered.recall('templates', paths, source, (source) => compileTemplates(source, paths)),
    compileStyleSheets(source, project, remembered),
    compileScripts(source, paths, remembered),
  ]);
  const compiled = new Set(modules.map(({ path }) => path));
  const missing = ['app', ...paths].filter((path) => !compiled.has(path));
  if (missing.length > 0) {
    throw new SourceFailure(missing.map((path) => ({ file: `${path}.ts`, message: 'the file is missing' })));
  }
  const notInstalled = source.packages.missing.map(({ warning }) => warning);
  const warnings = [...notInstalled, ...project.warnings, ...templates.warnings];
  return bundle({ ...project, warnings, templates: templates.expression, styleSheets, modules });
}

async function compileStyleSheets(
  source: Source,
  { app, components }: Project,
  remembered: Remembered,
): Promise<Record<string, StyleSheet>> {
  const compile = (file: string, options: StyleSheetOptions) =>
    remembered.recall(file, options, source, (source) => compileStyleSheet(source, file, options));
  const styleSheets: Record<string, StyleSheet> = {};
  const darkmode = app.darkmode ?? false;
  const appFiles = [...(await extendedStyles(source.folder)), 'app.wxss'];
  const appCss = await Promise.all(appFiles.map((file) => compile(file, { darkmode })));
  const written = appCss.filter((css) => css !== undefined);
  if (written.length > 0) styleSheets['app'] = { css: written.join('\n') };
  for (const [path, { component, styleIsolation }] of Object.entries(components)) {
    const isolation = styleIsolation ?? (component ? 'isolated' : 'shared');
    const scope = reachesPage(isolation) ? undefined : scopeOf(path);
    const css = await compile(`${path}.wxss`, {
      darkmode,
      ...(scope !== undefined && { scope }),
    });
    if (css !== undefined) styleSheets[path] = { css, ...(scope !== undefined && { scope }) };
  }
  return styleSheets;
}

/** Of a class name's letters, and another for each path: folders may be called in Chinese. */
const scopeOf = (path: string) =>
  path.replaceAll(/[^A-Za-z0-9]/gu, (letter) =>
    letter === '/' ? '-' : `_${letter.codePointAt(0)?.toString(16)}_`,
  );

/** Waits for all; when some fail, the errors of all of them are one failure. */
async function allOrEveryError<T extends readonly unknown[]>(
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
) {
  const results = await Promise.allSettled(work);
  const errors: SourceError[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') continue;
    if (!(result.reason instanceof SourceFailure)) throw result.reason;
    errors.push(...result.reason.errors);
  }
  if (errors.length > 0) throw new SourceFailure(errors);
  return Promise.all(work);
}
