/** What public component libraries and their examples rely on: WeChat's own look of things, and what is measured of it. */
import type { FrameLocator, Locator } from 'playwright-core';
import { builtFunctions } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';
import { openPhone, styleOf } from './phoneInBrowser';
import { runInBrowser } from './runningBrowser';
import { topPage } from './runningPhones';

const page = (name: string, wxml: string, script = 'Page({})', wxss = '') => ({
  [`pages/${name}/${name}.wxml`]: wxml,
  [`pages/${name}/${name}.js`]: script,
  [`pages/${name}/${name}.wxss`]: wxss,
});

const LOOKS = page(
  'looks',
  `<view class="row"><text class="one">a text that is longer than its row is wide</text></view>
  <view class="row"><text class="two">one\\ntwo</text></view>
  <view class="row"><view class="word">anameofmorelettersthanhaveroominarow</view></view>
  <h2 class="heading">a heading</h2><view class="letters">letters</view>
  <button class="own" disabled>disabled</button><button class="own" disabled type="primary">disabled and primary</button>
  <input class="small" placeholder="small"/>
  <checkbox class="unseen" disabled/><radio disabled checked/><switch disabled/>
  <icon type="circle" size="40"/>
  <swiper><swiper-item class="card">card</swiper-item></swiper>
  <image src=../../none.png" class="unquoted"/>`,
  'Page({})',
  `.row { width: 80px } .row .one { overflow: hidden } .row:first-child { white-space: nowrap }
  h2.heading { color: rgb(1, 2, 3) } .own { background-color: rgb(1, 2, 3) }
  .small { font-size: 10px } .unseen { opacity: 0 } .card { left: 33px }`,
);

// As wux measures where to cut a text off: two at once on one component.
const MEASURED = page(
  'measured',
  '<view class="box" style="width: {{width}}px"/><view class="told">{{told}}</view>',
  `Page({
    data: { width: 10, told: '' },
    onReady() { this.measure(20); this.measure(20) },
    measure(next) {
      this.createSelectorQuery().select('.box').boundingClientRect(({ width }) => {
        this.setData({ told: this.data.told + width + ' ', width: next });
      }).exec();
    },
  })`,
);

const component = (name: string, wxml: string, script: string) => ({
  [`parts/${name}.json`]: '{ "component": true }',
  [`parts/${name}.wxml`]: wxml,
  [`parts/${name}.js`]: script,
});

const PARTS = {
  // TDesign's tabs have a named slot before the one of their panels, and no `multipleSlots`.
  ...component(
    'tabs',
    '<view class="middle"><slot name="middle"/></view><view class="panels"><slot/></view>',
    'Component({})',
  ),
  ...component('inner', '<view/>', `Component({ lifetimes: { ready() { getApp().ready.push('inner') } } })`),
  'parts/outer.json': '{ "component": true, "usingComponents": { "x-inner": "inner" } }',
  'parts/outer.wxml': '<x-inner/>',
  'parts/outer.js': `Component({ lifetimes: { ready() { getApp().ready.push('outer') } } })`,
};

const PARTS_PAGE = {
  ...page(
    'parts',
    `<x-tabs><view class="panel">panel</view></x-tabs>
    <x-outer/>
    <view class="told">{{told}}</view><view bind:tap="again">again</view>
    <view class="themed" data-my-theme="dark">themed</view>
    <view bind:tap="open"><input disabled placeholder="choose"/></view>
    <radio-group><radio value="a" checked/><radio value="b" checked/></radio-group>
    <checkbox class="block"><text class="beside">beside</text></checkbox>
    <view class="nothing">{{nothing}} {{unknown}}</view>`,
    `Page({
      data: { told: '', nothing: null },
      again() { this.setData({ told: getApp().ready.join(' ') }) },
      open() { this.setData({ told: 'opened' }) },
    })`,
    `[data-my-theme="dark"] { color: rgb(1, 2, 3) } .block { display: block }`,
  ),
  'pages/parts/parts.json': JSON.stringify({
    usingComponents: { 'x-tabs': '/parts/tabs', 'x-outer': '/parts/outer' },
  }),
};

const MINI_PROGRAM = {
  'app.json': JSON.stringify({
    pages: ['looks', 'measured', 'parts', 'web'].map((name) => `pages/${name}/${name}`),
  }),
  'app.js': 'App({ ready: [] })',
  ...LOOKS,
  ...MEASURED,
  ...PARTS,
  ...PARTS_PAGE,
  ...page('web', '<web-view src="https://example.com"/>'),
};

const running = runInBrowser(() => ({
  functions: builtFunctions,
  miniprogram: temporaryFolder(MINI_PROGRAM),
  port: 0,
}));

/** Starts the mini-program with a page. */
async function begin(name: string): Promise<Locator> {
  const { phone, page } = await openPhone(running.browser, running.emulator.url);
  await phone.goto(`${running.emulator.url}/phone/?page=pages/${name}/${name}`);
  return topPage(page as FrameLocator);
}

const heightOf = async (element: Locator) => (await element.boundingBox())?.height;

describe('a page of a component library', () => {
  let looks: Locator;
  beforeAll(async () => {
    looks = await begin('looks');
    await looks.getByText('a heading').waitFor();
  });

  it('breaks the lines of a text where it says so, and elsewhere only where its surroundings let it', async () => {
    const line = await heightOf(looks.locator('.letters'));
    expect(await heightOf(looks.locator('.row').nth(0))).toBe(line);
    expect(await heightOf(looks.locator('.row').nth(1))).toBe((line ?? 0) * 2);
  });

  it('breaks no word, as WeChat does not', async () => {
    expect(await heightOf(looks.locator('.word'))).toBe(await heightOf(looks.locator('.letters')));
  });

  it("takes a tag that is none of WeChat's for nothing of HTML's", async () => {
    const heading = looks.locator('.heading');
    expect(await styleOf(heading, 'display')).toBe('inline');
    expect(await styleOf(heading, 'fontWeight')).toBe('400');
    expect(await styleOf(heading, 'color')).toBe('rgb(1, 2, 3)');
  });

  it('draws a disabled button as WeChat does, whatever its class says', async () => {
    const ground = (text: string) => styleOf(looks.getByText(text, { exact: true }), 'backgroundColor');
    expect(await ground('disabled')).toBe('rgb(247, 247, 247)');
    expect(await ground('disabled and primary')).toBe('rgb(158, 217, 157)');
  });

  it('gives an input the height of a line of the page', async () => {
    // 1.4 of 16; the browser's lengths are 64ths of a pixel.
    expect(await heightOf(looks.locator('.small'))).toBeCloseTo(22.4, 1);
  });

  it('lets a class hide a disabled checkbox, and greys what is disabled', async () => {
    expect(await styleOf(looks.locator('.unseen'), 'opacity')).toBe('0');
    expect(await styleOf(looks.locator('.wx-radio-input-disabled'), 'backgroundColor')).toBe(
      'rgb(225, 225, 225)',
    );
    expect(await styleOf(looks.locator('.wx-switch-input-disabled'), 'opacity')).toBe('0.3');
  });

  it("draws the ring that WeChat's documentation of icons leaves out", async () => {
    expect(await looks.locator('wx-icon circle').getAttribute('stroke')).toBe('#C9C9C9');
  });

  it('lets a class move the items of a swiper', async () => {
    expect((await looks.getByText('card').boundingBox())?.x).toBe(33);
  });

  it('reads a value without quotes as WeChat does', async () => {
    expect(await looks.locator('.unquoted > img').getAttribute('src')).toMatch(/\/none\.png$/);
  });

  it('measures what is asked at the same time before it tells any of it', async () => {
    const measured = await begin('measured');
    await measured.locator('.told', { hasText: '10 10' }).waitFor();
  });

  it('fills the page with the place of a web-view', async () => {
    const web = await begin('web');
    expect((await web.locator('wx-web-view').boundingBox())?.width).toBe(390);
  });
});

describe("a page of a library's components", () => {
  let parts: Locator;
  beforeEach(async () => {
    parts = await begin('parts');
    await parts.getByText('again').waitFor();
  });

  it('puts content into the slot without a name, where a component has one slot', async () => {
    expect(await parts.locator('x-tabs > wx-view').allTextContents()).toEqual(['', 'panel']);
  });

  it('makes ready what a component is made of before the component', async () => {
    await parts.getByText('again').click();
    await parts.locator('.told', { hasText: 'inner outer' }).waitFor();
  });

  it('writes datasets as attributes, on which style sheets hang', async () => {
    expect(await styleOf(parts.locator('.themed'), 'color')).toBe('rgb(1, 2, 3)');
  });

  it('hears a tap on a disabled field', async () => {
    // By the mouse itself: a click of the browser's own would not tell.
    const { x = 0, y = 0 } = (await parts.locator('wx-input').boundingBox()) ?? {};
    await parts.page().mouse.click(x + 20, y + 10);
    await parts.getByText('opened').waitFor();
  });

  it('checks one radio of a group, the last that the page says', async () => {
    const checked = (nth: number) => parts.locator('wx-radio').nth(nth).getAttribute('aria-checked');
    expect([await checked(0), await checked(1)]).toEqual(['false', 'true']);
  });

  it('keeps the text of a checkbox beside its box', async () => {
    const [box, text] = [parts.locator('.wx-checkbox-input'), parts.locator('.beside')];
    expect((await text.boundingBox())?.x).toBeGreaterThan(((await box.boundingBox())?.x ?? 0) + 20);
    expect((await text.boundingBox())?.y).toBeLessThan(((await box.boundingBox())?.y ?? 0) + 20);
  });

  it('writes null as WeChat does', async () => {
    expect(await parts.locator('.nothing').textContent()).toBe('null ');
  });
});
