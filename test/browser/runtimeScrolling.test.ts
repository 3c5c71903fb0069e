/** `<scroll-view>`: when a mini-program moves it, when the user's place in it stays, and how its content is laid out. */
import type { FrameLocator, Locator } from 'playwright-core';
import { styleOf } from './phoneInBrowser';
import { runMiniProgram } from './runningMiniProgram';

const TWO = '<view style="height: 80px">a</view><view style="height: 80px">b</view>';

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
  'app.js': 'App({})',
  'pages/a/a.wxml': `
    <scroll-view scroll-x scroll-y style="height: 100px" scroll-top="{{top}}" scroll-left="{{left}}" scroll-into-view="{{id}}">
      <view id="wide" style="width: 2000px; height: 500px">long</view><view id="below" style="height: 500px">below</view>
    </scroll-view>
    <button wx:for="{{['top', 'left', 'id']}}" wx:key="*this" data-which="{{item}}" bind:tap="set">{{item}}</button>
    <button bind:tap="other">other</button><view>set {{times}}</view>`,
  'pages/a/a.js': `
    const places = { top: 300, left: 300, id: 'below' }
    Page({
      data: { times: 0, top: 0, left: 0, id: '' },
      set({ currentTarget: { dataset: { which } } }) { this.setData({ [which]: places[which], times: this.data.times + 1 }) },
      other() { this.setData({ top: 0 }); this.setData({ top: 300, times: this.data.times + 1 }) },
    })`,
  'pages/b/b.js': 'Page({})',
  'pages/b/b.wxml': `
    <scroll-view scroll-y id="declared" class="flex">${TWO}</scroll-view>
    <scroll-view scroll-y id="enabled" enable-flex>${TWO}</scroll-view>
    <scroll-view scroll-y id="both" enable-flex class="flex">${TWO}</scroll-view>`,
  'pages/b/b.wxss': `
    scroll-view { height: 100px }
    .flex { display: flex; flex-direction: column }
    .flex > view { color: rgb(1, 2, 3) }`,
};

const running = runMiniProgram(MINI_PROGRAM, { anew: true });

let page: FrameLocator;
let list: Locator;

beforeEach(() => {
  ({ page } = running.opened);
  list = page.locator('wx-scroll-view');
});

const tap = (name: string) => page.getByRole('button', { name, exact: true }).click();

// The browser's own; the tests' types have no document.
interface Scrolled {
  scrollTop: number;
  scrollLeft: number;
}
declare function requestAnimationFrame(callback: () => void): void;

/** Where it is, when the frame is drawn in which the page moves it. */
const place = () =>
  list.evaluate(async (element) => {
    await new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const { scrollLeft, scrollTop } = element as unknown as Scrolled;
    return [scrollLeft, scrollTop];
  });

const scrollBack = () =>
  list.evaluate((element) =>
    Object.assign(element as unknown as Scrolled, { scrollTop: 0, scrollLeft: 0 } satisfies Scrolled),
  );

describe('a scroll-view', () => {
  it.each([
    { which: 'top', moved: [0, 300] },
    { which: 'left', moved: [300, 0] },
    { which: 'id', moved: [0, 500] },
  ])(
    'moves when $which has another value, and stays where the user is when it has the same again',
    async ({ which, moved }) => {
      await tap(which);
      await page.getByText('set 1').waitFor();
      expect(await place()).toEqual(moved);
      await scrollBack();
      await tap(which);
      await page.getByText('set 2').waitFor();
      expect(await place()).toEqual([0, 0]);
    },
  );

  it('moves again by a value that has been another meanwhile', async () => {
    await tap('top');
    await page.getByText('set 1').waitFor();
    await scrollBack();
    await tap('other');
    await page.getByText('set 2').waitFor();
    expect(await place()).toEqual([0, 300]);
  });

  // 开启后，当前节点声明了 display: flex 就会成为 flex container，并作用于其孩子节点 (component/scroll-view).
  it('lays its content out by flexbox where that is enabled and declared, and says where it is declared alone', async () => {
    const top = await running.begin('pages/b/b');
    const first = (id: string) => top.locator(`#${id} wx-view`).first();
    const height = async (id: string) => (await first(id).boundingBox())?.height;
    expect(await height('declared')).toBe(80);
    expect(await height('enabled')).toBe(80);
    expect(await height('both')).toBe(50);
    expect(await styleOf(first('declared'), 'color')).not.toBe('rgb(1, 2, 3)');
    expect(running.opened.warnings).toEqual([
      '[Component] <scroll-view>: 设置 enable-flex 属性以使 flexbox 布局生效',
    ]);
  });
});
