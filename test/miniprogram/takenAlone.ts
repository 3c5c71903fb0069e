/** What miniprogram/README.md says that a team may take alone: the files of each row of its table. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { miniprogramSources } from '../../scripts/project/paths';

interface Part {
  name: string;
  /** Paths in the mini-program; a folder ends in `/`. */
  files: string[];
}

export function partsToTake(): Part[] {
  const readme = readFileSync(join(miniprogramSources, 'README.md'), 'utf8');
  const [, table = ''] = readme.split('## Taking a part of it');
  return [...table.matchAll(/^\| (?!You want|---)(.*?) +\| (.*?) +\|$/gm)].map(
    ([, name = '', files = '']) => ({
      name: name.replaceAll('`', ''),
      files: [...files.matchAll(/`([^`]+)`/g)].flatMap(([, path = '']) => expanded(path)),
    }),
  );
}

/** `services/{a,b}.ts` */
function expanded(path: string): string[] {
  const [, before = '', names, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
  return names === undefined ? [path] : names.split(',').map((name) => `${before}${name}${after}`);
}

/** @param miniprogram a mini-program's folder */
export function take({ files }: Part, miniprogram: string): void {
  for (const file of files) {
    cpSync(join(miniprogramSources, file), join(miniprogram, file), { recursive: true });
  }
}
