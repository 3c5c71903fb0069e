/** What public mini-programs and component libraries rely on, each thing as small as it can be. */
import type { Locator } from 'playwright-core';
import { type OpenPhone, styleOf } from './phoneInBrowser';
import { runMiniProgram } from './runningMiniProgram';

const page = (name: string, wxml: string, script = 'Page({})', wxss = '') => ({
  [`pages/${name}/${name}.wxml`]: wxml,
  [`pages/${name}/${name}.js`]: script,
  [`pages/${name}/${name}.wxss`]: wxss,
});

const PAGES = ['start', 'looks', 'text', 'open', 'broken', 'swiper', 'pulled'];

const MINI_PROGRAM = {
  'app.json': JSON.stringify({
    pages: PAGES.map((name) => `pages/${name}/${name}`),
    usingComponents: { 'c-named': '/named/named' },
  }),
  // As lodash, core-js and uni-app look for the global object, and others for what a browser has.
  // Components ask for what `onLaunch` has been told, as ColorUI's title bar does.
  'app.js': `App({ onLaunch() { wx.getSystemInfo({ success: ({ screenWidth }) => { this.width = screenWidth } }) }, found: typeof Function('return this')().Promise, isFunction: (() => {}) instanceof Function,
    global: [globalThis === global, typeof globalThis.wx.request, typeof globalThis.document, typeof URL, typeof btoa, typeof requestAnimationFrame].join() })`,
  // vant's button has a property `dataset`, ColorUI's title bar one of two types.
  'named/named.json': '{ "component": true }',
  'named/named.js': `Component({ data: { width: getApp().width }, properties: { dataset: { type: null, value: 'none' }, either: { type: [Boolean, String] } } })`,
  'named/named.wxml': '<view class="named">{{dataset}} {{either}} {{width}}</view>',
  ...page(
    'start',
    '<view bind:tap="go">go on</view>',
    "Page({ go() { wx.navigateTo({ url: '../broken/broken' }) } })",
  ),
  ...page(
    'looks',
    `<view class="dots placeholder mask mark">mine</view>
    <radio checked color="rgb(1, 2, 3)"/><checkbox checked/><switch/>
    <input placeholder="write"/>
    <button open-type="navigateTo">unknown</button><button open-type="feedback">known</button>
    <view class="pictured" style="background-image: url(./picture.png); width: 75rpx">pictured</view>`,
    'Page({})',
    `.dots { top: 7px } .placeholder { color: rgb(9, 9, 9) }
    radio .wx-radio-input { width: 40px } checkbox .wx-checkbox-input.wx-checkbox-input-checked::before { color: rgb(4, 5, 6) }
    switch .wx-switch-input { width: 33px }`,
  ),
  ...page(
    'text',
    `<text class="lines">one\\ntwo</text><text class="decoded" decode>{{encoded}}</text><text class="spaced" space="emsp">a b</text>
    <c-named dataset="given" either="{{true}}"/><view class="found">{{found}}</view><view class="global">{{global}}</view><view class="called">{{called}}</view>
    <view bind:tap="change">change</view><open-data type="userNickName"/><open-data type="userAvatarUrl" style="width: 60px"/>`,
    `Page({
      data: { encoded: 'a&nbsp;&lt;' },
      onLoad() { const { found, isFunction, global } = getApp(); this.setData({ found: found + isFunction, global }) },
      onShow() { Promise.resolve('itself').then(this.note) },
      note(called) { this.setData({ called }) },
      onReady() { this.setData({ named: this.selectComponent('c-named') }) },
      change({ touches: [{ clientX }] }) { this.setData({ encoded: clientX > 0 ? '&amp;lt;' : 'no finger' }) },
    })`,
  ),
  ...page(
    'open',
    '<view class="open">{{open}}</view>',
    `Page({ onLoad() { getCurrentPages().at(-1).setData({ open: getCurrentPages().map(({ route }) => route).join() }) } })`,
  ),
  ...page('broken', '<view>drawn all the same</view>', 'nowhere.to.be.found(); Page({})'),
  ...page(
    'swiper',
    `<swiper class="round" circular indicator-dots current="{{at}}" bind:change="tell"><swiper-item wx:for="{{items}}" wx:key="*this">{{item}}</swiper-item></swiper>
    <view class="told">{{told}}</view><view bind:tap="next">next</view><view bind:tap="fill">fill</view>`,
    `Page({
      data: { at: 2, items: [], told: '' },
      fill() { this.setData({ items: ['p', 'q', 'r'] }) },
      next() { this.setData({ at: 0 }) },
      tell({ detail }) { this.setData({ told: detail.current + detail.source }) },
    })`,
    'swiper .wx-swiper-dot-active { width: 20px }',
  ),
};

Object.assign(
  MINI_PROGRAM,
  page(
    'pulled',
    `<scroll-view scroll-y class="list" style="height: 200px" refresher-enabled refresher-triggered="{{triggered}}"
      bind:refresherrefresh="note" bind:refresherrestore="note" bind:refresherabort="note" bind:refresherpulling="pull">
      <view slot="refresher" class="own" style="height: 80px">pull me</view><view class="first">first</view><view style="height: 900px"/>
    </scroll-view>
    <view class="noted">{{noted}}</view><view bind:tap="stop">stop</view>`,
    `Page({
      data: { noted: '', triggered: false },
      note({ type }) { this.setData({ noted: this.data.noted + ' ' + type }) },
      pull({ detail }) { this.pulled = detail.dy },
      stop() { this.setData({ triggered: false, noted: this.data.noted + (this.pulled > 40 ? ' pulled' : '') }) },
    })`,
  ),
);

const running = runMiniProgram(MINI_PROGRAM);

let opened: OpenPhone;

beforeAll(() => {
  ({ opened } = running);
});

const begin = (name: string) => running.begin(`pages/${name}/${name}`);

// The browser's own; the tests' types have no document.
declare const document: { getAnimations(): (object & { finish(): void })[] };
declare function getComputedStyle(element: unknown, pseudo: string): Record<string, string>;

describe('a mini-program that is not ours', () => {
  it('styles the inside of components by the class names that WeChat gives it', async () => {
    const page = await begin('looks');
    await page.getByText('mine').waitFor();
    expect(await styleOf(page.locator('wx-radio .wx-radio-input'), 'width')).toBe('40px');
    expect(await styleOf(page.locator('.wx-radio-input-checked'), 'backgroundColor')).toBe('rgb(1, 2, 3)');
    expect(await styleOf(page.locator('wx-switch .wx-switch-input'), 'width')).toBe('33px');
    const tick = page.locator('.wx-checkbox-input-checked');
    expect(await tick.evaluate((mark) => getComputedStyle(mark, '::before')['color'])).toBe('rgb(4, 5, 6)');
  });

  it('presses a button of an open-type that WeChat does not know without a word', async () => {
    const page = await begin('looks');
    await page.getByText('unknown').click();
    await page.getByText('known', { exact: true }).click();
    const ours = () => opened.warnings.filter((text) => text.includes('open-type'));
    expect(ours()).toEqual([expect.stringContaining('open-type="feedback"')]);
  });

  it('keeps class names of its own that are none of a component', async () => {
    const page = await begin('looks');
    expect(await styleOf(page.getByText('mine'), 'position')).toBe('static');
    expect(await styleOf(page.locator('wx-input > div'), 'color')).toBe('rgb(128, 128, 128)');
  });

  it('names a picture beside its page in a style', async () => {
    const page = await begin('looks');
    expect(await styleOf(page.locator('.pictured'), 'backgroundImage')).toContain(
      '/phone/miniprogram/files/pages/looks/picture.png',
    );
    opened.errors.length = 0;
  });

  it('breaks lines, decodes entities and widens spaces in a text', async () => {
    const page = await begin('text');
    expect(await page.locator('.lines').textContent()).toBe('one\ntwo');
    await page.locator('.decoded', { hasText: 'a\u00a0<' }).waitFor();
    expect(await page.locator('.spaced').textContent()).toBe('a\u2003b');
    await page.getByText('change').click();
    await page.locator('.decoded', { hasText: /^&lt;$/ }).waitFor();
  });

  it('calls a property as it likes, gives it several types, knows the screen from its launch on, and finds the global object', async () => {
    const page = await begin('text');
    await page.getByText('given true 390').waitFor();
    await page.locator('.found', { hasText: 'functiontrue' }).waitFor();
  });

  it('finds WeChat in the global object, and of a browser nothing', async () => {
    const page = await begin('text');
    const browser = 'undefined,undefined,undefined,undefined';
    await page.locator('.global', { hasText: `true,function,${browser}` }).waitFor();
  });

  it('has the functions of its pages bound to them', async () => {
    const page = await begin('text');
    await page.locator('.called', { hasText: 'itself' }).waitFor();
  });

  it('shows of a user what WeChat shows of everyone', async () => {
    const page = await begin('text');
    await page.getByText('微信用户').waitFor();
    expect(await styleOf(page.locator('wx-open-data > img'), 'width')).toBe('60px');
  });

  it('finds its page among the open ones while that is loaded', async () => {
    const page = await begin('open');
    await page.getByText('pages/open/open').waitFor();
  });

  it('turns a swiper round, by the items that came after it', async () => {
    const page = await begin('swiper');
    await page.getByText('fill').click();
    const last = page.locator('wx-swiper-item', { hasText: 'r' });
    await expectShown(last);
    expect(await page.locator('.wx-swiper-dot').count()).toBe(3);
    expect(await styleOf(page.locator('.wx-swiper-dot-active'), 'width')).toBe('20px');
    // The first comes after the last: to the left, not back over all of them.
    expect(await styleOf(page.locator('wx-swiper-item', { hasText: 'p' }), 'transform')).toBe(
      `matrix(1, 0, 0, 1, ${(await last.boundingBox())?.width}, 0)`,
    );
    await page.getByText('next').click();
    await page.getByText('0', { exact: true }).waitFor();
  });

  it('pulls its refresher above a scroll view, and puts it back', async () => {
    const page = await begin('pulled');
    const { x, y } = (await page.getByText('first').boundingBox()) ?? { x: 0, y: 0 };
    const top = async () => ((await page.getByText('first').boundingBox())?.y ?? 0) - y;
    const comesToRest = () =>
      page.evaluate(() => {
        for (const each of document.getAnimations()) if ('transitionProperty' in each) each.finish();
      });
    const drag = async (by: number) => {
      const { mouse } = opened.phone;
      await mouse.move(x + 50, y + 5);
      await mouse.down();
      await mouse.move(x + 50, y + 5 + by / 2);
      await mouse.move(x + 50, y + 5 + by);
      await mouse.up();
    };
    await drag(40);
    await page.getByText('refresherabort').waitFor();
    await drag(120);
    await page.getByText('refresherabort refresherrefresh', { exact: true }).waitFor();
    await comesToRest();
    expect(await top()).toBe(45);
    await page.getByText('stop').click();
    await page.getByText('refresherabort refresherrefresh pulled refresherrestore').waitFor();
    await comesToRest();
    expect(await top()).toBe(0);
  });

  it('makes no error in the console', () => {
    expect(opened.errors).toEqual([]);
  });

  it('goes on with a page whose module throws', async () => {
    const page = await begin('start');
    await page.getByText('go on').click();
    await page.getByText('drawn all the same').waitFor();
    expect(opened.errors).toContainEqual(expect.stringContaining('nowhere is not defined'));
  });
});

/** Whether an item of a swiper is the one that shows. */
async function expectShown(item: Locator): Promise<void> {
  await item.waitFor();
  expect(await styleOf(item, 'transform')).toBe('matrix(1, 0, 0, 1, 0, 0)');
}
