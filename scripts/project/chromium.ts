/** The Chromium that is on this machine, for what is tried and pictured in a browser. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's packages put it; CHROMIUM_PATH names another. */
const WHOLE = '/usr/bin/chromium';
/** The same engine without what draws windows: our tests take two thirds of the time in it. */
const HEADLESS = '/usr/bin/chromium-headless-shell';

/** Starts it without a window, and without what it would fetch by itself. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (existsSync(HEADLESS) ? HEADLESS : WHOLE),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
