/** One emulator with small functions and one browser for the tests of a file, and consoles opened in it. */
import type { Emulator } from '../../scripts/emulator/emulator';
import { createEmulatorClient, type EmulatorClient } from '../../scripts/project/emulatorClient';
import { LI_LEI } from '../../scripts/project/seed';
import { type ConsoleOptions, consoleFunctions, type OpenConsole, openConsole } from './consoleInBrowser';
import { runInBrowser } from './runningBrowser';

export interface RunningConsole {
  readonly emulator: Emulator;
  client: EmulatorClient;
  /** Closed after its test: an open console goes on listening. */
  open(options?: ConsoleOptions): Promise<OpenConsole>;
  /** What 李雷 writes to customer service, which WeChat then pushes. */
  say(content: string): Promise<void>;
  /** Starts the emulator again on its port, empty, after a test has closed it. */
  restart(): Promise<void>;
}

export function runConsole(): RunningConsole {
  const running = runInBrowser(() => ({ functions: consoleFunctions() }));
  const client = createEmulatorClient(() => running.emulator.url);
  let opened: OpenConsole[] = [];

  afterEach(async () => {
    await Promise.all(opened.map(({ page }) => page.context().close()));
    opened = [];
  });

  return {
    get emulator() {
      return running.emulator;
    },
    client,
    async open(options = {}) {
      const console = await openConsole(running.browser, running.emulator.url, options);
      opened.push(console);
      return console;
    },
    async say(content) {
      await client.send('POST', `/emulator/users/${LI_LEI}/chat`, { msgtype: 'text', content });
      await running.emulator.settled();
    },
    restart: running.restart,
  };
}
