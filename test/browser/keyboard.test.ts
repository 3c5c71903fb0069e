/** The phone by keyboard alone: who has the keyboard when a screen or a panel opens, and when it is left. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openTab, runPhones, template } from './runningPhones';

const phones = runPhones();

/** Presses Tab until this has the keyboard. @throws Error when it never gets it */
async function tabTo(phone: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await phone.keyboard.press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error(`${target} is not reached by Tab`);
}

// The browser's own; the tests' types have no document.
const hasFocus = (target: Locator) =>
  target.evaluate((element: { ownerDocument: { activeElement: unknown } }) => {
    return element.ownerDocument.activeElement === element;
  });

async function openSubscriptions(): Promise<{ phone: Page; page: FrameLocator }> {
  const opened = await phones.open();
  await openTab(opened.phone, '订阅');
  await template(opened.page, '订单发货通知', '从未询问').waitFor();
  return opened;
}

describe('the keyboard', () => {
  it('ticks a template, answers the panel, and is in the mini-program again', async () => {
    const { phone, page } = await openSubscriptions();
    await tabTo(phone, template(page, '收款到账通知', '从未询问'));
    await phone.keyboard.press('Space');
    await tabTo(phone, page.getByRole('button', { name: '订阅（1/3）' }));
    await phone.keyboard.press('Enter');
    const panel = phone.getByRole('dialog', { name: '订阅消息' });
    await panel.waitFor();
    expect(await hasFocus(panel)).toBe(true);
    await tabTo(phone, panel.getByRole('button', { name: '允许' }));
    await phone.keyboard.press('Enter');
    await template(page, '收款到账通知', '已授权 1 条').waitFor();
    expect(await hasFocus(phone.locator('iframe'))).toBe(true);
  });

  it('goes from the menu to the settings, and back to where it was', async () => {
    const { phone } = await openSubscriptions();
    const more = phone.getByRole('button', { name: '更多' });
    await tabTo(phone, more);
    await phone.keyboard.press('Enter');
    await tabTo(phone, phone.getByRole('dialog', { name: '菜单' }).getByRole('button', { name: '设置' }));
    await phone.keyboard.press('Enter');
    const settings = phone.getByRole('region', { name: '设置' });
    await settings.waitFor();
    expect(await hasFocus(settings)).toBe(true);
    await tabTo(phone, settings.getByRole('button', { name: '返回' }));
    await phone.keyboard.press('Enter');
    await settings.waitFor({ state: 'detached' });
    expect(await hasFocus(more)).toBe(true);
  });
});
