/** Reads the mini-program's files, and says what is wrong with one so that its author finds the place. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceError } from '../program';

/** The mini-program cannot be compiled; `errors` holds every reason that was found. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';

  constructor(readonly errors: SourceError[]) {
    super(errors.map(describe).join('\n'));
  }
}

/** `pages/index/index.wxml:3:7 unexpected character` */
export function describe({ file, line, column, message }: SourceError): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place} ${message}`;
}

/** A mini-program's folder; files are named from its root with `/`. */
export interface Source {
  readonly folder: string;
  /** The text of a file; undefined when there is none. */
  read(file: string): Promise<string | undefined>;
}

export function openSource(folder: string): Source {
  return {
    folder,
    async read(file) {
      try {
        return await readFile(join(folder, file), 'utf8');
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

/**
 * Resolves a path that a file of the mini-program names: from the root with a leading `/`, else from the file.
 *
 * @returns the path from the root; undefined when it leads out of the mini-program's folder
 */
export function resolvePath(from: string, path: string): string | undefined {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The text of one line, for a `SourceError`; lines count from 1. */
export function lineOf(text: string, line: number): string {
  return text.split('\n', line)[line - 1]?.trimEnd() ?? '';
}
