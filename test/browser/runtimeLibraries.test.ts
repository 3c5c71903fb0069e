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

const MINI_PROGRAM = {
  'app.json': JSON.stringify({ pages: ['looks', 'measured'].map((name) => `pages/${name}/${name}`) }),
  'app.js': 'App({})',
  ...LOOKS,
  ...MEASURED,
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
    expect(Number.parseFloat((await styleOf(looks.locator('.small'), 'height')) ?? '')).toBeCloseTo(22.4, 1);
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
});
