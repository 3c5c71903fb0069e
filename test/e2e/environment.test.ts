import { join } from 'node:path';
import type { PushSettings } from '../../scripts/emulator/contract';
import { defaultSeed } from '../../scripts/emulator/wechat/seed';
import { temporaryFolder } from '../temporaryFolder';
import { newUser, runEmulator } from './runningEmulator';

const NAMES = [
  'XINSHI_APPID',
  'XINSHI_APP_SECRET',
  'XINSHI_WECHAT_URL',
  'XINSHI_PUSH_TOKEN',
  'XINSHI_PUSH_AES_KEY',
  'XINSHI_OPERATOR',
  'XINSHI_AUDIT_DAYS',
];

const project = temporaryFolder({
  'cloudbaserc.json': JSON.stringify({
    functionRoot: 'functions',
    functions: [
      {
        name: 'settings',
        envVariables: {
          ...Object.fromEntries(NAMES.map((name) => [name, `{{env.${name}}}`])),
          MINE: 'as it is',
        },
      },
    ],
  }),
  'functions/settings/index.js': `
    exports.main = () => ({ pid: process.pid, variables: { ...process.env } });`,
});
const emulator = runEmulator({ functions: join(project, 'functions') });

interface Seen {
  pid: number;
  variables: Record<string, string>;
}
const look = () => emulator.call<Seen>(newUser(), 'settings');

describe("placeholders in a function's environment variables", () => {
  it('are filled with the WeChat that the emulator is, so that a function reaches it over HTTPS', async () => {
    const push = await emulator.get<PushSettings>('/emulator/push');
    const { secret } = await emulator.get<{ secret: string }>('/emulator/mini-program');

    const { variables } = await look();

    expect(variables).toMatchObject({
      XINSHI_APPID: push.appid,
      XINSHI_APP_SECRET: secret,
      XINSHI_WECHAT_URL: emulator.url,
      XINSHI_PUSH_TOKEN: push.token,
      XINSHI_PUSH_AES_KEY: push.encodingAESKey,
      MINE: 'as it is',
    });
    expect(variables).not.toHaveProperty('XINSHI_AUDIT_DAYS');
  });

  it('are filled with what the seed says, for the rest of a project’s settings', async () => {
    const { variables } = await look();
    expect(variables['XINSHI_OPERATOR']).toBe(defaultSeed().variables['XINSHI_OPERATOR']);
  });

  it('follow the settings of message push: the next call runs in a new instance', async () => {
    const before = await look();
    const push = await emulator.get<PushSettings>('/emulator/push');
    await emulator.send('PUT', '/emulator/push', { ...push, token: 'another' });

    const after = await look();

    expect(after.variables['XINSHI_PUSH_TOKEN']).toBe('another');
    expect(after.pid).not.toBe(before.pid);
    expect((await look()).pid).toBe(after.pid);
  });
});
