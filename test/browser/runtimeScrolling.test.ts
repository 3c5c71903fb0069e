/** When a mini-program moves its `<scroll-view>`, and when the user's place in it stays. */
import type { FrameLocator, Locator } from 'playwright-core';
import { runMiniProgram } from './runningMiniProgram';

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["pages/a/a"] }',
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
});
