/** Puts pictures of screens next to each other, as one picture. */
import type { Browser } from 'playwright-core';

export async function sideBySide(browser: Browser, screens: Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1320, height: 900 }, deviceScaleFactor: 1.5 });
  const images = screens.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`).join('');
  await page.setContent(`<style>
    body { margin: 0; display: inline-flex; gap: 36px; padding: 36px; background: #f2f3f5 }
    img { width: 390px; border-radius: 28px; box-shadow: 0 0 0 1px #0001, 0 12px 32px #0002 }
  </style>${images}`);
  const picture = await page.locator('body').screenshot();
  await page.close();
  return picture;
}
