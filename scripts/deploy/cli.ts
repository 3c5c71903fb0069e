/** `npm run deploy`: hands the built functions to the project's own tcb CLI. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../project/paths';
import { fillConfig } from './filledConfig';
import { readSettings } from './settings';

const HELP = `npm run deploy [-- --env ENV_ID]

Builds the cloud functions and deploys all of them with tcb fn deploy.

  --env ENV_ID   the CloudBase environment (default: ENV_ID in .env.local, then in the environment)
  --help         print this

The functions' environment variables are those that cloudbaserc.json names, with the values of .env.local, else of the
environment: XINSHI_OPERATOR, XINSHI_APPID, XINSHI_APP_SECRET and others. One that is not set is left out. A function
that is left without any keeps those that it has in the cloud.

Log in once with: npx tcb login`;

const NO_ENV_ID = `Which CloudBase environment? Write its id into .env.local, which git ignores:

  echo ENV_ID=your-env-id > .env.local

The id is on the overview page of the cloud development console, in WeChat DevTools or at
https://tcb.cloud.tencent.com. Or name it once: npm run deploy -- --env your-env-id`;

function main(): number {
  const { values } = parseArgs({
    options: { env: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const settings = readSettings(projectRoot, process.env);
  const envId = values.env ?? settings['ENV_ID'];
  if (envId === undefined) {
    console.error(NO_ENV_ID);
    return 1;
  }
  const config = fillConfig(readFileSync(join(projectRoot, 'cloudbaserc.json'), 'utf8'), envId, settings);
  if (config.unset.length > 0) console.log(`Not set, and left to their defaults: ${config.unset.join(', ')}`);
  console.log(`Deploying to ${envId} with tcb fn deploy`);
  return deploy(envId, config.text);
}

/** @param config holds secrets: it lies where only this user can read it, until tcb has ended */
function deploy(envId: string, config: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'xinshi-deploy-'));
  const configFile = join(folder, 'cloudbaserc.json');
  try {
    writeFileSync(configFile, config, { mode: 0o600 });
    const tcb = require.resolve('@cloudbase/cli/bin/tcb');
    const { status, error } = spawnSync(
      process.execPath,
      [tcb, '--config-file', configFile, 'fn', 'deploy', '--all', '--force', '--yes', '--envId', envId],
      // tcb looks for functionRoot below the folder that it runs in.
      { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ENV_ID: envId } },
    );
    if (error) console.error(`tcb could not be started: ${error.message}`);
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
