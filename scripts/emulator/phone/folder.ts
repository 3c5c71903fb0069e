/** Where a mini-program lies in the folder that somebody names. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of app.json: the one that is named, or the one that its project.config.json names, as DevTools opens it
 * (WeChat's documentation: devtools/projectconfig, `miniprogramRoot`).
 *
 * @throws Error with what to do, when there is none
 */
export function findMiniProgram(folder: string): string {
  if (existsSync(join(folder, 'app.json'))) return folder;
  const root = join(folder, miniprogramRoot(folder));
  if (existsSync(join(root, 'app.json'))) return root;
  throw new Error(
    `There is no mini-program in ${folder}: it has no app.json. Name its folder with --miniprogram.`,
  );
}

function miniprogramRoot(folder: string): string {
  const file = join(folder, 'project.config.json');
  if (!existsSync(file)) return '';
  try {
    const { miniprogramRoot } = JSON.parse(readFileSync(file, 'utf8')) as { miniprogramRoot?: unknown };
    return typeof miniprogramRoot === 'string' ? miniprogramRoot : '';
  } catch {
    return '';
  }
}
