/** How soon the phone is drawn, its mini-program is there, and a tap has its effect, in a browser. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../project/chromium';
import { startEmulatorProcess } from './emulatorProcess';
import type { Finding } from './report';
import { summarise } from './timings';

const ROUNDS = 5;
const PAINT_TARGET_MS = 1_000;
const TAP_TARGET_MS = 100;
const TABS = ['订阅', '消息', '我的', '首页'];

/** Milliseconds, one a round. */
interface Timings {
  emptyPaint: number[];
  paint: number[];
  firstHome: number[];
  home: number[];
  firstTap: number[];
  tap: number[];
}

export async function benchPhone(): Promise<Finding[]> {
  const timings: Timings = { emptyPaint: [], paint: [], firstHome: [], home: [], firstTap: [], tap: [] };
  const emptyPage = await startEmptyPage();
  const browser = await launchChromium();
  try {
    // The browser's own first page.
    await (await openPage(browser, emptyPage.url)).context().close();
    for (let round = 0; round < ROUNDS; round++) await measure(browser, emptyPage.url, timings);
  } finally {
    await browser.close();
    emptyPage.close();
  }

  const paint = summarise(timings.paint);
  const [firstTap, tap] = [summarise(timings.firstTap), summarise(timings.tap)];
  return [
    {
      what: 'phone: first paint, as soon as the emulator says that it is ready',
      ours: paint,
      peer: { name: 'an empty page of a bare HTTP server', ...summarise(timings.emptyPaint) },
      target: { text: `target: under ${PAINT_TARGET_MS} ms`, kept: paint.medianMs < PAINT_TARGET_MS },
    },
    {
      what: 'phone: the mini-program shows its home page, as soon as the emulator says that it is ready',
      ours: summarise(timings.firstHome),
      peer: { name: 'the same by another browser, when all is compiled', ...summarise(timings.home) },
    },
    {
      what: 'phone: from the first tap on a tab until its page is drawn; p99 is the slowest',
      ours: firstTap,
      peer: { name: 'the second tap on it', ...tap },
      target: { text: `target: each under ${TAP_TARGET_MS} ms`, kept: firstTap.p99Ms < TAP_TARGET_MS },
    },
  ];
}

async function measure(browser: Browser, emptyUrl: string, timings: Timings): Promise<void> {
  const empty = await openPage(browser, emptyUrl);
  timings.emptyPaint.push(await firstPaint(empty));
  await empty.context().close();

  const emulator = await startEmulatorProcess(['--memory']);
  try {
    await measurePhone(browser, `${emulator.url}/phone/`, timings);
  } finally {
    await emulator.kill();
  }
}

async function measurePhone(browser: Browser, url: string, timings: Timings): Promise<void> {
  const first = await openPage(browser, url);
  timings.firstHome.push(await homeShown(first));
  timings.paint.push(await firstPaint(first));
  await first.context().close();

  const again = await openPage(browser, url);
  timings.home.push(await homeShown(again));
  for (const name of TABS) timings.firstTap.push(await timeTap(again, name));
  for (const name of TABS) timings.tap.push(await timeTap(again, name));
  await again.context().close();
}

/** In a browser context of its own: nothing is kept from another page. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(url, { waitUntil: 'commit' });
  return page;
}

// In the browser, text: it has no part of this file's types.

const firstPaint = (page: Page): Promise<number> =>
  timeWhen(page, `performance.getEntriesByType('paint')[0]?.startTime`);

const homeShown = (page: Page): Promise<number> =>
  timeWhen(
    page,
    `document.querySelector('iframe')?.contentDocument?.querySelector('page:not([hidden])') && performance.now()`,
  );

/** @returns milliseconds since the page was asked for, by the first of its frames in which there is a value */
function timeWhen(page: Page, expression: string): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const value = ${expression};
      if (value) resolve(value);
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

/** The tabs are WeChat's, the page in the frame is drawn with them. */
function timeTap(page: Page, name: string): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    const tab = [...document.querySelectorAll('nav button')].find((button) => button.textContent === '${name}');
    const tappedAt = performance.now();
    tab.click();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - tappedAt)));
  })`);
}

async function startEmptyPage() {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><p>.</p>'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
