/** `npm run deploy`: hands the built functions to the project's own tcb CLI. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { projectRoot } from '../project/paths';
import { readEnvId } from './envId';

const HELP = `npm run deploy [-- --env ENV_ID]

Builds the cloud functions and deploys all of them with tcb fn deploy.

  --env ENV_ID   the CloudBase environment (default: ENV_ID in .env.local, then in the environment)
  --help         print this

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
  const envId = values.env ?? readEnvId(projectRoot, process.env);
  if (envId === undefined) {
    console.error(NO_ENV_ID);
    return 1;
  }
  console.log(`Deploying to ${envId} with tcb fn deploy`);
  const tcb = require.resolve('@cloudbase/cli/bin/tcb');
  const { status, error } = spawnSync(
    process.execPath,
    [tcb, 'fn', 'deploy', '--all', '--force', '--yes', '--envId', envId],
    {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...process.env, ENV_ID: envId },
    },
  );
  if (error) console.error(`tcb could not be started: ${error.message}`);
  return status ?? 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
