/** What a page says of itself with `<page-meta>` is its own (WeChat's documentation: component/page-meta). */
import { styleOf } from './phoneInBrowser';
import { runMiniProgram } from './runningMiniProgram';
import { topPage } from './runningPhones';

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["a", "b"], "window": { "enablePullDownRefresh": true } }',
  'app.js': 'App({})',
  'a.wxml': `
    <page-meta page-style="{{style}}" page-font-size="20px" root-font-size="30px"/>
    <view bind:tap="change">change</view><view bind:tap="go">go</view><view style="width: 1rem" id="rem">rem</view>`,
  'a.js': `
    Page({
      data: { style: 'color: rgb(1, 2, 3); padding-top: 20rpx' },
      change() { wx.startPullDownRefresh(); this.setData({ style: 'background-color: rgb(4, 5, 6)' }) },
      go() { wx.navigateTo({ url: 'b' }) },
    })`,
  'b.wxml': '<view style="width: 1rem" id="rem">b</view>',
  'b.js': 'Page({})',
};

const running = runMiniProgram(MINI_PROGRAM, { anew: true });

describe('<page-meta>', () => {
  it('is heeded from the start', async () => {
    const { page } = running.opened;
    await page.getByText('change').waitFor();
    const top = topPage(page);
    expect(await styleOf(top, 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf(top, 'fontSize')).toBe('20px');
    expect(await styleOf(top, 'paddingTop')).toBe(`${(390 * 20) / 750}px`);
  });

  it('changes its own style, and neither the size of the letters nor where a refresh has the page', async () => {
    const { page } = running.opened;
    await page.getByText('change').click();
    await page.getByRole('status', { name: '正在刷新' }).waitFor();
    const top = topPage(page);
    expect(await styleOf(top, 'backgroundColor')).toBe('rgb(4, 5, 6)');
    expect(await styleOf(top, 'color')).not.toBe('rgb(1, 2, 3)');
    expect(await styleOf(top, 'fontSize')).toBe('20px');
    expect(await top.getAttribute('style')).toContain('translateY');
  });

  it('sizes the rem of its page alone', async () => {
    const { page, phone } = running.opened;
    const rem = topPage(page).locator('#rem');
    expect(await styleOf(rem, 'width')).toBe('30px');
    await page.getByText('go').click();
    await page.getByText('b', { exact: true }).waitFor();
    expect(await styleOf(rem, 'width')).toBe('16px');
    await phone.getByRole('button', { name: '返回' }).click();
    await page.getByText('change').waitFor();
    expect(await styleOf(rem, 'width')).toBe('30px');
  });
});
