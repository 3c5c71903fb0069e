/** A mini-program of a test file's own, on one phone. */
import type { Locator } from 'playwright-core';
import type { Emulator } from '../../scripts/emulator/emulator';
import { builtFunctions } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';
import { type OpenPhone, openPhone, type PhoneOptions } from './phoneInBrowser';
import { runInBrowser } from './runningBrowser';
import { topPage } from './runningPhones';

export interface RunningMiniProgram {
  readonly emulator: Emulator;
  /** The phone, with the mini-program's first page. */
  readonly opened: OpenPhone;
  /** Starts the mini-program anew. @param page `pages/a/a?b=1` @returns the page on top */
  begin(page: string): Promise<Locator>;
}

/**
 * @param sources its files, path to contents; or what makes its folder
 * @param options.anew whether each test gets a phone of its own
 */
export function runMiniProgram(
  sources: Record<string, string> | (() => string),
  { anew = false, ...options }: PhoneOptions & { anew?: boolean } = {},
): RunningMiniProgram {
  const running = runInBrowser(() => ({
    functions: builtFunctions,
    miniprogram: typeof sources === 'function' ? sources() : temporaryFolder(sources),
  }));
  let opened: OpenPhone;
  const open = async () => {
    opened = await openPhone(running.browser, running.emulator.url, options);
  };
  if (anew) {
    beforeEach(open);
    afterEach(() => opened.phone.close());
  } else {
    beforeAll(open);
  }

  return {
    get emulator() {
      return running.emulator;
    },
    get opened() {
      return opened;
    },
    async begin(page) {
      await opened.phone.goto(`${running.emulator.url}/phone/?page=${encodeURIComponent(page)}`);
      return topPage(opened.page);
    },
  };
}
