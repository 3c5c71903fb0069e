/** A phone for pictures: of one size, and standing still. */
import type { Browser, FrameLocator, Page } from 'playwright-core';

export interface PicturedPhone {
  /** WeChat's own screens. */
  phone: Page;
  /** The mini-program's pages. */
  page: FrameLocator;
}

export interface PhoneSettings {
  user: string;
  /** The page that the mini-program begins with. */
  at: string;
  colorScheme?: 'light' | 'dark';
}

/** Ten in the morning in China, on a Monday: customer service is there. Milliseconds since 1970. */
export const PICTURED_AT = Date.parse('2026-11-23T10:00:00+08:00');

/** @param url the emulator's */
export async function openPhone(
  browser: Browser,
  url: string,
  settings: PhoneSettings,
): Promise<PicturedPhone> {
  const { user, at, colorScheme = 'light' } = settings;
  const phone = await browser.newPage({
    viewport: { width: 390, height: 780 },
    deviceScaleFactor: 2,
    colorScheme,
    timezoneId: 'Asia/Shanghai',
    // Moving parts stand still, so that the same product makes the same picture.
    reducedMotion: 'reduce',
  });
  await phone.goto(`${url}/phone/?${new URLSearchParams({ user, page: at })}`);
  return { phone, page: phone.frameLocator('iframe') };
}

export const pictureOf = (phone: Page) => phone.screenshot({ animations: 'disabled' });
