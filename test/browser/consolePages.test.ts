/** The console's other pages: clock, faults, templates, users, push, database, state. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClockReading, FaultSettings, PushSettings, Template } from '../../scripts/emulator/contract';
import { LI_LEI } from '../../scripts/project/seed';
import { temporaryFolder } from '../temporaryFolder';
import { runConsole } from './runningConsole';

const running = runConsole();
const { client } = running;

beforeEach(() => running.emulator.reset());

const HOUR = 3_600_000;

describe('the clock', () => {
  const aheadMs = async () => (await client.get<ClockReading>('/emulator/clock')).aheadMs;

  it('is moved by steps, to a moment of WeChat’s state, and back', async () => {
    await client.send('POST', `/emulator/users/${LI_LEI}/chat`, { msgtype: 'text', content: '在吗' });
    const { page, errors } = await running.open({ page: 'clock' });

    await page.getByRole('button', { name: '+1 小时' }).click();
    await page.getByText('快 1 小时').first().waitFor();
    expect(await aheadMs()).toBeCloseTo(HOUR, -3);
    await page.getByText('李雷 · 还可以发 5 条').waitFor();
    await page.getByRole('button', { name: '跳到客服消息窗口关闭', exact: true }).click();
    await page.getByText('李雷 · 还可以发 5 条').waitFor({ state: 'detached' });
    await page.getByText('echo · yearly').waitFor();
    expect(await aheadMs()).toBeCloseTo(48 * HOUR, -5);
    await page.getByRole('button', { name: '回到本机时间' }).click();
    await page.getByText('与本机一致').first().waitFor();
    expect(Math.abs(await aheadMs())).toBeLessThan(1_000);
    expect(errors).toEqual([]);
  });
});

describe('the faults', () => {
  afterEach(() => client.send('PUT', '/emulator/faults', { rules: [] }));

  const rules = async () => (await client.get<FaultSettings>('/emulator/faults')).rules;

  it('are switched on, tuned, listed and cleared', async () => {
    const { page, errors } = await running.open({ page: 'faults' });
    await page.getByText('一切正常').waitFor();
    await page.getByRole('switch', { name: '推送两次' }).click();
    await page.getByLabel('推送两次：比例').selectOption('0.5');
    await page.getByText('push · 50%').waitFor();
    expect(await rules()).toEqual([{ kind: 'duplicate', api: 'push', share: 0.5 }]);

    await page.getByLabel('种子').fill('42');
    await page.getByRole('button', { name: '用这个种子' }).click();
    await page.getByRole('button', { name: '用这个种子' }).and(page.locator(':disabled')).waitFor();
    expect((await client.get<FaultSettings>('/emulator/faults')).seed).toBe(42);

    await page.getByRole('button', { name: '全部清除' }).click();
    await page.getByText('一切正常').waitFor();
    expect(await rules()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('are kept, both, when two are switched on at once', async () => {
    const { page } = await running.open({ page: 'faults' });
    await page.getByText('一切正常').waitFor();
    const both = page.getByRole('switch').and(page.locator('[aria-label=推送两次], [aria-label=乱序]'));
    expect(await both.count()).toBe(2);
    await both.evaluateAll((switches: { click(): void }[]) => {
      for (const each of switches) each.click();
    });
    await page.getByRole('listitem').filter({ hasText: 'push · ' }).nth(1).waitFor();
    expect((await rules()).map(({ kind }) => kind)).toEqual(['duplicate', 'outOfOrder']);
  });

  it('are followed when they are changed from elsewhere', async () => {
    const { page } = await running.open({ page: 'faults' });
    const isOn = page.getByRole('switch', { name: '推送两次', checked: true });
    await client.send('PUT', '/emulator/faults', { rules: [{ kind: 'duplicate', api: 'push' }] });
    await isOn.waitFor();
    await client.send('PUT', '/emulator/faults', { rules: [] });
    await isOn.waitFor({ state: 'detached' });
  });

  it('are made to measure, and say what is wrong with them', async () => {
    const { page } = await running.open({ page: 'faults' });
    await page.getByLabel('接口', { exact: true }).fill('nothing.like.it');
    await page.getByRole('button', { name: '加上' }).click();
    await page.getByText('没有这个接口').waitFor();
    await page.getByLabel('接口', { exact: true }).fill('subscribeMessage.send');
    await page.getByLabel('errcode').fill('45009');
    await page.getByLabel('最多几次').fill('2');
    await page.getByRole('button', { name: '加上' }).click();
    await page.getByText('subscribeMessage.send · 100% · 最多 2 次').waitFor();
    expect(await rules()).toEqual([
      { kind: 'error', errcode: 45009, api: 'subscribeMessage.send', share: 1, times: 2 },
    ]);
  });
});

describe('the templates', () => {
  it('are edited, refused at the field that is wrong, and kept', async () => {
    const { page, errors } = await running.open({ page: 'templates' });
    await page.getByRole('button', { name: '新模板' }).click();
    await page.getByLabel('标题').fill('取餐提醒');
    await page.getByLabel('第 1 个字段：key').fill('Thing');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('要小写字母加数字').waitFor();
    expect(await page.getByLabel('第 1 个字段：key').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('第 1 个字段：key').fill('thing1');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('模板已保存').waitFor();

    const templates = await client.get<Template[]>('/emulator/templates');
    expect(templates.find(({ title }) => title === '取餐提醒')?.fields[0]?.key).toBe('thing1');

    await page.getByRole('button', { name: '删除这个模板' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('取餐提醒').first().waitFor({ state: 'detached' });
    // The browser reports the refusal itself.
    expect(errors.filter((error) => !error.includes('400'))).toEqual([]);
  });
});

describe('the users', () => {
  it('are made, and answer subscriptions', async () => {
    const { page, errors } = await running.open({ page: 'users' });
    await page.getByRole('button', { name: '新用户' }).click();
    await page.getByLabel('昵称').fill('小红');
    await page.getByRole('button', { name: '建立' }).click();
    const panel = page.getByRole('region', { name: '小红' });
    const row = panel.getByRole('listitem').filter({ hasText: '订单发货通知' });
    await row.getByText('还可以发 0 条 · 现在发会得到 43101').waitFor();
    await row.getByRole('button', { name: '允许一次' }).click();
    await row.getByText('还可以发 1 条', { exact: true }).waitFor();
    await panel.getByRole('switch', { name: '接收订阅消息' }).click();
    await row.getByText('还可以发 1 条 · 现在发会得到 43101').waitFor();
    await panel.getByLabel('班车到站提醒：设置页上的开关').selectOption('accept');
    await panel.getByRole('listitem').filter({ hasText: '班车到站提醒' }).getByText('长期订阅中').waitFor();
    expect(errors).toEqual([]);
  });
});

describe('the push settings', () => {
  it('are kept only when the server answers, and say so', async () => {
    let answer = (_query: URLSearchParams) => 'hello';
    const server = createServer((request, response) =>
      response.end(answer(new URL(request.url ?? '/', 'http://localhost').searchParams)),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const { page } = await running.open({ page: 'push' });

    await page.getByLabel('URL').fill(`http://127.0.0.1:${port}/wechat`);
    await page.getByRole('radio', { name: /安全/ }).check();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('验证失败，设置没有改').waitFor();
    expect((await client.get<PushSettings>('/emulator/push')).url).toBeUndefined();

    answer = (query) => query.get('echostr') ?? '';
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('验证通过').waitFor();
    expect(await client.get('/emulator/push')).toMatchObject({
      url: `http://127.0.0.1:${port}/wechat`,
      mode: 'safe',
    });
    server.close();
  });

  it('route a kind of push to another function', async () => {
    const { page, errors } = await running.open({ page: 'push' });
    await page.getByLabel('第 1 条：云函数').selectOption('echo');
    await page.getByRole('button', { name: '移除第 5 条' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('设置已保存').waitFor();
    const { routes } = await client.get<PushSettings>('/emulator/push');
    expect(routes).toHaveLength(4);
    expect(routes[0]).toEqual({ msgType: 'text', functionName: 'echo' });
    expect(errors).toEqual([]);
  });
});

describe('the database', () => {
  it('is looked into and changed by hand', async () => {
    const { page, errors } = await running.open({ page: 'database' });
    await page.getByText('还没有集合').waitFor();
    await page.getByRole('button', { name: '新集合' }).first().click();
    await page.getByLabel('名称').fill('orders');
    await page.getByRole('button', { name: '建立' }).click();
    const view = page.getByRole('region', { name: 'orders' });
    await view.getByText('这个集合还是空的').waitFor();

    for (const text of [
      "{ _id: 'a', price: 3, at: ISODate('2026-11-23') }",
      "{ _id: 'b', price: 5, msgid: NumberLong('2391234567890123457') }",
    ]) {
      await view.getByRole('button', { name: '添加文档' }).click();
      await page.getByLabel('文档', { exact: true }).fill(text);
      await page.getByRole('dialog').getByRole('button', { name: '添加' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await view.getByText('第 1–2 条，共 2 条').waitFor();
    await view.getByText('msgid: NumberLong("2391234567890123457")').waitFor();

    await view.getByLabel('条件').fill('{ price: { $gt: } }');
    await view.getByRole('button', { name: '查询' }).click();
    await view.getByText('第 1 行第 17 个字：这里要一个值').waitFor();
    await view.getByLabel('条件').fill('{ price: { $gt: 4 } }');
    await view.getByLabel('条件').press('Control+Enter');
    await view.getByText('第 1–1 条，共 1 条').waitFor();

    await view.getByRole('button', { name: '编辑 "b"' }).click();
    await page.getByLabel('文档', { exact: true }).fill("{ _id: 'b', price: 50 }");
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await view.getByText('price: 50').waitFor();
    await view.getByRole('button', { name: '删除 "b"' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await view.getByText('没有符合条件的文档').waitFor();
    expect(await client.get('/emulator/database')).toMatchObject([{ name: 'orders', count: 1 }]);
    expect(errors).toEqual([]);
  });
});

describe('the state', () => {
  it('is taken away, brought back, and begun anew, each after a question', async () => {
    const folder = temporaryFolder();
    const { page, errors } = await running.open({ page: 'state' });
    await client.send('POST', '/emulator/database', { name: 'kept' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出文件' }).click(),
    ]);
    await download.saveAs(`${folder}/state.jsonl`);

    await page.getByRole('button', { name: '重置' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    expect(await client.get('/emulator/database')).toHaveLength(1);
    await page.getByRole('button', { name: '重置' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重置' }).click();
    await page.getByText('已重置').waitFor();
    expect(await client.get('/emulator/database')).toEqual([]);

    await page.getByLabel('要导入的状态文件').setInputFiles(`${folder}/state.jsonl`);
    await page.getByRole('dialog').getByRole('button', { name: '导入' }).click();
    await page.getByText('已导入').waitFor();
    expect(await client.get('/emulator/database')).toMatchObject([{ name: 'kept', count: 0 }]);
    expect(errors).toEqual([]);
  });
});
