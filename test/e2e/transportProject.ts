/** A project whose functions make the same calls by different settings of XINSHI_TRANSPORT. */
import { join } from 'node:path';
import { bundleFunction, writeBundle } from '../../scripts/build/bundle';
import { projectRoot } from '../../scripts/project/paths';
import { addFiles, temporaryFolder } from '../temporaryFolder';

const APIS = [
  'subscribeMessage.send',
  'uniformMessage.send',
  'customerServiceMessage.send',
  'customerServiceMessage.setTyping',
  'customerServiceMessage.uploadTempMedia',
  'customerServiceMessage.getTempMedia',
];

const CREDENTIALS = {
  XINSHI_APPID: '{{env.XINSHI_APPID}}',
  XINSHI_APP_SECRET: '{{env.XINSHI_APP_SECRET}}',
  XINSHI_WECHAT_URL: '{{env.XINSHI_WECHAT_URL}}',
};

/** By name: what config.json permits, and the environment. */
const FUNCTIONS: Record<string, { openapi: string[]; envVariables: Record<string, string> }> = {
  cloudCall: { openapi: APIS, envVariables: { ...CREDENTIALS, XINSHI_TRANSPORT: 'cloudCall' } },
  https: { openapi: [], envVariables: { ...CREDENTIALS, XINSHI_TRANSPORT: 'https' } },
  auto: { openapi: APIS, envVariables: { ...CREDENTIALS, XINSHI_TRANSPORT: '' } },
  autoNotPermitted: { openapi: [], envVariables: { ...CREDENTIALS, XINSHI_TRANSPORT: 'auto' } },
  autoNotPermittedNoSecret: { openapi: [], envVariables: { XINSHI_APPID: '{{env.XINSHI_APPID}}' } },
  httpsNoSecret: { openapi: [], envVariables: { XINSHI_TRANSPORT: 'https' } },
};

/** @returns the folder of the functions, and what fills it, which the emulator need not wait for */
export function transportProject(): { functions: string; build: () => Promise<void> } {
  const functionNames = Object.keys(FUNCTIONS);
  const project = temporaryFolder({
    'cloudbaserc.json': JSON.stringify({
      functionRoot: 'functions',
      functions: functionNames.map((name) => ({
        name,
        timeout: 20,
        envVariables: FUNCTIONS[name]?.envVariables,
      })),
    }),
    'functions/.keep': '',
    'sources/call/index.ts': `export { main } from ${JSON.stringify(join(projectRoot, 'test/e2e/transportFunction'))};`,
  });
  const functions = join(project, 'functions');

  async function build(): Promise<void> {
    const { files } = await bundleFunction(join(project, 'sources'), 'call');
    for (const name of functionNames) {
      writeBundle(functions, { name, files });
      const openapi = FUNCTIONS[name]?.openapi;
      addFiles(functions, { [`${name}/config.json`]: JSON.stringify({ permissions: { openapi } }) });
    }
  }
  return { functions, build };
}
