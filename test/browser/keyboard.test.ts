/** The phone by keyboard alone, as its user: to subscribe, to be told, to set, to ask. No test here clicks. */
import { join } from 'node:path';
import type { Template } from '../../scripts/emulator/contract';
import { miniprogramSources } from '../../scripts/project/paths';
import { hasKeyboard, keyboardOnly } from './keyboardOnly';
import { runPhones, template, topPage } from './runningPhones';

const phones = runPhones();

const open = async (colorScheme: 'light' | 'dark') => {
  const opened = await phones.open({ colorScheme });
  const tab = (name: string) =>
    opened.phone.getByRole('navigation', { name: '标签栏' }).getByRole('button', { name });
  await tab('我的').waitFor();
  return { ...opened, keys: keyboardOnly(opened.phone), tab };
};

describe('a user without a mouse', () => {
  it('subscribes to two, and refuses by Escape', async () => {
    const { phone, page, keys, tab, errors } = await open('light');
    const panel = phone.getByRole('dialog', { name: '订阅消息' });
    const subscribe = page.getByRole('button', { name: /^订阅（/ });
    await keys.enter(tab('订阅'));

    await keys.tabBackTo(template(page, '订单发货通知', '从未询问'));
    await keys.press('Space');
    await keys.tabTo(template(page, '收款到账通知', '从未询问'));
    await keys.press('Space');
    await keys.enter(subscribe);
    await panel.waitFor();
    expect(await hasKeyboard(panel)).toBe(true);
    // Round and round within the panel: to its last button, on to its first stop, and back.
    await keys.tabTo(panel.getByRole('button', { name: '允许' }));
    await keys.press('Tab');
    expect(await hasKeyboard(panel.getByRole('checkbox', { name: '订单发货通知' }))).toBe(true);
    await keys.press('Shift+Tab');
    expect(await hasKeyboard(panel.getByRole('button', { name: '允许' }))).toBe(true);
    await keys.tabTo(panel.getByRole('checkbox', { name: '收款到账通知' }));
    await keys.press('Space');
    await keys.tabTo(panel.getByLabel('订单发货通知示例'));
    await keys.press('Enter');
    await panel.getByText('商品名称').first().waitFor();
    await keys.enter(panel.getByRole('button', { name: '允许' }));
    await template(page, '订单发货通知', '已授权 1 条').waitFor();
    await template(page, '收款到账通知', '已拒绝').waitFor();
    // Where he was.
    expect(await hasKeyboard(page.getByRole('button', { name: '请勾选要订阅的消息' }))).toBe(true);

    await keys.tabBackTo(template(page, '预约提醒', '从未询问'));
    await keys.press('Space');
    await keys.enter(subscribe);
    await panel.waitFor();
    await keys.press('Escape');
    await template(page, '预约提醒', '已拒绝').waitFor();
    expect(errors).toEqual([]);
  });

  it('sends himself a message, and opens it, in the dark', async () => {
    const { phone, page, openid, keys, tab, errors } = await open('dark');
    const [{ tmplId }] = (await phones.request('GET', '/emulator/templates')) as [Template];
    await phones.request('POST', `/emulator/users/${openid}/subscribe`, { tmplIds: [tmplId] });
    await phones.emulator.settled();
    await keys.enter(tab('订阅'));
    await template(page, '订单发货通知', '已授权 1 条').waitFor();
    await keys.tabBackTo(page.getByRole('button', { name: '给我发一条订单发货通知' }));
    await keys.press('Enter');
    await topPage(page).getByText('已发出，请看服务通知').waitFor();
    await keys.enter(phone.getByRole('button', { name: '更多' }));
    await keys.enter(phone.getByRole('dialog', { name: '菜单' }).getByRole('button', { name: '服务通知' }));
    const card = phone.getByRole('article').getByRole('button');
    await card.waitFor();
    await keys.enter(card);
    await topPage(page).getByRole('checkbox', { name: '订单发货通知，已用完' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('keeps a choice, and changes it in the settings', async () => {
    const { phone, page, keys, tab } = await open('light');
    await keys.enter(tab('订阅'));
    await keys.tabBackTo(template(page, '预约提醒', '从未询问'));
    await keys.press('Space');
    await keys.enter(page.getByRole('button', { name: /^订阅（/ }));
    const panel = phone.getByRole('dialog', { name: '订阅消息' });
    await keys.tabTo(panel.getByRole('checkbox', { name: /总是保持/ }));
    await keys.press('Space');
    await keys.enter(panel.getByRole('button', { name: '允许' }));
    await template(page, '预约提醒', '总是接收 · 1 条').waitFor();

    await keys.enter(tab('我的'));
    await keys.tabBackTo(page.getByRole('button', { name: '订阅设置' }));
    await keys.press('Enter');
    const toSettings = page.getByRole('button', { name: '打开微信的设置' });
    await keys.enter(toSettings);
    const settings = phone.getByRole('region', { name: '设置', exact: true });
    await settings.waitFor();
    expect(await hasKeyboard(settings)).toBe(true);
    await keys.tabTo(settings.getByRole('checkbox', { name: '预约提醒' }));
    await keys.press('Space', 'Escape');
    await page.getByText('总是拒绝', { exact: true }).waitFor();
    expect(await hasKeyboard(toSettings)).toBe(true);
    // And from the page to the one under it, at what led to it.
    await keys.tabBackTo(phone.getByRole('button', { name: '返回' }));
    await keys.press('Enter');
    expect(await hasKeyboard(page.getByRole('button', { name: '订阅设置' }))).toBe(true);
  });

  it('asks customer service, with a picture and a card, and comes back', async () => {
    const { phone, page, keys, errors } = await open('light');
    await keys.enter(page.getByRole('button', { name: '联系客服' }));
    const contact = topPage(page).getByRole('button', { name: '联系客服', exact: true });
    await keys.enter(contact);
    const chat = phone.getByRole('log', { name: '消息' });
    await keys.write(phone.getByRole('textbox', { name: '发给客服' }), '在吗？');
    await keys.press('Enter');
    await chat.getByText('在吗？').waitFor();
    await keys.tabTo(phone.getByLabel('发送图片'));
    const chooser = phone.waitForEvent('filechooser');
    await keys.press('Enter');
    await (await chooser).setFiles(join(miniprogramSources, 'images/card.png'));
    const picture = chat.getByRole('button', { name: '查看图片' });
    await picture.waitFor();
    await keys.tabBackTo(picture);
    await keys.press('Enter');
    await phone.getByRole('dialog', { name: '图片 1/1' }).waitFor();
    await keys.press('Escape');
    expect(await hasKeyboard(picture)).toBe(true);
    await keys.enter(phone.getByRole('button', { name: /发送给客服/ }));
    await chat.getByText('我想咨询信使').waitFor();
    await keys.tabBackTo(phone.getByRole('button', { name: '返回' }));
    await keys.press('Enter');
    await chat.waitFor({ state: 'detached' });
    expect(await hasKeyboard(contact)).toBe(true);
    expect(errors).toEqual([]);
  });

  it('moves time, cuts the network, pulls the page, leaves the mini-program, changes the user and puts two side by side', async () => {
    const { phone, page, keys, tab } = await open('light');
    await keys.enter(tab('消息'));
    await page.getByText('还没有消息').waitFor();
    const more = phone.getByRole('button', { name: '更多' });
    const menu = phone.getByRole('dialog', { name: '菜单' });
    await keys.tabTo(more);
    await keys.press('Enter');
    await keys.enter(menu.getByRole('button', { name: '＋1 小时' }));
    await menu.getByText('快了 1 小时').waitFor();
    await keys.enter(menu.getByRole('button', { name: '断网' }));
    await keys.press('Escape');
    expect(await hasKeyboard(more)).toBe(true);
    await keys.press('Enter');
    await keys.enter(menu.getByRole('button', { name: '下拉刷新' }));
    await phone.getByText('没有连上服务').waitFor();

    await keys.enter(phone.getByRole('button', { name: '关闭小程序' }));
    const chats = phone.getByRole('region', { name: '微信' });
    await chats.waitFor();
    await keys.enter(chats.getByRole('button', { name: /^信使/ }));
    await keys.tabTo(more);
    await keys.press('Enter');
    await keys.enter(menu.getByRole('button', { name: /^韩梅梅/ }));
    await phone.waitForURL(/HanMei/);
    await keys.enter(more);
    await keys.enter(menu.getByRole('link', { name: '把李雷的手机放在旁边' }));
    // Through the first phone to the second.
    await keys.tabTo(phone.frameLocator('iframe').nth(1).getByRole('button', { name: '更多' }));
  });
});
