/** Walks the journey of a subscription message on the phone, by clicking, with a picture of each screen. */
import type { Browser } from 'playwright-core';

/** @returns PNGs: WeChat's panel, the notification, and the page after it */
export async function walkJourney(browser: Browser, url: string): Promise<Buffer[]> {
  const phone = await browser.newPage({ viewport: { width: 390, height: 780 }, deviceScaleFactor: 2 });
  // Moving parts stand still, so that the same product makes the same picture.
  await phone.emulateMedia({ reducedMotion: 'reduce' });
  await phone.goto(`${url}/phone/`);
  const page = phone.frameLocator('iframe');
  const template = (name: string) => page.getByRole('checkbox', { name });

  await template('订单发货通知').click();
  await template('预约提醒').click();
  await page.getByRole('button', { name: /^订阅（/ }).click();
  const panel = phone.getByRole('dialog', { name: '订阅消息' });
  await panel.getByRole('button', { name: '允许' }).waitFor();
  const asked = await phone.screenshot({ animations: 'disabled' });

  await panel.getByRole('button', { name: '允许' }).click();
  await template('订单发货通知，已授权 1 条').waitFor();
  const granted = await phone.screenshot({ animations: 'disabled' });

  await page.getByRole('button', { name: '给我发一条订单发货通知' }).click();
  await phone.getByRole('button', { name: /^服务通知 ?订单发货通知/ }).click();
  await phone.getByRole('button', { name: /进入小程序查看/ }).waitFor();
  const received = await phone.screenshot({ animations: 'disabled' });

  await phone.close();
  return [asked, granted, received];
}
