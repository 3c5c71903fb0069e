/** WeChat's own screens round the mini-program: they follow the emulator, and lose nothing when it refuses. */
import type { Page } from 'playwright-core';
import { runPhones } from './runningPhones';

const phones = runPhones();

describe('the phone', () => {
  it('shows faults that are arranged and taken away elsewhere', async () => {
    const { phone } = await phones.open();
    await phone.getByRole('button', { name: '更多' }).click();
    await phones.faults({ kind: 'duplicate', api: 'push' });
    const menu = phone.getByRole('dialog', { name: '菜单' });
    await menu.getByText('1 条规则生效').waitFor();
    await phones.faults();
    await menu.getByText('1 条规则生效').waitFor({ state: 'detached' });
  });

  it('says that the mini-program is being opened, as long as that takes', async () => {
    const { phone, page } = await phones.open();
    await page.getByText('订阅消息', { exact: true }).waitFor();
    let compiled = () => {};
    const compiling = new Promise<void>((done) => {
      compiled = done;
    });
    await phone.route('**/program.js', (route) => compiling.then(() => route.continue()));
    await phone.reload({ waitUntil: 'commit' });
    const words = phone.getByText('正在打开小程序…');
    await words.waitFor();
    compiled();
    await words.waitFor({ state: 'detached' });
    await page.getByText('订阅消息', { exact: true }).waitFor();
  });

  it('keeps what was written when the emulator refuses it, and says so until the next attempt succeeds', async () => {
    const { phone, openid } = await phones.open();
    await phones.request('POST', `/emulator/users/${openid}/chat`, { msgtype: 'text', content: '在吗' });
    await openChat(phone);
    const box = phone.getByRole('textbox', { name: '发给客服' });
    const tooLong = '长'.repeat(10_001);
    await box.fill(tooLong);
    await phone.getByRole('button', { name: '发送', exact: true }).click();
    await phone.getByRole('alert').waitFor();
    await expect(box.inputValue()).resolves.toBe(tooLong);

    await box.fill('短的');
    await phone.getByRole('button', { name: '发送', exact: true }).click();
    await phone.getByRole('log').getByText('短的').waitFor();
    await phone.getByRole('alert').waitFor({ state: 'detached' });
    await expect(box.inputValue()).resolves.toBe('');
  });

  it('says that a picture was refused until the user has read it', async () => {
    const { phone, openid } = await phones.open();
    await phones.request('POST', `/emulator/users/${openid}/chat`, { msgtype: 'text', content: '在吗' });
    await openChat(phone);
    const picture = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
    await phone.getByLabel('发送图片').setInputFiles(picture);
    await phone.getByRole('alert').getByRole('button', { name: '知道了' }).click();
    await phone.getByRole('alert').waitFor({ state: 'detached' });
  });
});

/** From the mini-program back to WeChat's list, and from there. */
async function openChat(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: '关闭小程序' }).click();
  // Not the banner of an automatic reply, which names it too and may be there by now.
  await phone.locator('.chat', { hasText: '客服消息' }).click();
  await phone.getByRole('region', { name: '客服会话' }).waitFor();
}
