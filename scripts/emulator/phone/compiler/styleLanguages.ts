/**
 * Style sheets as they are written: WXSS, and Less and Sass where DevTools compiles them by its plugins
 * (WeChat's documentation: dev/devtools/compilets; miniprogram-ci 2.1.42 has the plugins).
 */

import type { Syntax } from 'sass';
import { candidatePaths } from '../path';
import { lineOf, type Source, SourceFailure } from './source';

type Compile = (source: Source, file: string, text: string) => Promise<string>;

const LANGUAGES: Record<string, Compile> = {
  '.less': compileLess,
  '.scss': compileSass,
  '.sass': compileSass,
};

/**
 * @param file ends in `.wxss`; where there is none, it is compiled from the Less or Sass of that name
 * @returns WXSS; undefined when there is neither
 * @throws {SourceFailure}
 */
export async function readStyleSheet(source: Source, file: string): Promise<string | undefined> {
  const written = await source.read(file);
  if (written !== undefined || !file.endsWith('.wxss')) return written;
  for (const [ending, compile] of Object.entries(LANGUAGES)) {
    const from = file.replace(/\.wxss$/, ending);
    const text = await source.read(from);
    if (text !== undefined) return compile(source, from, text);
  }
  return undefined;
}

/** What less rejects with. */
interface LessFailure {
  message: string;
  filename?: string;
  line?: number;
  column?: number;
}

async function compileLess(source: Source, file: string, text: string): Promise<string> {
  // Loaded where it is needed: few mini-programs have any.
  const less = require('less') as typeof import('less');
  class SourceFiles extends less.FileManager {
    override supports() {
      return true;
    }
    override supportsSync() {
      return false;
    }
    override async loadFile(request: string, folder: string) {
      const found = await firstOf(source, folder, request, ['', '.less', '.wxss']);
      if (found === undefined) throw { type: 'File', message: `'${request}' is missing` };
      return { filename: found.file, contents: found.text };
    }
  }
  const shared = await sharedStyles(source, file, ['.less']);
  const start = shared === undefined ? '' : `@import (optional, reference) '/${shared}'; `;
  try {
    const { css } = await less.render(start + text, {
      filename: file,
      plugins: [{ install: (_, plugins) => plugins.addFileManager(new SourceFiles()) }],
    });
    return css;
  } catch (error) {
    const { message, filename = file, line, column } = error as LessFailure;
    throw await failure(source, {
      file: filename,
      message,
      line,
      column: column === undefined ? undefined : column + 1,
    });
  }
}

/** Files as Sass names them to what loads them. */
const SCHEME = 'miniprogram:/';
const fileOf = (url: URL) => decodeURI(url.href.slice(SCHEME.length));

async function compileSass(source: Source, file: string, text: string): Promise<string> {
  const sass = require('sass') as typeof import('sass');
  const importer = {
    async canonicalize(url: string) {
      const path = url.startsWith(SCHEME) ? fileOf(new URL(url)) : url;
      const partial = path.replace(/[^/]+$/, '_$&');
      for (const request of [path, partial, `${path}/_index`]) {
        const found = await firstOf(source, '', request, ['.scss', '.sass', '.wxss', '']);
        if (found !== undefined) return new URL(SCHEME + found.file);
      }
      return null;
    },
    async load(url: URL) {
      const contents = await source.read(fileOf(url));
      return contents === undefined ? null : { contents, syntax: syntaxOf(fileOf(url)) };
    },
  };
  const shared = await sharedStyles(source, file, ['.scss', '.sass']);
  const end = syntaxOf(file) === 'indented' ? '\n' : '; ';
  const start = shared === undefined ? '' : `@use '/${shared}'${end}`;
  try {
    const { css } = await sass.compileStringAsync(start + text, {
      syntax: syntaxOf(file),
      url: new URL(SCHEME + file),
      importer,
      importers: [importer],
      logger: sass.Logger.silent,
    });
    return css;
  } catch (error) {
    if (!(error instanceof sass.Exception)) throw error;
    const { sassMessage: message, span } = error;
    const place = span.url === undefined ? file : fileOf(span.url);
    const linesBefore = place === file && start.endsWith('\n') ? 1 : 0;
    const { line, column } = span.start;
    throw await failure(source, { file: place, message, line: line + 1 - linesBefore, column: column + 1 });
  }
}

/** What the plugins put before every style sheet: `global.less`, `global.scss` in the mini-program's folder. */
async function sharedStyles(source: Source, file: string, endings: string[]): Promise<string | undefined> {
  const own = endings.filter((ending) => file.endsWith(ending));
  for (const ending of new Set([...own, ...endings])) {
    const shared = `global${ending}`;
    if (shared !== file && (await source.read(shared)) !== undefined) return shared;
  }
  return undefined;
}

const syntaxOf = (file: string): Syntax => (file.endsWith('.sass') ? 'indented' : 'scss');

async function firstOf(source: Source, from: string, request: string, endings: string[]) {
  for (const path of candidatePaths(from, request)) {
    for (const ending of endings) {
      const file = path + ending;
      const text = await source.read(file);
      if (text !== undefined) return { file, text };
    }
  }
  return undefined;
}

interface Mistake {
  file: string;
  message: string;
  /** From 1. */
  line: number | undefined;
  column: number | undefined;
}

async function failure(source: Source, { file, message, line, column }: Mistake): Promise<SourceFailure> {
  if (line === undefined) return new SourceFailure([{ file, message }]);
  const excerpt = lineOf((await source.read(file)) ?? '', line);
  return new SourceFailure([{ file, message, line, column: column ?? 1, excerpt }]);
}
