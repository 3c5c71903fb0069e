/** The developer's page, after the journey of a message. */
import type { Browser } from 'playwright-core';

/** @returns a PNG of the timeline, with one call open */
export async function pictureConsole(browser: Browser, url: string): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  await page.goto(`${url}/console/`);
  await page
    .getByRole('listbox', { name: '调用和推送，从新到旧' })
    .getByRole('option', { name: /subscribeSend/ })
    .first()
    .click();
  await page.getByRole('region', { name: '详情' }).getByText('subscribeSend').first().waitFor();
  const picture = await page.screenshot({ animations: 'disabled' });
  await page.close();
  return picture;
}
