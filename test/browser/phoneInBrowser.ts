/** Phones opened in a browser, for the tests that click. */
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

export interface OpenPhone {
  /** WeChat's own screens. */
  phone: Page;
  /** The mini-program's pages. */
  page: FrameLocator;
  /** Errors in the console, and exceptions. */
  errors: string[];
  /** Warnings in the console. */
  warnings: string[];
}

export interface PhoneOptions {
  /** Default: the first of the seed. */
  user?: string;
  colorScheme?: 'light' | 'dark';
  /** The screen takes fingers. */
  hasTouch?: boolean;
}

/** @param url the emulator's */
export async function openPhone(
  browser: Browser,
  url: string,
  options: PhoneOptions = {},
): Promise<OpenPhone> {
  const { user, colorScheme = 'light', hasTouch = false } = options;
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme, hasTouch });
  const errors: string[] = [];
  phone.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const warnings: string[] = [];
  phone.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  phone.on('pageerror', (error) => errors.push(error.message));
  // From the start: a test that asks for the chooser with the very key that opens it may get Chromium's own.
  phone.on('filechooser', () => {});
  await phone.goto(`${url}/phone/${user === undefined ? '' : `?user=${user}`}`);
  return { phone, page: phone.frameLocator('iframe'), errors, warnings };
}

// The browser's own; the tests' types have no document.
declare function getComputedStyle(element: unknown): Record<string, string>;

/** How an element is drawn: `styleOf(element, 'color')`. */
export function styleOf(element: Locator, property: string): Promise<string | undefined> {
  return element.evaluate((drawn, name) => getComputedStyle(drawn)[name], property);
}
