/** One emulator and one browser for the tests of a file. */
import type { Browser } from 'playwright-core';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../scripts/emulator/emulator';
import { launchChromium } from '../../scripts/project/chromium';

export interface RunningBrowser {
  readonly emulator: Emulator;
  readonly browser: Browser;
  /** Starts it again on its port, empty, after a test has closed it. */
  restart(): Promise<void>;
}

/** @param options asked when the tests begin */
export function runInBrowser(options: () => EmulatorOptions): RunningBrowser {
  // The first page waits for compilers and for function instances to start.
  jest.setTimeout(60_000);
  let emulator: Emulator;
  let browser: Browser;

  beforeAll(async () => {
    [emulator, browser] = await Promise.all([createEmulator(options()), launchChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await emulator?.close();
  });

  return {
    get emulator() {
      return emulator;
    },
    get browser() {
      return browser;
    },
    async restart() {
      emulator = await createEmulator({ ...options(), port: Number(new URL(emulator.url).port) });
    },
  };
}
