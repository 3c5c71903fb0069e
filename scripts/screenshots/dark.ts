/** The mini-program on a dark system. */
import type { Browser } from 'playwright-core';
import { openPhone, pictureOf } from './openPhone';
import { OPERATOR } from './people';

/** Pages, and words that are there when they are drawn. */
const PAGES = [
  ['pages/home/home', '一条消息的路'],
  ['pages/subscriptions/subscriptions', '订单发货通知'],
  ['pages/send/send', '接收人'],
] as const;

/** @returns a PNG of each page */
export async function pictureDark(browser: Browser, url: string): Promise<Buffer[]> {
  const pictures: Buffer[] = [];
  for (const [at, drawn] of PAGES) {
    const { phone, page } = await openPhone(browser, url, { user: OPERATOR, at, colorScheme: 'dark' });
    await page.getByText(drawn).first().waitFor();
    if (at === 'pages/send/send') {
      await page.getByRole('button', { name: '填入示例' }).click();
      await page.locator('.t-button--disabled').waitFor({ state: 'detached' });
    }
    pictures.push(await pictureOf(phone));
    await phone.close();
  }
  return pictures;
}
