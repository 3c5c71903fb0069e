/** `npm run deploy`: hands the built functions to the project's own tcb CLI. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { projectRoot } from '../project/paths';
import { type FilledConfig, fillConfig } from './filledConfig';
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

async function main(): Promise<number> {
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
  return deploy(envId, config);
}

/**
 * tcb finds its configuration in the folder that it runs in (a part of it looks there whatever --config-file says),
 * and functionRoot below that folder.
 *
 * @param config holds secrets: it lies where only this user can read it, until tcb has ended
 */
async function deploy(envId: string, config: FilledConfig): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'xinshi-deploy-'));
  try {
    writeFileSync(join(folder, 'cloudbaserc.json'), config.text, { mode: 0o600 });
    const functions = join(folder, config.functionRoot);
    mkdirSync(dirname(functions), { recursive: true });
    symlinkSync(join(projectRoot, config.functionRoot), functions);
    // A bundle has a few hundred KB: small enough to go along in the request, without a bucket between.
    const command = ['fn', 'deploy', '--all', '--force', '--yes', '--deployMode', 'zip', '--envId', envId];
    return await runTcb(command, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What tcb prints for a function that was not deployed; it ends with 0 all the same (@cloudbase/cli 2.12.10). */
const FAILED = /^✖/m;

async function runTcb(command: string[], cwd: string): Promise<number> {
  const tcb = spawn(process.execPath, [require.resolve('@cloudbase/cli/bin/tcb'), ...command], {
    cwd,
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const [from, to] of [
    [tcb.stdout, process.stdout],
    [tcb.stderr, process.stderr],
  ] as const) {
    from.on('data', (chunk: Buffer) => {
      printed += chunk;
      to.write(chunk);
    });
  }
  const [status] = await once(tcb, 'close');
  if (status === 0 && FAILED.test(stripVTControlCharacters(printed))) return 1;
  return typeof status === 'number' ? status : 1;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
