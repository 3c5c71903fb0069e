/** The whole journey by clicking, in a browser: from 'never asked' to the card of a message. */
import { type PhoneOptions, styleOf } from './phoneInBrowser';
import { openTab, runPhones, subscribeTo, template } from './runningPhones';

const phones = runPhones();

/** The phone of somebody new, on the page 订阅消息. */
async function openSubscriptions(options?: PhoneOptions) {
  const opened = await phones.open(options);
  await openTab(opened.phone, '订阅');
  return opened;
}

describe('the phone', () => {
  it('goes from never asked to a notification, and refuses the second send', async () => {
    const { phone, page, errors } = await openSubscriptions();
    await template(page, '订单发货通知', '从未询问').waitFor();
    await template(page, '预约提醒', '从未询问').waitFor();

    await subscribeTo(page, '订单发货通知', '预约提醒');
    const panel = phone.getByRole('dialog', { name: '订阅消息' });
    await panel.getByText('预约提醒').click();
    await panel.getByRole('button', { name: '允许' }).click();
    await template(page, '订单发货通知', '已授权 1 条').waitFor();
    await template(page, '预约提醒', '已拒绝').waitFor();
    // The cloud knows of a grant once messagePush has answered the push: a moment after the user's tap.
    await phones.emulator.settled();

    const send = page.getByRole('button', { name: '给我发一条订单发货通知' });
    await send.click();
    await page.getByText('已发出，请看服务通知').waitFor();
    await phone.getByRole('button', { name: /^服务通知 ?订单发货通知/ }).click();

    const card = phone.getByRole('button', { name: /进入小程序查看/ });
    expect(await card.getByRole('heading').textContent()).toBe('订单发货通知');
    expect(await card.getByText('商品名称（试发）').count()).toBe(1);
    await card.click();

    await template(page, '订单发货通知', '已用完').waitFor();
    await send.click();
    await page.getByText('没有可用的订阅').waitFor();
    expect(errors).toEqual([]);
  });

  it('asks no more once the choice is kept, and follows the settings', async () => {
    const { phone, page, errors } = await openSubscriptions();
    await subscribeTo(page, '预约提醒');
    await phone.getByText('总是保持以上选择，不再询问').click();
    await phone.getByRole('button', { name: '允许' }).click();
    await template(page, '预约提醒', '总是接收 · 1 条').waitFor();
    await subscribeTo(page, '预约提醒');
    await template(page, '预约提醒', '总是接收 · 2 条').waitFor();

    await phone.getByRole('button', { name: '更多' }).click();
    await phone.getByRole('button', { name: '设置' }).click();
    await phone.getByText('接收订阅消息', { exact: true }).click();
    await phone.getByText('关闭后，这个小程序不能再向你发送任何订阅消息。').waitFor();
    await phone.getByRole('button', { name: '返回' }).click();
    await page.getByText('你关闭了接收订阅消息').waitFor();
    await subscribeTo(page, '订单发货通知');
    await page.getByText('在设置里打开「接收订阅消息」后再试。').waitFor();
    expect(errors).toEqual([]);
  });

  it("shows each user's own phone", async () => {
    const mine = await openSubscriptions();
    await subscribeTo(mine.page, '订单发货通知');
    await mine.phone.getByRole('button', { name: '允许' }).click();
    await template(mine.page, '订单发货通知', '已授权 1 条').waitFor();
    const hers = await openSubscriptions();
    await template(hers.page, '订单发货通知', '从未询问').waitFor();
    expect([...mine.errors, ...hers.errors]).toEqual([]);
  });

  it('works by keyboard', async () => {
    const { phone, page } = await openSubscriptions();
    await page.getByRole('checkbox', { name: '订单发货通知' }).press('Space');
    await page.getByRole('button', { name: '订阅（1/3）' }).press('Enter');
    await phone.getByRole('button', { name: '允许' }).press('Enter');
    await template(page, '订单发货通知', '已授权 1 条').waitFor();
  });

  it('is dark on a dark system', async () => {
    const { page, errors } = await openSubscriptions({ colorScheme: 'dark' });
    await template(page, '订单发货通知', '从未询问').waitFor();
    expect(await styleOf(page.locator('page:not([hidden])'), 'backgroundColor')).toBe('rgb(17, 17, 17)');
    expect(errors).toEqual([]);
  });
});
