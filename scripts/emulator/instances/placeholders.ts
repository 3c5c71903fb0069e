/**
 * Fills the placeholders that cloudbaserc.json may have in a function's environment variables: `{{env.NAME}}`, as the
 * tcb CLI fills them when it deploys (@cloudbase/cli 2.12.10: parseRawConfig renders the file with mustache, from the
 * process's environment before .env.local before .env).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** Variables by their names. */
export type Variables = Record<string, string | undefined>;

const PLACEHOLDER = /\{\{\s*env\.(\w+)\s*\}\}/g;

/**
 * Each placeholder becomes what the process's environment has for it, else what the emulator knows itself, else what
 * .env.local or .env says: those are the project's settings for the real cloud, which would not fit the emulator. A
 * variable of which nothing is left is removed; tcb deploys it as an empty text.
 *
 * @param folder where .env.local and .env are: that of cloudbaserc.json
 * @param known what the emulator knows itself
 */
export function fillPlaceholders(
  variables: Record<string, string>,
  folder: string,
  known: Variables,
): Record<string, string> {
  const filled = Object.entries(variables).map(([name, text]): [string, string] => [
    name,
    text.replace(PLACEHOLDER, (_, wanted: string) => wordFor(wanted, folder, known)),
  ]);
  return Object.fromEntries(filled.filter(([name, text]) => text !== '' || variables[name] === ''));
}

const wordFor = (name: string, folder: string, known: Variables): string =>
  process.env[name] ?? known[name] ?? fromFile(name, folder) ?? '';

function fromFile(name: string, folder: string): string | undefined {
  for (const file of ['.env.local', '.env'].map((each) => join(folder, each))) {
    const value = existsSync(file) ? parseEnv(readFileSync(file, 'utf8'))[name] : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}
