/** Walks the journey of a subscription message on the phone, by clicking, with a picture of each screen. */
import type { Browser } from 'playwright-core';
import { openPhone, pictureOf } from './openPhone';
import { USER } from './people';

/** @returns PNGs: WeChat's panel, the page after it, and the notification */
export async function walkJourney(browser: Browser, url: string): Promise<Buffer[]> {
  const { phone, page } = await openPhone(browser, url, {
    user: USER,
    at: 'pages/subscriptions/subscriptions',
  });
  const template = (name: string) => page.getByRole('checkbox', { name });

  await template('订单发货通知').click();
  await template('预约提醒').click();
  await page.getByRole('button', { name: /^订阅（/ }).click();
  const panel = phone.getByRole('dialog', { name: '订阅消息' });
  await panel.getByRole('button', { name: '允许' }).waitFor();
  const asked = await pictureOf(phone);

  await panel.getByRole('button', { name: '允许' }).click();
  await template('订单发货通知，已授权 1 条').waitFor();
  const granted = await pictureOf(phone);

  await page.getByRole('button', { name: '给我发一条订单发货通知' }).click();
  await phone.getByRole('button', { name: /^服务通知 ?订单发货通知/ }).click();
  await phone.getByRole('button', { name: /进入小程序查看/ }).waitFor();
  const received = await pictureOf(phone);

  await phone.close();
  return [asked, granted, received];
}
