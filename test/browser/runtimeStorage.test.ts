/** What a mini-program keeps on the phone: how much, and for how long (WeChat's documentation: wx.setStorage). */
import type { FrameLocator } from 'playwright-core';
import { runMiniProgram } from './runningMiniProgram';

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["a"] }',
  'app.js': 'App({})',
  'a.wxml': `
    <button wx:for="{{['long', 'longAtOnce', 'full', 'token']}}" wx:key="*this" data-which="{{item}}" bind:tap="run">{{item}}</button>
    <view>told: {{told}}</view><view>kept: {{kept}}</view>`,
  'a.js': `
    const keeps = {
      long: (tell) => wx.setStorage({ key: 'k', data: 'x'.repeat(1024 * 1024), fail: ({ errMsg }) => tell(errMsg) }),
      longAtOnce(tell) {
        wx.setStorageSync('k', 'x'.repeat(1024 * 1024 - 1));
        try { wx.setStorageSync('k', 'x'.repeat(1024 * 1024)) } catch ({ message }) { tell(message) }
      },
      full(tell) {
        try { for (let n = 0; n < 20; n += 1) wx.setStorageSync('k' + n, 'x'.repeat(1000000)) } catch ({ message }) { tell(message) }
        wx.clearStorageSync();
      },
      token(tell) { wx.setStorageSync('token', 'a token'); tell('token') },
    }
    Page({
      data: { told: '' },
      onLoad() { this.setData({ kept: wx.getStorageSync('token') || 'nothing' }) },
      run({ currentTarget: { dataset: { which } } }) { keeps[which]((told) => this.setData({ told })) },
    })`,
};

const running = runMiniProgram(MINI_PROGRAM, { anew: true });
let page: FrameLocator;

beforeEach(() => {
  ({ page } = running.opened);
});

const toldBy = async (name: string, answer: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByText(`told: ${answer}`, { exact: true }).waitFor();
};

const request = (method: string, path: string, body?: object) =>
  fetch(`${running.emulator.url}/emulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe('what a mini-program keeps', () => {
  it('is of 1 MB at most under each key', async () => {
    await toldBy('long', 'setStorage:fail:entry size limit reached');
    await toldBy('longAtOnce', 'setStorageSync:fail:entry size limit reached');
  });

  it("is refused in WeChat's words where the browser keeps no more", async () => {
    await toldBy('full', 'setStorageSync:fail:quota reached');
  });

  it('is there when the mini-program starts again, and gone when the emulator was reset', async () => {
    await toldBy('token', 'token');
    await running.begin('a');
    await page.getByText('kept: a token').waitFor();
    await request('POST', 'reset');
    await page.getByText('kept: nothing').waitFor();
  });

  it('is not there for another mini-program at the same address', async () => {
    await toldBy('token', 'token');
    await request('PUT', 'push', {
      ...((await (await request('GET', 'push')).json()) as object),
      appid: 'wx0000000000000002',
    });
    await running.begin('a');
    await page.getByText('kept: nothing').waitFor();
  });
});
