/** Where the console's ways lead: Back, the pages' links and keys, and what is still there when one comes back. */
import { LI_LEI } from '../../scripts/project/seed';
import { timelineOf } from './consoleInBrowser';
import { hasKeyboard, keyboardOnly } from './keyboardOnly';
import { runConsole } from './runningConsole';

const running = runConsole();
const { client } = running;

beforeEach(() => running.emulator.reset());

describe('the way back', () => {
  it('to a page leads to what was shown there, and its link once more to its beginning', async () => {
    await client.call(LI_LEI, 'fail').catch(() => {});
    await client.call(LI_LEI, 'echo', { n: 1 });
    const { page } = await running.open();
    const keys = keyboardOnly(page);
    const details = page.getByRole('region', { name: '详情' });
    await timelineOf(page).getByRole('option').nth(1).waitFor();
    await keys.press('f', 'Home', 'Enter');
    await details.getByRole('heading', { name: 'fail' }).waitFor();

    await keys.press('6');
    await page.getByRole('heading', { name: '用户', level: 1 }).waitFor();
    await keys.press('1');
    await details.getByRole('heading', { name: 'fail' }).waitFor();
    expect(await page.getByLabel('只看失败').isChecked()).toBe(true);

    await page.getByRole('link', { name: '时间线' }).click();
    await details.waitFor({ state: 'detached' });
    expect(await page.getByLabel('只看失败').isChecked()).toBe(false);
  });

  it('by the browser’s Back leads from the list to the page before, however often an entry was opened', async () => {
    await client.call(LI_LEI, 'echo', { n: 1 });
    const { page } = await running.open({ page: 'clock' });
    const keys = keyboardOnly(page);
    const details = page.getByRole('region', { name: '详情' });
    await keys.press('1');
    await timelineOf(page).getByRole('option').waitFor();
    await keys.press('j');
    for (const _ of [1, 2, 3]) {
      await keys.press('Enter');
      await details.waitFor();
      await keys.press('Escape');
      await details.waitFor({ state: 'detached' });
      await page.waitForURL(/#\/timeline$/);
    }
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: '时钟', level: 1 }).waitFor();
  });

  it('finds what was cleared away still cleared', async () => {
    await client.call(LI_LEI, 'echo', { n: 1 });
    const { page } = await running.open();
    await timelineOf(page).getByRole('option').waitFor();
    await keyboardOnly(page).press('x', '3', '1');
    await page.getByText('已清屏').waitFor();
  });

  it('finds the question to the database as it was left, asked or not', async () => {
    await client.send('POST', '/emulator/database', { name: 'orders' });
    for (const price of [3, 5]) {
      await client.send('POST', '/emulator/database/orders/documents', { document: { price } });
    }
    const { page } = await running.open({ page: 'database/orders' });
    const where = page.getByLabel('条件');
    await where.fill('{ price: 5 }');
    await where.press('Control+Enter');
    await page.getByText('第 1–1 条，共 1 条').waitFor();
    await where.fill('{ price: { $gt: ');
    await page.getByRole('link', { name: '状态' }).click();
    await page.getByRole('link', { name: '数据库' }).click();

    await page.getByText('第 1–1 条，共 1 条').waitFor();
    expect(await where.inputValue()).toBe('{ price: { $gt: ');
    // An address that asks something else is followed.
    await page.goto(`${running.emulator.url}/console/#/state`);
    await page.goto(
      `${running.emulator.url}/console/#/database/orders?where=${encodeURIComponent('{ price: 3 }')}`,
    );
    expect(await where.inputValue()).toBe('{ price: 3 }');
  });
});

describe('a call that fails', () => {
  it('again is opened with what is known of its failure', async () => {
    await client.call(LI_LEI, 'fail', { order: 7 }).catch(() => {});
    const { page } = await running.open();
    const keys = keyboardOnly(page);
    await timelineOf(page).getByRole('option').waitFor();
    await keys.press('j', 'r');
    await page.getByText('已再调用一次，失败了', { exact: true }).waitFor();
    await timelineOf(page).getByRole('option').nth(1).waitFor();
    const selected = timelineOf(page).getByRole('option', { selected: true });
    expect(await selected.getAttribute('aria-posinset')).toBe('1');
    await page.getByRole('region', { name: '失败的原因' }).getByText('云函数执行出错').waitFor();

    await keys.press('e');
    const dialog = page.getByRole('dialog');
    await keys.write(dialog.getByLabel('事件'), '{ order: 8 }');
    await keys.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: '详情' }).getByText('"order": 8').waitFor();
  });

  it('when it is made by hand says where, in the function’s own lines, and leads to its log', async () => {
    const { page } = await running.open({ page: 'functions/fail' });
    const keys = keyboardOnly(page);
    await keys.write(page.getByLabel('参数'), "{ order: 7, note: 'it' }");
    await keys.press('Control+Enter');
    const alert = page.getByRole('alert');
    await alert.getByText('at exports.main').waitFor();
    expect(await alert.textContent()).not.toContain('bootstrap');
    await keys.enter(page.getByRole('link', { name: '看这次调用' }));
    await page.getByRole('region', { name: '详情' }).getByText('就要出错了').waitFor();
    await page.getByRole('region', { name: '详情' }).getByText('"note": "it"').waitFor();
    expect(await hasKeyboard(page.getByRole('main'))).toBe(true);
  });
});
