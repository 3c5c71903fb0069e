/** A conversation of customer service, on the user's phone and on the operator's. */
import type { Browser } from 'playwright-core';
import { openPhone, pictureOf } from './openPhone';
import { OPERATOR, USER } from './people';

/** @returns PNGs: the user's chat while the operator types, the operator's conversation, and his desk */
export async function pictureDesk(browser: Browser, url: string): Promise<Buffer[]> {
  const user = await openPhone(browser, url, { user: USER, at: 'pages/contact/contact' });
  await user.page.getByRole('button', { name: '联系客服', exact: true }).click();
  const say = async (text: string) => {
    await user.phone.getByRole('textbox', { name: '发给客服' }).fill(text);
    await user.phone.getByRole('button', { name: '发送', exact: true }).click();
  };
  await user.phone.getByRole('button', { name: /发送给客服/ }).click();
  await say('你好，我的订单什么时候能到？');

  const desk = await openPhone(browser, url, { user: OPERATOR, at: 'pages/desk/desk' });
  await desk.page.getByText('还可回').first().waitFor();
  const list = await pictureOf(desk.phone);

  const at = `pages/conversation/conversation?openid=${USER}`;
  const operator = await openPhone(browser, url, { user: OPERATOR, at });
  const box = operator.page.getByRole('textbox', { name: '回复用户' });
  await box.fill('您好，已经在路上了，今天下午四点前送到。');
  await operator.page.getByRole('button', { name: '发送', exact: true }).click();
  await user.phone.getByRole('log').getByText('已经在路上了').waitFor();
  await say('太好了，谢谢！能放在前台吗？');
  await operator.page.getByRole('log').getByText('能放在前台吗').waitFor();
  await box.fill('没问题，');
  await user.phone.getByText('对方正在输入…').waitFor();
  const chat = await pictureOf(user.phone);
  const conversation = await pictureOf(operator.phone);

  await Promise.all([user, desk, operator].map(({ phone }) => phone.close()));
  return [chat, conversation, list];
}
