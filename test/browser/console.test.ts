/** The timeline: what happened, found, read and done again. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { LI_LEI } from '../../scripts/project/seed';
import { clipboard, timelineOf } from './consoleInBrowser';
import { runConsole } from './runningConsole';

const running = runConsole();
const { client, say } = running;

beforeEach(() => running.emulator.reset());

/**
 * Seconds of the processor that a page takes from now on: by a clock, a machine with other work to do is slow in
 * everything.
 */
async function processorTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
}

describe('the timeline', () => {
  it('says what to do while nothing has happened, then shows each call as it happens', async () => {
    const { page, errors } = await running.open();
    await page.getByText('还没有发生任何事').waitFor();

    await client.call(LI_LEI, 'echo', { n: 7 });

    await timelineOf(page)
      .getByRole('option', { name: /函数.*echo.*成功.*李雷/ })
      .click();
    const details = page.getByRole('region', { name: '详情' });
    expect(await details.getByText('"n": 7').count()).toBe(2);
    await details.getByText('回声 #7').waitFor();
    expect(errors).toEqual([]);
  });

  it('nests what a call caused, and shows a push with its attempts and the log of its function', async () => {
    await say('在吗');
    await client.call(LI_LEI, 'reply', { touser: LI_LEI, content: '在的' });
    const { page, errors } = await running.open();

    const rows = timelineOf(page).getByRole('option');
    await rows.first().waitFor();
    expect((await rows.allTextContents()).map((text) => text.replace(/^[\d:.]+/, ''))).toEqual([
      expect.stringContaining('函数reply'),
      expect.stringContaining('云调用customerServiceMessage.send'),
      expect.stringContaining('推送text'),
      expect.stringContaining('函数messagePush'),
    ]);
    await timelineOf(page)
      .getByRole('option', { name: /推送.*text/ })
      .click();
    const details = page.getByRole('region', { name: '详情' });
    await details.getByText('第 1 次').waitFor();
    await details.getByText('收到 text').waitFor();
    await details.getByRole('button', { name: /messagePush/ }).click();
    await details.getByRole('heading', { name: 'messagePush' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('is filtered, searched in bodies and logs, and says when nothing fits', async () => {
    await client.call(LI_LEI, 'echo', { n: 1, note: '手冲咖啡豆' });
    await client.call(LI_LEI, 'fail').catch(() => {});
    const { page } = await running.open();
    await timelineOf(page).getByRole('option').nth(1).waitFor();

    await page.getByLabel('只看失败').check();
    expect(await timelineOf(page).getByRole('option').allTextContents()).toEqual([
      expect.stringContaining('FUNCTIONS_EXECUTE_FAIL'),
    ]);
    await page.getByRole('button', { name: '清除筛选' }).click();
    const search = page.getByRole('searchbox');
    await search.fill('咖啡豆');
    expect(await timelineOf(page).getByRole('option').allTextContents()).toEqual([
      expect.stringContaining('echo'),
    ]);
    await search.fill('就要出错');
    expect(await timelineOf(page).getByRole('option').allTextContents()).toEqual([
      expect.stringContaining('fail'),
    ]);
    await search.fill('没有这样的');
    await page.getByText('没有符合条件的记录').waitFor();
    await search.press('Escape');
    expect(await timelineOf(page).getByRole('option').count()).toBe(2);
    await page.getByLabel('名称', { exact: true }).selectOption('fail');
    expect(await timelineOf(page).getByRole('option').count()).toBe(1);
  });

  it('shows markup in data as it is written', async () => {
    await client.call(LI_LEI, 'fail').catch(() => {});
    const { page } = await running.open();
    await timelineOf(page).getByRole('option', { name: /fail/ }).click();
    await page.getByText('<b id=').first().waitFor();
    expect(await page.locator('#injected').count()).toBe(0);
  });

  it('shows of a response that is too long its beginning, indented, and the next one cut again', async () => {
    await client.call(LI_LEI, 'echo', { n: 'x'.repeat(700) });
    await client.call(LI_LEI, 'echo', { n: Array.from({ length: 9_000 }, (_, n) => `第 ${n} 行`) });
    const { page } = await running.open();
    const details = page.getByRole('region', { name: '详情' });
    await timelineOf(page).getByRole('option').nth(1).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await details.getByText(/响应.*只留了开头/).waitFor();
    await details.getByRole('button', { name: /^展开/ }).last().click();
    await details.getByText('"第 900 行"').last().waitFor();
    await details.getByRole('button', { name: '收起' }).waitFor();

    await page.keyboard.press('j');
    await details
      .getByRole('button', { name: /^展开 7\d\d 字/ })
      .first()
      .waitFor();
    expect(await details.getByRole('button', { name: '收起' }).count()).toBe(0);
  });

  it('says of moments that are numbers when they are', async () => {
    const at = new Date('2026-11-23T10:00:03').getTime();
    await client.call(LI_LEI, 'echo', { n: at });
    const { page } = await running.open();
    await timelineOf(page).getByRole('option').first().click();
    const value = page.getByRole('region', { name: '详情' }).getByText(String(at), { exact: true }).first();
    expect(await value.getAttribute('data-moment')).toBe('2026-11-23 10:00:03');
  });

  it('works by keyboard alone', async () => {
    for (const n of [1, 2, 3]) await client.call(LI_LEI, 'echo', { n });
    const { page, errors } = await running.open();
    await timelineOf(page).getByRole('option').nth(2).waitFor();
    const selected = () =>
      timelineOf(page).getByRole('option', { selected: true }).getAttribute('aria-posinset');

    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await selected()).toBe('2');
    await page.keyboard.press('k');
    expect(await selected()).toBe('1');
    await page.keyboard.press('End');
    expect(await selected()).toBe('3');
    await page.keyboard.press('Enter');
    const details = page.getByRole('region', { name: '详情' });
    await details.getByText('回声 #1').waitFor();
    await page.keyboard.press('c');
    await page.getByText('已复制 curl').waitFor();
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.type('回声 #2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
    expect(await timelineOf(page).getByRole('option').count()).toBe(1);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('3');
    await page.getByRole('heading', { name: '时钟', level: 1 }).waitFor();
    expect(errors).toEqual([]);
  });

  it('copies a curl that does it again, and does it again itself', async () => {
    await client.call(LI_LEI, 'echo', { n: 5 });
    const { page } = await running.open();
    await timelineOf(page).getByRole('option').first().click();

    await page.getByRole('button', { name: '复制 curl' }).click();
    await page.getByText('已复制 curl').waitFor();
    const { stdout } = await promisify(execFile)('sh', ['-c', await clipboard(page)]);

    expect(JSON.parse(stdout)).toMatchObject({ result: { n: 5 } });
    await page.getByRole('button', { name: '再调用一次' }).click();
    await timelineOf(page).getByRole('option').nth(2).waitFor();
  });

  it('replays a push', async () => {
    await say('在吗');
    const { page } = await running.open();
    await timelineOf(page).getByRole('option', { name: /推送/ }).click();
    await page.getByRole('button', { name: '重放这次推送' }).click();
    await timelineOf(page)
      .getByRole('option', { name: /重放.*成功/ })
      .waitFor();
    await running.emulator.settled();
  });

  it('stays fast and holds its place with thousands of rows', async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => ({
      // Before the first that the emulator gives.
      id: `000000000000.${String(n).padStart(4, '0')}`,
      kind: 'https',
      name: `/cgi-bin/call/${n}`,
      requestId: `r${n}`,
      source: '',
      request: { n },
      response: { errcode: 0 },
      startedAt: n,
      durationMs: 1,
    }));
    const { page } = await running.open({ page: 'clock' });
    await page.route('**/emulator/calls?*', (route) => route.fulfill({ json: [...rows].reverse() }));
    await page.reload();
    await page.goto(`${running.emulator.url}/console/#/timeline`);
    await page.getByText('2000 条', { exact: true }).waitFor();

    expect(await timelineOf(page).getByRole('option').count()).toBeLessThan(60);
    await page.keyboard.press('End');
    await timelineOf(page).getByRole('option', { name: '/cgi-bin/call/0 ' }).waitFor();
    const worked = await processorTime(page);
    for (let n = 0; n < 50; n++) await page.keyboard.press('k');
    await timelineOf(page).getByRole('option', { name: '/cgi-bin/call/50 ', selected: true }).waitFor();
    expect(await worked()).toBeLessThan(2);
    const place = () => timelineOf(page).getByRole('option', { selected: true }).boundingBox();
    const before = await place();
    await client.call(LI_LEI, 'echo', { n: 1 });
    await page.getByText('2001 条', { exact: true }).waitFor();
    expect((await place())?.y).toBe(before?.y);
  });

  it('says that it has lost the emulator, keeps what it has, and goes on when it is back', async () => {
    await client.call(LI_LEI, 'echo', { n: 1 });
    const { page } = await running.open();
    await timelineOf(page).getByRole('option').first().waitFor();

    await running.emulator.close();
    await page.getByText('连不上模拟器，正在重试').waitFor();
    expect(await timelineOf(page).getByRole('option').count()).toBe(1);
    await running.restart();

    await page.getByText('实时', { exact: true }).waitFor({ timeout: 20_000 });
    await page.getByText('还没有发生任何事').waitFor();
  });

  it('shows no call as going on of which it cannot know after it had lost the emulator', async () => {
    const { page } = await running.open({ page: 'clock' });
    const call = { name: 'slow', requestId: 'r1', source: 'wx_client', startedAt: 1 };
    const begun = `event: callBegun\ndata: ${JSON.stringify({ type: 'callBegun', call })}\n\n`;
    const headers = { 'content-type': 'text/event-stream' };
    let streams = 0;
    await page.route('**/emulator/events', (route) => {
      streams += 1;
      return streams === 1 ? route.fulfill({ headers, body: `retry: 1500\n\n${begun}` }) : route.continue();
    });
    await page.goto(`${running.emulator.url}/console/#/timeline`);
    await page.reload();
    await timelineOf(page)
      .getByRole('option', { name: /slow.*进行中/ })
      .waitFor();
    await page.getByText('还没有发生任何事').waitFor();
    expect(streams).toBe(2);
  });
});
