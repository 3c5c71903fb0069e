/** The Chromium that is on this machine, for what is tried and pictured in a browser. */
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's package puts it; CHROMIUM_PATH names another. */
const DEFAULT_PATH = '/usr/bin/chromium';

/** Starts it without a window, and without what it would fetch by itself. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? DEFAULT_PATH,
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
