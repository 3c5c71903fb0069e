/** Which folders under cloudfunctions/ are functions. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the functions have in common: not a function. */
const SHARED = 'shared';

/** Names of the function folders in `sources`, sorted. A folder is a function when it holds `index.ts`. */
export function listFunctions(sources: string): string[] {
  return readdirSync(sources, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== SHARED)
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(sources, name, 'index.ts')))
    .sort();
}
