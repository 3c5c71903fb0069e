/** The console by keyboard alone: what a developer does with it all day. No test here clicks. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { FaultSettings, Template, User } from '../../scripts/emulator/contract';
import { LI_LEI } from '../../scripts/project/seed';
import { temporaryFolder } from '../temporaryFolder';
import { clipboard, timelineOf } from './consoleInBrowser';
import { hasKeyboard, keyboardOnly } from './keyboardOnly';
import { runConsole } from './runningConsole';

const running = runConsole();
const { client } = running;

beforeEach(() => running.emulator.reset());

async function open(options: Parameters<typeof running.open>[0] = {}) {
  const opened = await running.open(options);
  return { ...opened, keys: keyboardOnly(opened.page) };
}

describe('without a mouse', () => {
  it('the call that failed is found, read, copied as curl that fails again in a shell, and called again', async () => {
    await client.call(LI_LEI, 'fail', { order: 7 }).catch(() => {});
    for (const n of [1, 2, 3]) await client.call(LI_LEI, 'echo', { n });
    const { page, keys } = await open();
    const selected = timelineOf(page).getByRole('option', { selected: true });
    const details = page.getByRole('region', { name: '详情' });
    await timelineOf(page).getByRole('option').nth(3).waitFor();

    await keys.press('n', 'Enter');
    await details.getByRole('region', { name: '失败的原因' }).getByText('云函数执行出错').waitFor();
    await details.getByText('就要出错了').waitFor();
    await details.getByText('"order": 7').waitFor();
    await keys.press('c');
    await page.getByText('已复制 curl').waitFor();
    const { stdout } = await promisify(execFile)('sh', ['-c', await clipboard(page)]);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'FUNCTIONS_EXECUTE_FAIL' } });
    await timelineOf(page).getByRole('option').nth(4).waitFor();
    await keys.press('f');
    await page.getByText('2 / 5 条').waitFor();
    await keys.tabTo(details.getByRole('button', { name: '再调用一次' }));
    await keys.press('Escape');
    await details.waitFor({ state: 'detached' });
    expect(await hasKeyboard(timelineOf(page))).toBe(true);
    await keys.press('f', '/');
    await page.keyboard.type('回声 #2');
    await keys.press('ArrowDown', 'j');
    expect(await selected.textContent()).toContain('echo');
    await keys.press('r');
    await details.getByText('回声 #2').waitFor();
    await page.getByText('2 / 6 条').waitFor();
  });

  it('what was before is cleared away, and shown again', async () => {
    await client.call(LI_LEI, 'echo', { n: 1 });
    const { page, keys } = await open();
    const rows = timelineOf(page).getByRole('option');
    await rows.waitFor();
    await keys.press('x');
    await page.getByText('已清屏').waitFor();
    await client.call(LI_LEI, 'echo', { n: 2 });
    await page.getByText('1 / 2 条').waitFor();
    await keys.enter(page.getByRole('button', { name: '显示清掉的' }));
    await rows.nth(1).waitFor();
  });

  it('what is open and how it is filtered stands in the address, through a reload and back', async () => {
    await client.call(LI_LEI, 'fail').catch(() => {});
    await client.call(LI_LEI, 'echo', { n: 1 });
    const { page, keys } = await open();
    const details = page.getByRole('region', { name: '详情' });
    await timelineOf(page).getByRole('option').nth(1).waitFor();
    await keys.press('f', 'j', 'Enter');
    await details.getByRole('heading', { name: 'fail' }).waitFor();
    await page.waitForURL(/#\/timeline\/call-.+\?failed=1/);

    await page.reload();
    await details.getByRole('heading', { name: 'fail' }).waitFor();
    await page.getByText('1 / 2 条').waitFor();
    await page.goto(`${running.emulator.url}/console/#/timeline/call-gone`);
    await page.getByText('这条记录已经不在了').waitFor();
    await page.goBack();
    await details.getByRole('heading', { name: 'fail' }).waitFor();
  });

  it('a push is replayed as it was and with another text, and leads to its replays', async () => {
    await running.say('在吗');
    const { page, keys } = await open();
    await timelineOf(page)
      .getByRole('option', { name: /推送.*text/ })
      .waitFor();
    await keys.press('j', 'e');
    const dialog = page.getByRole('dialog', { name: '改一改，再推一次' });
    const field = dialog.getByLabel('推送的包');
    await keys.write(field, '{ "MsgType": ');
    await keys.press('Control+Enter');
    await dialog.getByText('第 1 行第 14 个字：这里要一个值').waitFor();
    await keys.write(field, '{ "MsgType": "text", "Content": "改过的" }');
    await keys.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    const details = page.getByRole('region', { name: '详情' });
    await details.getByText('"改过的"').waitFor();
    await keys.enter(details.getByRole('button', { name: /原来的推送/ }));
    await details.getByText('"在吗"').waitFor();
    await keys.press('r');
    await page.getByText('已重放').waitFor();
    await timelineOf(page)
      .getByRole('option', { name: /重放.*成功/ })
      .nth(1)
      .waitFor();
    await running.emulator.settled();
  });

  it('a call is seen while it goes on, with its log as it comes, and below it what it called', async () => {
    const { page, keys } = await open();
    await page.getByText('还没有发生任何事').waitFor();
    const until = `${temporaryFolder()}/done`;
    const call = client.call(LI_LEI, 'slow', { until });
    await timelineOf(page)
      .getByRole('option', { name: /slow.*进行中/ })
      .waitFor();
    await keys.press('j', 'Enter');
    const details = page.getByRole('region', { name: '详情' });
    await details.getByText('第一步').waitFor();
    expect(await details.getByText('第二步').count()).toBe(0);
    writeFileSync(until, '');
    await call;
    await details.getByText('第二步').waitFor();
    await details.getByText('成功').first().waitFor();

    await client.call(LI_LEI, 'outer');
    await keys.press('Home', 'Enter');
    await keys.enter(details.getByRole('list').getByRole('button', { name: /echo/ }));
    await details.getByRole('heading', { name: 'echo' }).waitFor();
  });

  it('on a phone the details have the keyboard alone until Escape gives it back to the list', async () => {
    await client.call(LI_LEI, 'echo', { n: 1 });
    const { page, keys } = await open({ width: 390 });
    await timelineOf(page).getByRole('option').waitFor();
    await keys.press('j', 'Enter');
    const close = page.getByRole('button', { name: '关闭详情' });
    await close.waitFor();
    expect(await hasKeyboard(close)).toBe(true);
    await keys.press('Shift+Tab');
    await keys.tabTo(page.getByRole('button', { name: '复制 JSON' }));
    expect(await page.evaluate("document.querySelector('.navigation').inert")).toBe(true);
    await keys.press('Escape');
    await close.waitFor({ state: 'detached' });
    expect(await hasKeyboard(timelineOf(page))).toBe(true);
    await keys.press('?');
    const help = page.getByRole('dialog', { name: '键盘操作' });
    await help.getByText('清屏').waitFor();
    await keys.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(await hasKeyboard(timelineOf(page))).toBe(true);
  });

  it('a function’s timer is run, its processes are seen, and it is called', async () => {
    const { page, keys } = await open();
    await keys.press('2');
    await keys.tabTo(page.getByRole('button', { name: /^echo/ }));
    await keys.press('j', 'k');
    const panel = page.getByRole('region', { name: 'echo' });
    await panel.getByText('没有实例').waitFor();
    await keys.enter(panel.getByRole('button', { name: '现在运行 yearly' }));
    await panel.getByText('服务过 1 次').waitFor();
    await keys.write(panel.getByLabel('参数'), '{ "n": 42 }');
    await keys.press('Control+Enter');
    await panel.getByRole('status').getByText('"n": 42').waitFor();
    await keys.enter(panel.getByRole('link', { name: '看这次调用' }));
    await page.getByRole('region', { name: '详情' }).getByText('回声 #42').waitFor();
  });

  it('the clock goes to the next moment and back', async () => {
    await running.say('在吗');
    const { page, keys } = await open({ page: 'clock' });
    await page.getByText('客服消息窗口关闭').waitFor();
    await keys.press('n');
    await page.getByText('快 2 天').or(page.getByText('快 1 天 23 小时')).first().waitFor();
    await page.getByText('客服消息窗口关闭').waitFor({ state: 'detached' });
    await keys.press('b');
    await page.getByText('与本机一致').first().waitFor();
    await keys.enter(page.getByRole('button', { name: /^跳到客服消息窗口关闭$/ }));
    await page.getByText('客服消息窗口关闭').waitFor({ state: 'detached' });
    // Its button has gone, and the keyboard is at what is next.
    await keys.tabTo(page.getByRole('button', { name: '跳到定时器触发', exact: true }));
  });

  it('faults are switched on, given another share and code, and taken away', async () => {
    const rules = async () => (await client.get<FaultSettings>('/emulator/faults')).rules;
    const { page, keys } = await open({ page: 'faults' });
    await keys.tabTo(page.getByRole('switch', { name: '次数用完 45009' }));
    await keys.press('Space');
    await keys.tabBackTo(page.getByLabel('次数用完 45009：比例'));
    await keys.press('ArrowDown');
    await page.getByText('subscribeMessage.send · 50%').waitFor();
    await keys.enter(page.getByRole('button', { name: /^编辑 微信错误码 45009/ }));
    await keys.write(page.getByLabel('errcode'), '40003');
    await keys.press('Enter');
    await page.getByText('微信错误码 40003', { exact: true }).waitFor();
    expect(await rules()).toEqual([
      { kind: 'error', errcode: 40003, api: 'subscribeMessage.send', share: 0.5 },
    ]);
    await keys.tabBackTo(page.getByRole('button', { name: /^移除 微信错误码 40003/ }));
    await keys.press('Enter');
    await page.getByText('一切正常').waitFor();
    await keys.tabTo(page.getByLabel('种子'));
    expect(await rules()).toEqual([]);
  });

  it('a template is edited on the way past another page, and a user’s switches and grants', async () => {
    const { page, keys } = await open({ page: 'templates' });
    await page.getByText('用户看到的样子').waitFor();
    await keys.press('j');
    const chosen = page.getByRole('navigation', { name: '模板' }).getByRole('button', { name: '预约提醒' });
    expect(await hasKeyboard(chosen)).toBe(true);
    await keys.write(page.getByLabel('标题'), '到店提醒');
    await keys.tabTo(page.getByRole('radio', { name: '一次性订阅' }));
    await keys.press('6');
    const panel = page.getByRole('region', { name: '李雷' });
    await page.getByRole('region', { name: '韩梅梅' }).waitFor();
    await keys.press('j');
    const row = panel.getByRole('listitem').filter({ hasText: '订单发货通知' });
    await keys.enter(row.getByRole('button', { name: /允许一次/ }));
    await row.getByText('还可以发 1 条', { exact: true }).waitFor();
    await keys.tabBackTo(panel.getByRole('switch', { name: '接收订阅消息' }));
    await keys.press('Space');
    await row.getByText('还可以发 1 条 · 现在发会得到 43101').waitFor();
    await keys.press('5');
    await page.getByLabel('标题').waitFor();
    await keys.press('Control+s');
    await page.getByText('模板已保存').waitFor();
    const templates = await client.get<Template[]>('/emulator/templates');
    expect(templates.map(({ title }) => title)).toContain('到店提醒');
    expect(await client.get<User[]>('/emulator/users')).toHaveLength(2);
  });

  it('the database is looked into, asked, written and weeded', async () => {
    await client.send('POST', '/emulator/database', { name: 'orders' });
    for (const _id of ['a', 'b', 'c']) {
      await client.send('POST', '/emulator/database/orders/documents', { document: { _id, price: 3 } });
    }
    const { page, keys } = await open({ page: 'database' });
    const document = (id: string) => page.getByRole('listitem', { name: `文档 "${id}"` });
    await document('c').waitFor();
    await keys.press('d', 'j');
    expect(await hasKeyboard(document('b'))).toBe(true);
    await keys.press('e');
    const dialog = page.getByRole('dialog');
    await keys.write(dialog.getByLabel('文档'), "{ _id: 'b', price: 50 }");
    await keys.press('Control+Enter');
    await document('b').getByText('price: 50').waitFor();
    expect(await hasKeyboard(document('b'))).toBe(true);
    await keys.press('Delete');
    await keys.enter(dialog.getByRole('button', { name: '删除' }));
    await document('b').waitFor({ state: 'detached' });
    await page.getByText('第 1–2 条，共 2 条').waitFor();
    await keys.tabTo(document('c').getByRole('button', { name: '复制' }));
    await keys.press('a');
    await keys.write(dialog.getByLabel('文档'), "{ _id: 'd', price: 9 }");
    await keys.press('Control+Enter');
    await page.getByText('第 1–3 条，共 3 条').waitFor();
    await keys.press('/');
    await page.keyboard.type('{ price: { $gt: 5 } }');
    await keys.press('Control+Enter');
    await page.getByText('第 1–1 条，共 1 条').waitFor();
    await page.reload();
    await page.getByText('第 1–1 条，共 1 条').waitFor();
    expect(await page.getByLabel('条件').inputValue()).toBe('{ price: { $gt: 5 } }');
  });

  it('the state is taken away, begun anew and brought back', async () => {
    const file = `${temporaryFolder()}/state.jsonl`;
    await client.send('POST', '/emulator/database', { name: 'kept' });
    const { page, keys } = await open({ page: 'state' });
    const dialog = page.getByRole('dialog');
    const download = page.waitForEvent('download');
    await keys.enter(page.getByRole('link', { name: '导出文件' }));
    await (await download).saveAs(file);
    await keys.enter(page.getByRole('button', { name: '重置' }));
    await dialog.waitFor();
    await keys.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await hasKeyboard(page.getByRole('button', { name: '重置' }))).toBe(true);
    await keys.press('Enter');
    await keys.enter(dialog.getByRole('button', { name: '重置' }));
    await page.getByText('已重置').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await keys.tabBackTo(page.getByRole('button', { name: '选择文件' }));
    await keys.press('Enter');
    await (await chooser).setFiles(file);
    await keys.enter(dialog.getByRole('button', { name: '导入' }));
    await page.getByText('已导入').waitFor();
    expect(await client.get('/emulator/database')).toMatchObject([{ name: 'kept' }]);
  });
});
