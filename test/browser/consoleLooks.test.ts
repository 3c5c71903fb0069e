/** The console in light and dark, narrow and wide, for everybody: axe, focus, sizes. */
import { LI_LEI } from '../../scripts/project/seed';
import { seriousFindingsIn } from './axe';
import { timelineOf } from './consoleInBrowser';
import { styleOf } from './phoneInBrowser';
import { runConsole } from './runningConsole';

const running = runConsole();
const { client } = running;

// Axe looks at eight pages in one test.
jest.setTimeout(120_000);

beforeAll(async () => {
  await client.send('POST', '/emulator/database', { name: 'orders' });
  await client.send('POST', '/emulator/database/orders/documents', { document: { _id: 'a' } });
  await running.say('在吗');
  await client.send('PUT', '/emulator/faults', { rules: [{ kind: 'duplicate', api: 'push' }] });
  await client.call(LI_LEI, 'fail').catch(() => {});
});

const PAGES: [id: string, settled: string][] = [
  ['timeline', 'FUNCTIONS_EXECUTE_FAIL'],
  ['clock', '客服消息窗口关闭'],
  ['faults', '正在起作用'],
  ['templates', '用户看到的样子'],
  ['users', '接收订阅消息'],
  ['push', '云函数路由'],
  ['database', '_id: "a"'],
  ['state', '导出文件'],
];

describe('every page', () => {
  it.each([
    [390, 'light'],
    [1600, 'dark'],
  ] as const)(
    'has no serious finding of axe, no error and nothing cut off at %d px in the %s',
    async (width, colorScheme) => {
      const { page, errors } = await running.open({ width, colorScheme });
      for (const [id, settled] of PAGES) {
        await page.goto(`${running.emulator.url}/console/#/${id}`);
        await page.getByText(settled).first().waitFor();
        expect([id, await seriousFindingsIn(page.mainFrame())]).toEqual([id, []]);
        expect([id, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([
          id,
          true,
        ]);
        const wide = `[...document.querySelectorAll('main, main *')].some((e) => e.scrollWidth > e.clientWidth + 1 &&
        getComputedStyle(e).overflowX === 'auto')`;
        expect([id, await page.evaluate(wide)]).toEqual([id, false]);
      }
      await page.goto(`${running.emulator.url}/console/#/timeline`);
      await timelineOf(page)
        .getByRole('option', { name: /推送.*text/ })
        .click();
      await page.getByRole('region', { name: '详情' }).waitFor();
      expect(await seriousFindingsIn(page.mainFrame())).toEqual([]);
      expect(errors).toEqual([]);
    },
  );
});

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
