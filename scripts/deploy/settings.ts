/** One developer's settings for deploying: the environment's id, and what the functions' environment variables hold. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** By name; none is empty. */
export type DeploySettings = Readonly<Record<string, string>>;

/** Those in the project's .env.local, which git ignores, and else those in the environment. */
export function readSettings(projectRoot: string, environment: NodeJS.ProcessEnv): DeploySettings {
  const file = join(projectRoot, '.env.local');
  const own = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const settings: Record<string, string> = {};
  for (const [name, value] of [...Object.entries(environment), ...Object.entries(own)]) {
    if (value) settings[name] = value;
  }
  return settings;
}
