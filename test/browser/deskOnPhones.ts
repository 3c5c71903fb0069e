/** Customer service on two phones: a user who asks, and an operator at his conversation. */
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { miniprogramSources } from '../../scripts/project/paths';
import { OPERATOR, openTab, type RunningPhones, topPage } from './runningPhones';

export const PICTURE = join(miniprogramSources, 'images/card.png');

/** A user who came to customer service by the button of the mini-program, with this on his tongue. */
export async function askingUser(phones: RunningPhones, text: string) {
  const user = await phones.open();
  await user.page.getByRole('button', { name: '联系客服' }).click();
  await user.page.getByRole('button', { name: '联系客服', exact: true }).click();
  await say(user.phone, text);
  await phones.emulator.settled();
  return { ...user, name: `用户 ${user.openid.slice(-6)}`, chat: user.phone.getByRole('log') };
}

export async function say(phone: Page, text: string): Promise<void> {
  await phone.getByRole('textbox', { name: '发给客服' }).fill(text);
  await phone.getByRole('button', { name: '发送', exact: true }).click();
}

/** The operator's phone, in the conversation with this user. */
export async function operatorAt(phones: RunningPhones, name: string) {
  const operator = await phones.open({ user: OPERATOR });
  await openTab(operator.phone, '我的');
  await operator.page.getByRole('button', { name: '客服会话' }).click();
  await operator.page.getByRole('button', { name: new RegExp(name) }).click();
  await operator.page.getByRole('log').waitFor();
  return { ...operator, thread: operator.page.getByRole('log'), top: topPage(operator.page) };
}

export async function reply(page: FrameLocator, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '回复用户' }).fill(text);
  await page.getByRole('button', { name: '发送', exact: true }).click();
}

/** Taps ＋ and what stands there. */
export async function openKind(page: FrameLocator, name: string): Promise<void> {
  await page.getByRole('button', { name: '图片、链接和卡片' }).click();
  await page.getByRole('button', { name, exact: true }).click();
}
