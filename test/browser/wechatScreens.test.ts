/** WeChat's own screens: for everybody, and without a network. */
import type { Page } from 'playwright-core';
import { seriousFindingsIn } from './axe';
import { OPERATOR, openTab, runPhones, subscribeTo } from './runningPhones';
import { tooSmall } from './touchable';

const phones = runPhones();

const ORDER_SHIPPED = 'mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w';

const reply = (to: string, content: string) =>
  phones.request('POST', `/emulator/users/${OPERATOR}/call`, {
    name: 'customerServiceSend',
    data: { to, message: { msgtype: 'text', content } },
  });

/** A phone of somebody to whom something has been sent of all kinds, and its menu. */
async function open(options: { colorScheme?: 'light' | 'dark' } = {}) {
  const opened = await phones.open(options);
  const { phone, openid } = opened;
  const network = async (name: string) => {
    await phone.getByRole('button', { name: '更多' }).click();
    await phone.getByRole('dialog', { name: '菜单' }).getByRole('button', { name, exact: true }).click();
    await phone.keyboard.press('Escape');
  };
  const openChat = async () => {
    await opened.page.getByRole('button', { name: '联系客服' }).click();
    await opened.page.getByRole('button', { name: '联系客服', exact: true }).click();
    await phone.getByRole('textbox', { name: '发给客服' }).waitFor();
  };
  const back = () => phone.getByRole('button', { name: '返回' }).click();
  await phones.request('POST', `/emulator/users/${openid}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
  return { ...opened, network, openChat, back, chat: phone.getByRole('log') };
}

/** What is wrong with the screen that shows, for people who hear, and for fingers. */
const findings = async (phone: Page) => [
  ...(await seriousFindingsIn(phone.mainFrame())),
  ...(await tooSmall(phone, '.phone')),
];

describe.each(['light', 'dark'] as const)('for everybody, in the %s', (colorScheme) => {
  it('the chat can be read and touched', async () => {
    const { phone, openid, openChat, chat } = await open({ colorScheme });
    await openChat();
    await phone.getByRole('textbox', { name: '发给客服' }).fill('在吗？');
    expect(await findings(phone)).toEqual([]);
    await phone.getByRole('button', { name: '发送', exact: true }).click();
    await phones.emulator.settled();
    await reply(openid, '看 <a href="https://example.com/a">网页</a>');
    await chat.getByRole('link', { name: '网页' }).waitFor();
    expect(await findings(phone)).toEqual([]);
  });

  it('the subscribe panel and the menu can be read and touched', async () => {
    const { phone, page } = await open({ colorScheme });
    await openTab(phone, '订阅');
    await subscribeTo(page, '收款到账通知');
    await phone.getByRole('button', { name: '允许' }).waitFor();
    expect(await findings(phone)).toEqual([]);
    await phone.getByRole('button', { name: '取消' }).click();
    await phone.getByRole('button', { name: '更多' }).click();
    expect(await findings(phone)).toEqual([]);
  });

  it('notifications, settings and the list of chats can be read and touched', async () => {
    const { phone, openid, back } = await open({ colorScheme });
    await phones.request('POST', `/emulator/users/${openid}/call`, {
      name: 'subscribeSend',
      data: {
        template: 'orderShipped',
        data: { orderNo: '1', product: '咖啡', shippedAt: '2026年11月23日', note: '请留意电话' },
      },
    });
    await phone.getByRole('button', { name: '更多' }).click();
    await phone.getByRole('button', { name: '服务通知', exact: true }).click();
    await phone.getByRole('article').waitFor();
    expect(await findings(phone)).toEqual([]);
    await back();
    await phone.getByRole('button', { name: '更多' }).click();
    await phone.getByRole('button', { name: '设置', exact: true }).click();
    await phone.getByText('接收订阅消息').waitFor();
    expect(await findings(phone)).toEqual([]);
    await back();
    await phone.getByRole('button', { name: '关闭小程序' }).click();
    expect(await findings(phone)).toEqual([]);
  });
});

describe('without a network', () => {
  it('the chat says so, and keeps what was written until it goes out', async () => {
    const { phone, page, network, openChat, back, chat } = await open();
    await network('断网');
    await openChat();
    await phone.getByRole('region', { name: '客服会话' }).getByText('当前网络不可用').waitFor();
    const box = phone.getByRole('textbox', { name: '发给客服' });
    await box.fill('我的订单到哪里了？');
    await phone.getByRole('button', { name: '发送', exact: true }).click();
    expect(await box.inputValue()).toBe('我的订单到哪里了？');
    expect(await chat.getByText('我的订单到哪里了？').count()).toBe(0);

    await back();
    await network('正常');
    await page.getByRole('button', { name: '联系客服', exact: true }).click();
    await phone.getByRole('button', { name: '发送', exact: true }).click();
    await chat.getByText('我的订单到哪里了？').waitFor();
    expect(await box.inputValue()).toBe('');
  });

  it('nothing arrives, until there is one again', async () => {
    const { phone, openid, network, openChat, back, chat } = await open();
    await openChat();
    await phone.getByRole('textbox', { name: '发给客服' }).fill('在吗？');
    await phone.getByRole('button', { name: '发送', exact: true }).click();
    await chat.getByText('在吗？').waitFor();
    await back();
    await phones.emulator.settled();
    await network('断网');
    await reply(openid, '在的');
    await phones.emulator.settled();
    const banner = phone.getByRole('status').getByText('在的');
    expect(await banner.count()).toBe(0);
    await network('正常');
    await banner.waitFor();
  });
});
