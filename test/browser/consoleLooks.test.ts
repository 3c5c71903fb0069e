/** The console in light and dark, narrow and wide, for everybody: axe, focus, sizes. */
import type { CallRecord, PushRecord } from '../../scripts/emulator/contract';
import { LI_LEI } from '../../scripts/project/seed';
import { seriousFindingsIn } from './axe';
import { timelineOf } from './consoleInBrowser';
import { styleOf } from './phoneInBrowser';
import { runConsole } from './runningConsole';

const running = runConsole();
const { client } = running;

// Axe looks at all of it, twice, in one test.
jest.setTimeout(240_000);

beforeAll(async () => {
  await client.send('POST', '/emulator/database', { name: 'orders' });
  await client.send('POST', '/emulator/database/orders/documents', { document: { _id: 'a' } });
  await running.say('在吗');
  await client.send('PUT', '/emulator/faults', { rules: [{ kind: 'duplicate', api: 'push' }] });
  await client.call(LI_LEI, 'fail').catch(() => {});
});

/** Each page, what stands on it when it is drawn, and the keys that lead further. */
const VIEWS: [address: string, settled: string, ...keys: string[]][] = [
  ['timeline', 'FUNCTIONS_EXECUTE_FAIL'],
  ['timeline?q=nothing', '没有符合条件的记录'],
  ['timeline?name=fail', '失败的原因', 'j', 'Enter'],
  ['timeline?kind=push', '推送的包', 'j', 'Enter'],
  ['timeline?kind=push&q=text', 'Ctrl+Enter 发送', 'j', 'e'],
  ['timeline/call-gone', '已经不在了'],
  ['functions/echo', '现在运行'],
  ['clock', '客服消息窗口关闭'],
  ['faults', '正在起作用'],
  ['templates', '用户看到的样子'],
  ['users', '接收订阅消息'],
  ['push', '云函数路由'],
  ['database', '_id: "a"'],
  ['database', '没有 _id 就会有一个新的', 'a'],
  ['state', '导出文件'],
  ['state', '键盘操作', '?'],
];

// Colours are the same at every width.
describe.each([
  [390, ['light']],
  [1600, ['light', 'dark']],
] as const)('every page, %d px wide,', (width, colorSchemes) => {
  it(`has no serious finding of axe in the ${colorSchemes.join(' and the ')}, no error and nothing cut off`, async () => {
    const { page, errors } = await running.open({ width });
    for (const [address, settled, ...keys] of VIEWS) {
      await page.goto('about:blank');
      await page.goto(`${running.emulator.url}/console/#/${address}`);
      await page.locator('main > *').first().waitFor();
      await page.getByText(/实时/).waitFor();
      if (keys[0] === 'j') await timelineOf(page).getByRole('option').first().waitFor();
      if (keys[0] === 'a') await page.getByText('_id: "a"').waitFor();
      for (const key of keys) await page.keyboard.press(key);
      // Words for those who listen alone are too small to count as seen.
      await page.locator(`text=${settled} >> visible=true`).or(page.getByLabel(settled)).first().waitFor();
      for (const colorScheme of colorSchemes) {
        await page.emulateMedia({ colorScheme });
        expect([address, colorScheme, await seriousFindingsIn(page.mainFrame())]).toEqual([
          address,
          colorScheme,
          [],
        ]);
      }
      expect([address, await page.evaluate(SIDEWAYS)]).toEqual([address, []]);
    }
    expect(errors).toEqual([]);
  });
});

/** What goes sideways: the page, or a part of it that scrolls. */
const SIDEWAYS = `[document.documentElement, ...document.querySelectorAll('main, main *')]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 && (e === document.documentElement || getComputedStyle(e).overflowX === 'auto'))
  .map((e) => e.outerHTML.slice(0, 100))`;

describe('the look', () => {
  it('follows the system until the developer chooses, and remembers the choice', async () => {
    const { page } = await running.open({ colorScheme: 'dark' });
    const ground = () => styleOf(page.locator('body'), 'backgroundColor');
    expect(await ground()).toBe('rgb(19, 21, 20)');
    await page.getByRole('button', { name: '外观：跟随系统' }).click();
    expect(await ground()).toBe('rgb(246, 246, 243)');
    await page.reload();
    await page.getByRole('button', { name: '外观：浅色' }).click();
    expect(await ground()).toBe('rgb(19, 21, 20)');
  });

  it('on a narrow screen puts the details over the list, with a way back', async () => {
    const { page } = await running.open({ width: 390 });
    await timelineOf(page)
      .getByRole('option', { name: /推送.*text/ })
      .click();
    const details = page.getByRole('region', { name: '详情' });
    expect(await details.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 });
    await details.getByRole('button', { name: '关闭详情' }).click();
    await details.waitFor({ state: 'detached' });
  });

  it.each([1280, 1024])(
    'keeps its filters in one line and in their place when an entry is opened, %d px wide',
    async (width) => {
      const { page } = await running.open({ width });
      const filters = page.getByRole('search');
      const first = timelineOf(page).getByRole('option').first();
      await first.waitFor();
      const before = [await filters.boundingBox(), (await first.boundingBox())?.y];
      await first.click();
      await page.getByRole('region', { name: '详情' }).waitFor();
      await page.getByLabel('只看失败').check();
      await page.getByRole('button', { name: '清除筛选' }).waitFor();
      expect([await filters.boundingBox(), (await first.boundingBox())?.y]).toEqual(before);
      expect((await filters.boundingBox())?.height).toBeLessThan(70);
    },
  );

  it('gives a row two lines where the list is narrow, so that it says what a code means', async () => {
    const { page } = await running.open({ width: 1024, page: 'timeline?name=fail' });
    const row = timelineOf(page).getByRole('option');
    await row.waitFor();
    expect((await row.boundingBox())?.height).toBe(36);
    await row.click();
    await page.getByRole('region', { name: '详情' }).waitFor();
    expect((await row.boundingBox())?.height).toBe(60);
    const meaning = await row.getByText('云函数执行出错').boundingBox();
    expect(meaning?.width).toBeGreaterThan(50);
  });

  it('draws what a push took and what its function took on the same time', async () => {
    const { page } = await running.open({ page: 'timeline?kind=push' });
    await timelineOf(page).getByRole('option', { name: /text/ }).click();
    const bars = page.locator('.trace-bar');
    await bars.nth(1).waitFor();
    const boxes = await Promise.all([0, 1].map((index) => bars.nth(index).boundingBox()));
    const [push, call] = boxes.map((box) => ({ from: box?.x ?? 0, width: box?.width ?? 0 }));
    if (push === undefined || call === undefined) throw new Error('no bars');
    const pushes = await client.get<PushRecord[]>('/emulator/pushes');
    const attempt = pushes.find(({ msgType }) => msgType === 'text')?.attempts[0];
    const calls = await client.get<CallRecord[]>('/emulator/calls');
    const run = calls.find(({ requestId }) => requestId === attempt?.requestId);
    if (attempt === undefined || run === undefined) throw new Error('nothing was pushed');
    const pixelsPerMs = push.width / attempt.durationMs;
    expect(call.width / pixelsPerMs).toBeCloseTo(run.durationMs, 0);
    expect((call.from - push.from) / pixelsPerMs).toBeCloseTo(run.startedAt - attempt.startedAt, 0);
  });

  it('grows with the text size of the browser', async () => {
    const { page } = await running.open();
    const height = async () => (await timelineOf(page).getByRole('option').first().boundingBox())?.height;
    expect(await height()).toBe(36);
    await page.evaluate(
      "document.documentElement.style.fontSize = '24px'; dispatchEvent(new Event('resize'))",
    );
    await timelineOf(page).getByRole('option').first().waitFor();
    expect(await height()).toBe(54);
  });

  it('shows where the focus is on everything that takes it', async () => {
    const { page } = await running.open({ page: 'faults' });
    await page.getByText('正在起作用').waitFor();
    for (let n = 0; n < 30; n++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      expect(outline).not.toBe('none');
    }
  });
});
