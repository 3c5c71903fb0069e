import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { readCloudbaserc } from '../../scripts/project/cloudbaserc';
import { builtFunctions, projectRoot } from '../../scripts/project/paths';
import { type StubCloud, startStubCloud } from './stubCloud';

const ENV_ID = 'shop-1a2b3c4d';
const SETTINGS = { XINSHI_APPID: 'wx1a2b3c', XINSHI_APP_SECRET: 'se"cr\\et' };

const { functions } = readCloudbaserc(join(projectRoot, 'cloudbaserc.json'));
const Deployed = v.object({
  FunctionName: v.string(),
  Environment: v.optional(
    v.object({ Variables: v.array(v.object({ Key: v.string(), Value: v.string() })) }),
    { Variables: [] },
  ),
  Code: v.object({ ZipFile: v.string() }),
});

let cloud: StubCloud;
beforeAll(async () => {
  cloud = await startStubCloud(ENV_ID);
});
afterAll(() => cloud.close());

async function run(command: string[], settings = {}): Promise<{ code: number; printed: string }> {
  const child = spawn(process.execPath, command, {
    cwd: projectRoot,
    env: { ...cloud.environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: Number(code), printed: out + err };
}

const deploy = () => run(['--import', 'tsx', 'scripts/deploy/cli.ts', '--env', ENV_ID], SETTINGS);

describe('npm run deploy, with the real tcb on a stub of the cloud', () => {
  beforeAll(async () => {
    const tcb = require.resolve('@cloudbase/cli/bin/tcb');
    await run([tcb, 'login', '--apiKeyId', 'AKIDrehearsal', '--apiKey', 'rehearsal']);
  }, 60_000);

  it('deploys every function as it was built, with the settings that are set and no others', async () => {
    const { code, printed } = await deploy();

    expect(printed).not.toContain(SETTINGS.XINSHI_APP_SECRET);
    expect(printed).toContain('XINSHI_OPERATOR');
    expect(code).toBe(0);
    const deployed = cloud.requests.flatMap(({ action, body }) =>
      action === 'CreateFunction' ? [v.parse(Deployed, body)] : [],
    );
    expect(deployed.map(({ FunctionName }) => FunctionName).sort()).toEqual(
      functions.map(({ name }) => name).sort(),
    );
    for (const { FunctionName, Environment, Code } of deployed) {
      const named = functions.find(({ name }) => name === FunctionName)?.envVariables ?? {};
      expect(Object.fromEntries(Environment.Variables.map(({ Key, Value }) => [Key, Value]))).toEqual(
        Object.fromEntries(Object.entries(SETTINGS).filter(([setting]) => setting in named)),
      );
      const files = unzipSync(Buffer.from(Code.ZipFile, 'base64'));
      const built = readFileSync(join(builtFunctions, FunctionName, 'index.js'));
      expect(built.equals(files['index.js'] ?? new Uint8Array())).toBe(true);
    }
  }, 120_000);

  it('ends with 1 when the cloud refuses a function, as tcb does not', async () => {
    cloud.refuse('CreateFunction');
    const { code, printed } = await deploy();
    expect(printed).toContain('refused by the stub');
    expect(code).toBe(1);
  }, 120_000);
});
