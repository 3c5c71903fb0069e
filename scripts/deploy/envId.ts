/** Which CloudBase environment to deploy to: one developer's setting, which git ignores. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** `ENV_ID` in the project's .env.local, else in the environment; undefined when neither has it. */
export function readEnvId(projectRoot: string, environment: NodeJS.ProcessEnv): string | undefined {
  const file = join(projectRoot, '.env.local');
  const settings = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return settings['ENV_ID'] || environment['ENV_ID'] || undefined;
}
