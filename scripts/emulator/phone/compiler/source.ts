/** Reads the mini-program's files, and says what is wrong with one so that its author finds the place. */
import { join } from 'node:path';
import type { SourceError } from '../program';
import { keepFiles } from './keptFiles';
import { type NpmPackages, packagedFile, packedScript } from './packages';

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

/** A mini-program's folder, and its npm packages; files are named from its root with `/`. */
export interface Source {
  readonly folder: string;
  readonly packages: NpmPackages;
  /**
   * The text of a file; undefined when there is none.
   *
   * @throws {SourceFailure} when it cannot be read
   */
  read(file: string): Promise<string | undefined>;
}

const NO_PACKAGES: NpmPackages = { copied: [], packed: [], missing: [] };

/** @param files left out, each file is read once while this source is used, and again when it has changed */
export function openSource(folder: string, packages = NO_PACKAGES, files = keepFiles()): Source {
  return {
    folder,
    packages,
    async read(file) {
      try {
        const own = await files.read(join(folder, file));
        if (own !== undefined) return own;
        const packaged = packagedFile(packages, file);
        return packaged === undefined ? await packedScript(packages, file) : await files.read(packaged);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new SourceFailure([{ file, message: `the file cannot be read: ${code ?? error}` }]);
      }
    },
  };
}

/** The text of one line, for a `SourceError`; lines count from 1. */
export function lineOf(text: string, line: number): string {
  return text.split('\n', line)[line - 1]?.trimEnd() ?? '';
}
