/** What the mini-program's folder needs beside its source, so that DevTools and the phone open it as it is. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { iconSheet } from './iconSheet';
import { NPM_FOLDER, usedFiles } from './npmComponents';

export interface PackedLibrary {
  name: string;
  files: number;
  bytes: number;
}

const LIBRARY = 'tdesign-miniprogram';

/**
 * Puts the components of TDesign that are used, with what they import, where DevTools' npm step would put the
 * whole library. What was there is replaced at once, when all of it is ready.
 *
 * @param icons a folder of `<name>.svg`
 */
export function packComponents(miniprogram: string, nodeModules: string, icons: string): PackedLibrary {
  const packageFolder = join(nodeModules, LIBRARY);
  const library = join(packageFolder, 'miniprogram_dist');
  const place = join(miniprogram, NPM_FOLDER, LIBRARY);
  // Outside the mini-program: the phone watches it, and would see a half-written library.
  const staged = join(nodeModules, `.${LIBRARY}.${process.pid}`);
  rmSync(staged, { recursive: true, force: true });

  const files = usedFiles(miniprogram, library, LIBRARY);
  for (const file of files) copy(join(library, file), join(staged, file));
  if (files.includes('icon/icon.wxss')) writeFileSync(join(staged, 'icon/icon.wxss'), iconSheet(icons));
  copy(join(packageFolder, 'LICENSE'), join(staged, 'LICENSE'));

  rmSync(place, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  renameSync(staged, place);
  const bytes = files.reduce((sum, file) => sum + statSync(join(place, file)).size, 0);
  return { name: LIBRARY, files: files.length, bytes };
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** The functions' modules that the mini-program runs too, with what they import of the same folder. */
const SHARED_MODULES = ['templates/fieldRules.ts'];

/**
 * Copies what the functions and the mini-program both check: a mini-program's package holds its own code alone, and
 * a second copy written by hand would differ one day. The copies are in git, so that the types are there without
 * a build.
 *
 * @param shared cloudfunctions/shared
 * @param place miniprogram/shared, which holds these copies and nothing else
 */
export function copySharedModules(shared: string, place: string): void {
  const modules = withImports(shared);
  for (const [module, text] of modules) {
    const copied = `// Copied by \`npm run build\` from cloudfunctions/shared/${module}: edit it there.\n${text}`;
    writeIfChanged(join(place, module), copied);
  }
  if (!existsSync(place)) return;
  for (const file of readdirSync(place, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.ts') && !modules.has(file)) rmSync(join(place, file));
  }
}

/** @returns the text of each module, by its path in `shared` */
function withImports(shared: string): Map<string, string> {
  const modules = new Map<string, string>();
  const waiting = [...SHARED_MODULES];
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (modules.has(module)) continue;
    const text = readFileSync(join(shared, module), 'utf8');
    modules.set(module, text);
    for (const [, path = ''] of text.matchAll(/\bfrom '([^']+)'/g)) {
      if (!path.startsWith('./'))
        throw new Error(`${module} imports ${path}: the mini-program cannot take it along`);
      waiting.push(join(dirname(module), `${path}.ts`));
    }
  }
  return modules;
}

function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
