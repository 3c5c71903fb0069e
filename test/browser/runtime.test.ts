/** The phone runs anybody's mini-program: its pages, its life cycle, its mistakes. */
import type { Browser } from 'playwright-core';
import { createEmulator, type Emulator } from '../../scripts/emulator/emulator';
import { launchChromium } from '../../scripts/project/chromium';
import { builtFunctions } from '../../scripts/project/paths';
import { addFiles, temporaryFolder } from '../temporaryFolder';
import { openPhone, styleOf } from './phoneInBrowser';

const MINI_PROGRAM = {
  'app.json':
    '{ "pages": ["pages/a/a", "pages/b/b", "pages/clock/clock"], "window": { "navigationBarTitleText": "Elsewhere" } }',
  'app.js': 'App({ seen: [], onLaunch() { this.seen.push("launch") } })',
  'pages/a/a.wxml': `
    <view class="seen">{{seen}}</view>
    <view class="window">{{absent}}</view>
    <button bind:tap="go">go</button>
    <button bind:tap="late">late</button>
    <view class="refusal">{{refusal}}</view>`,
  'pages/a/a.wxss': '.seen { color: rgb(1, 2, 3) }',
  'pages/a/a.js': `
    const { word } = require('../../lib/words')
    Page({
      data: { seen: '', refusal: '', absent: typeof window },
      onLoad() { getApp().seen.push(word) },
      onShow() { this.note('show') },
      onHide() { getApp().seen.push('hide') },
      note(what) { getApp().seen.push(what); this.setData({ seen: getApp().seen.join(' ') }) },
      go() { wx.navigateTo({ url: '../b/b?name=' + encodeURIComponent('信使') }) },
      late() {
        setTimeout(() => wx.requestSubscribeMessage({
          tmplIds: ['x'],
          fail: ({ errMsg }) => this.setData({ refusal: errMsg }),
        }))
      },
    })`,
  'lib/words.js': "exports.word = 'load'",
  'pages/b/b.json': '{ "navigationBarTitleText": "B" }',
  'pages/b/b.wxml': '<view class="name">{{name}}</view><view class="seen">b</view><camera-obscura/>',
  'pages/b/b.js':
    'Page({ onLoad(query) { this.setData({ name: decodeURIComponent(query.name) }); wx.makeCoffee } })',
  'pages/clock/clock.json': '{ "navigationBarTitleText": "of the JSON" }',
  'pages/clock/clock.wxml':
    '<view class="moment">{{moment}}</view><button bind:tap="look">look</button><button bind:tap="more">more</button>',
  'pages/clock/clock.js': `
    Page({
      onLoad({ title = 'of onLoad' }) { wx.setNavigationBarTitle({ title }); this.look() },
      look() {
        const dates = [new Date(), new (new Date(0).constructor)(), new Date(Date()), new Date(Date.now())]
        const isSame = dates.every((date) => Math.abs(date - dates[0]) < 5000 && date instanceof Date)
        this.setData({ moment: isSame ? new Date().toISOString().slice(0, 10) + ' ' + new Date(0).getTime() : 'apart' })
      },
      more() { wx.navigateTo({ url: 'clock?title=another' }) },
    })`,
};

// The first phone waits for compilers and for function instances to start.
jest.setTimeout(60_000);

let browser: Browser;
let emulator: Emulator;
let folder: string;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  folder = temporaryFolder(MINI_PROGRAM);
  emulator = await createEmulator({ functions: builtFunctions, miniprogram: folder, port: 0 });
});

afterEach(() => emulator.close());

describe('the runtime', () => {
  it('runs pages with their life cycle, and goes from one to another and back', async () => {
    const { phone, page } = await openPhone(browser, emulator.url);
    await page.getByText('launch load show', { exact: true }).waitFor();
    expect(await page.locator('.window').textContent()).toBe('undefined');
    await page.getByText('go').click();
    await page.getByText('信使').waitFor();
    await phone.getByRole('heading', { name: 'B' }).waitFor();
    expect(await styleOf(page.locator('page:not([hidden]) .seen'), 'color')).toBe('rgb(0, 0, 0)');
    await phone.getByRole('button', { name: '返回' }).click();
    await page.getByText('launch load show hide show', { exact: true }).waitFor();
    expect(await styleOf(page.locator('.seen'), 'color')).toBe('rgb(1, 2, 3)');
  });

  it('opens the subscribe panel for nothing less than a tap', async () => {
    const { page } = await openPhone(browser, emulator.url);
    await page.getByText('late').click();
    await page.getByText('requestSubscribeMessage:fail can only be invoked by user TAP gesture.').waitFor();
  });

  it('names in the console what it does not have', async () => {
    const { page, errors, warnings } = await openPhone(browser, emulator.url);
    await page.getByText('go').click();
    await page.getByText('信使').waitFor();
    expect(errors).toEqual([
      '<camera-obscura> is neither a component of this page nor a built-in one that this phone has',
    ]);
    expect(warnings).toContain('wx.makeCoffee is not on this phone yet');
  });

  it('marks the menu when there is an error, and has the console there', async () => {
    const { phone, page } = await openPhone(browser, emulator.url);
    await page.getByText('launch load show', { exact: true }).waitFor();
    const mark = phone.locator('.error-mark');
    expect(await mark.count()).toBe(0);
    await page.getByText('go').click();
    await mark.waitFor();
    await phone.getByRole('button', { name: '更多' }).click();
    const menu = phone.getByRole('dialog', { name: '菜单' });
    await menu.getByText('1 个错误').click();
    await menu.getByText('wx.makeCoffee is not on this phone yet').waitFor();
    await menu.getByRole('button', { name: '清空' }).click();
    await mark.waitFor({ state: 'detached' });
  });

  it('shows a mistake in the source with its place, and goes on when it is mended', async () => {
    const { phone, page } = await openPhone(browser, emulator.url);
    await page.getByText('go').waitFor();
    addFiles(folder, { 'pages/a/a.wxml': '<view>\n{{broken + }}</view>' });
    await phone.getByText('小程序无法运行').waitFor();
    await phone.getByText(/^pages\/a\/a\.wxml:2:/).waitFor();
    addFiles(folder, { 'pages/a/a.wxml': '<view>mended</view>' });
    await page.getByText('mended').waitFor();
  });

  it('names the module that threw', async () => {
    addFiles(folder, { 'lib/words.js': 'notDefined.anywhere' });
    const { phone } = await openPhone(browser, emulator.url);
    await phone.getByText('lib/words').waitFor();
    await phone.getByText('notDefined is not defined').waitFor();
  });

  it('gives the mini-program the time of the emulator, also when its clock is moved', async () => {
    const moveTo = (day: string) =>
      fetch(`${emulator.url}/emulator/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: Date.parse(`${day}T12:00:00Z`) }),
      });
    await moveTo('2031-01-05');
    const { phone, page } = await openPhone(browser, emulator.url);
    await phone.goto(`${emulator.url}/phone/?page=pages/clock/clock`);
    await page.getByText('2031-01-05 0', { exact: true }).waitFor();
    await moveTo('2031-03-09');
    await phone.locator('.clock-now', { hasText: '2031年3月9日' }).waitFor({ state: 'attached' });
    await page.getByText('look').click();
    await page.getByText('2031-03-09 0', { exact: true }).waitFor();
  });

  it('keeps the title that a page gave itself in onLoad, apart from that of its twin above', async () => {
    const { phone, page } = await openPhone(browser, emulator.url);
    await phone.goto(`${emulator.url}/phone/?page=pages/clock/clock`);
    await phone.getByRole('heading', { name: 'of onLoad' }).waitFor();
    await page.getByText('more').click();
    await phone.getByRole('heading', { name: 'another' }).waitFor();
    await phone.getByRole('button', { name: '返回' }).click();
    await phone.getByRole('heading', { name: 'of onLoad' }).waitFor();
  });

  it('is drawn before its style sheet and its code have come', async () => {
    const phone = await browser.newPage();
    await phone.route('**/shell.*', () => {});
    await phone.goto(`${emulator.url}/phone/`, { waitUntil: 'commit' });
    await phone.getByText('正在启动…').waitFor();
    await phone.unroute('**/shell.*');
    await phone.goto(`${emulator.url}/phone/`);
    await phone.frameLocator('iframe').getByText('go').waitFor();
    expect(await phone.getByText('正在启动…').count()).toBe(0);
  });

  it('shows markup in a text as it is written', async () => {
    const { phone } = await openPhone(browser, emulator.url);
    await phone.evaluate(`xinshiPhone.showToast({ title: '<b id="bold">x</b>', icon: 'none', mask: false })`);
    await phone.getByText('<b id="bold">x</b>').waitFor();
    expect(await phone.locator('#bold').count()).toBe(0);
  });
});
