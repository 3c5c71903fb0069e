/** The console's forms: they say at the field what is wrong, and nothing that was written or made is lost by a slip. */
import type { Page } from 'playwright-core';
import type { FaultSettings, User } from '../../scripts/emulator/contract';
import { LI_LEI } from '../../scripts/project/seed';
import { hasKeyboard, keyboardOnly } from './keyboardOnly';
import { runConsole } from './runningConsole';

const running = runConsole();
const { client } = running;
const rules = async () => (await client.get<FaultSettings>('/emulator/faults')).rules;

beforeEach(() => running.emulator.reset());

describe('what was written', () => {
  it('in a window is not lost by Esc without a question', async () => {
    await client.send('POST', '/emulator/database', { name: 'orders' });
    const { page } = await running.open({ page: 'database/orders' });
    const keys = keyboardOnly(page);
    const editor = page.getByRole('dialog', { name: '添加文档' });
    const question = page.getByRole('dialog', { name: '放弃修改' });
    await page.getByText('这个集合还是空的').waitFor();
    await keys.press('a');
    await editor.waitFor();
    await keys.press('Escape');
    await editor.waitFor({ state: 'detached' });

    await keys.press('a');
    await keys.write(editor.getByLabel('文档'), '{ price: 3 }');
    await keys.press('Escape');
    await question.waitFor();
    await keys.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await editor.getByLabel('文档').inputValue()).toBe('{ price: 3 }');
    await keys.press('Escape');
    await keys.enter(question.getByRole('button', { name: '放弃' }));
    await editor.waitFor({ state: 'detached' });
  });

  it('on a page is thrown away after a question alone', async () => {
    const { page } = await running.open({ page: 'templates' });
    const title = page.getByRole('textbox', { name: '标题' });
    await title.fill('取餐提醒');
    await page.getByRole('button', { name: '放弃修改' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    expect(await title.inputValue()).toBe('取餐提醒');
    await page.getByRole('button', { name: '放弃修改' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
    await page.getByRole('button', { name: '放弃修改' }).waitFor({ state: 'detached' });
    expect(await title.inputValue()).toBe('订单发货通知');
  });
});

describe('while it is being kept', () => {
  /** Requests of a method to an address wait until they are let go. @returns how many came, and what lets them go */
  async function hold(page: Page, method: string, address: string) {
    let letGo = () => {};
    const free = new Promise<void>((done) => {
      letGo = done;
    });
    const came: string[] = [];
    await page.route(address, async (route) => {
      if (route.request().method() !== method) return route.fallback();
      came.push(route.request().url());
      await free;
      await route.continue();
    });
    return { came, letGo };
  }

  it('what is written further stays', async () => {
    const { page } = await running.open({ page: 'templates' });
    const { letGo } = await hold(page, 'PUT', '**/emulator/templates');
    const title = page.getByRole('textbox', { name: '标题' });
    await title.fill('取餐');
    await page.getByRole('button', { name: '保存' }).click();
    await title.fill('取餐提醒');
    letGo();
    await page.getByText('模板已保存').waitFor();
    expect(await title.inputValue()).toBe('取餐提醒');
    await page.getByRole('button', { name: '放弃修改' }).waitFor();
  });

  it('Ctrl+Enter sends no second one', async () => {
    await client.send('POST', '/emulator/database', { name: 'orders' });
    const { page } = await running.open({ page: 'database/orders' });
    const { came, letGo } = await hold(page, 'POST', '**/orders/documents');
    await page.getByRole('button', { name: '添加文档' }).first().click();
    const text = page.getByRole('dialog').getByLabel('文档');
    await text.fill('{ price: 3 }');
    await text.press('Control+Enter');
    await page.getByRole('button', { name: '添加', exact: true, disabled: true }).waitFor();
    await text.press('Control+Enter');
    letGo();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(came).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it('gets the keyboard, with the reason beside it', async () => {
    const { page } = await running.open({ page: 'push' });
    const token = page.getByLabel('Token');
    await token.fill('a');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('没有保存：Token 要 3 到 32 个字母和数字').waitFor();
    expect(await hasKeyboard(token)).toBe(true);
    expect(await token.getAttribute('aria-invalid')).toBe('true');
  });

  it('of a fault is said before it is sent, or in the console’s language', async () => {
    const { page } = await running.open({ page: 'faults' });
    const add = page.getByRole('button', { name: '加上' });
    await page.getByLabel('errcode').fill('x');
    await page.getByLabel('最多几次').fill('0');
    await add.click();
    await page.getByText('要一个不是 0 的整数').waitFor();
    await page.getByText('要一个大于 0 的整数').waitFor();
    expect(await hasKeyboard(page.getByLabel('errcode'))).toBe(true);
    await page.getByLabel('errcode').fill('43101');
    await page.getByLabel('最多几次').fill('');
    await page.getByLabel('接口', { exact: true }).fill('push');
    await add.click();
    await page.getByText('push 只会变慢、回答丢失、推送两次、乱序到达').waitFor();
    expect(await rules()).toEqual([]);
  });

  it('of a user is the openid of another one', async () => {
    const { page } = await running.open({ page: 'users' });
    await page.getByRole('button', { name: '新用户' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('昵称').fill('小红');
    await dialog.getByLabel('openid').fill(LI_LEI);
    await dialog.getByText('已经是李雷的').waitFor();
    expect(await dialog.getByRole('button', { name: '建立' }).isDisabled()).toBe(true);
  });
});

describe('what there is', () => {
  it('of a user is changed', async () => {
    const { page } = await running.open({ page: `users/${LI_LEI}` });
    await page.getByRole('button', { name: '编辑 李雷' }).click();
    const dialog = page.getByRole('dialog', { name: '编辑用户' });
    await dialog.getByLabel('昵称').fill('李小雷');
    await dialog.getByLabel('unionid').fill('oUnion1');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('region', { name: '李小雷' }).getByText('oUnion1').waitFor();
    expect(await client.get<User[]>('/emulator/users')).toContainEqual({
      openid: LI_LEI,
      nickname: '李小雷',
      unionid: 'oUnion1',
    });
  });

  it('of a fault that is changed stays but for the change', async () => {
    const kept = { kind: 'noReply', workDone: false, api: 'database', share: 0.3 };
    await client.send('PUT', '/emulator/faults', { rules: [kept] });
    const { page } = await running.open({ page: 'faults' });
    await page.getByRole('button', { name: /^编辑 没有回答/ }).click();
    await page.getByLabel('比例', { exact: true }).selectOption('1');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('database · 100%').waitFor();
    expect(await rules()).toEqual([{ ...kept, share: 1 }]);
  });

  it('of faults is seen on every page, as it is changed anywhere, and comes back when it was taken away', async () => {
    const { page } = await running.open({ page: 'faults' });
    await page.getByText('一切正常').waitFor();
    const two = [
      { kind: 'duplicate', api: 'push', share: 1 },
      { kind: 'replyLost', api: '*', share: 0.2 },
    ];
    await client.send('PUT', '/emulator/faults', { rules: two });
    const link = page.getByRole('link', { name: /^故障/ });
    await link.getByText('2 条开着').waitFor();
    await page.getByText('push · 100%').waitFor();

    await page.getByRole('button', { name: '全部清除' }).click();
    await page.getByText('一切正常').waitFor();
    await link.getByText('条开着').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('push · 100%').waitFor();
    expect(await rules()).toEqual(two);
  });
});
