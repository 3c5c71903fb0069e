import type { settings } from '../../miniprogram/settings';
import { fakeWx } from './fakeWx';

interface App {
  onLaunch(): void;
}

/** What the mini-program opens the cloud with, where its settings name this environment. */
function launch(cloudEnv: string): object[] {
  const opened: object[] = [];
  fakeWx({ cloud: { init: (options) => opened.push(options) } });
  Object.assign(globalThis, { App: (app: App) => app.onLaunch() });
  jest.isolateModules(() => {
    const set = jest.requireActual<{ settings: typeof settings }>('../../miniprogram/settings');
    set.settings.cloudEnv = cloudEnv;
    jest.requireActual('../../miniprogram/app');
  });
  return opened;
}

describe('the mini-program', () => {
  it('opens the environment that its settings name', () => {
    expect(launch('prod-1a2b3c')).toEqual([{ traceUser: true, env: 'prod-1a2b3c' }]);
  });

  it('leaves it to WeChat where they name none', () => {
    expect(launch('')).toEqual([{ traceUser: true }]);
  });
});
