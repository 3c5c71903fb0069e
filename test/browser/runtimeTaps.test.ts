/** What a mini-program may do in a tap alone, and what counts as part of one (framework/view/tap). */
import type { FrameLocator, Page } from 'playwright-core';
import { runMiniProgram } from './runningMiniProgram';

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["pages/a/a"] }',
  'app.js': 'App({})',
  'pages/a/a.wxml': `
    <button bind:tap="late">late</button>
    <button bind:tap="modal">modal</button><button bind:tap="awaited">awaited modal</button>
    <button bind:tap="sheet">sheet</button>
    <button bind:tap="look">look</button><button bind:tap="lateLook">late look</button>
    <button bind:tap="reach">reach</button>
    <view>{{refusal}}</view>`,
  'pages/a/a.js': `
    Page({
      onLoad({ choose }) { if (choose) wx.chooseImage({ fail: ({ errMsg }) => console.log(errMsg) }) },
      open() { wx.openSetting({ fail: ({ errMsg }) => this.setData({ refusal: errMsg }) }) },
      late() { setTimeout(() => this.open()) },
      modal() { wx.showModal({ title: 'open?', complete: ({ confirm }) => confirm && this.open() }) },
      async awaited() { if ((await wx.showModal({ title: 'open?' })).confirm) this.open() },
      sheet() { wx.showActionSheet({ itemList: ['the setting'], success: () => this.open(), fail: () => this.open() }) },
      look() { wx.getSetting({ success: () => wx.getSetting({ complete: () => this.open() }) }) },
      reach() { wx.request({ url: 'https://example.com', fail: () => this.open() }) },
      lateLook() { setTimeout(() => wx.getSetting({ success: () => this.open() })) },
    })`,
};

const REFUSAL = 'openSetting:fail can only be invoked by user TAP gesture.';

const running = runMiniProgram(MINI_PROGRAM, { anew: true });

let phone: Page;
let page: FrameLocator;

beforeEach(() => {
  ({ phone, page } = running.opened);
});

const tap = (name: string) => page.getByRole('button', { name, exact: true }).click();

describe('the settings page', () => {
  const opened = () => phone.getByRole('heading', { name: '设置' }).waitFor();

  it('opens for nothing less than a tap', async () => {
    await tap('late');
    await page.getByText(REFUSAL).waitFor();
  });

  it('opens when the user has confirmed, in the callback', async () => {
    await tap('modal');
    await phone.getByRole('button', { name: '确定' }).click();
    await opened();
  });

  it('stays closed after a confirmation that was awaited: on older iPhones the tap is over', async () => {
    await tap('awaited modal');
    await phone.getByRole('button', { name: '确定' }).click();
    await page.getByText(REFUSAL).waitFor();
  });

  it('opens when the user has chosen from an action sheet, in the callback', async () => {
    await tap('sheet');
    await phone.getByRole('button', { name: 'the setting' }).click();
    await opened();
  });

  it('stays closed when the user has cancelled the action sheet', async () => {
    await tap('sheet');
    await phone.getByRole('button', { name: '取消' }).click();
    await page.getByText(REFUSAL).waitFor();
  });

  it('opens in the callbacks of wx.getSetting, called one in another from a tap', async () => {
    await tap('look');
    await opened();
  });

  it('opens in the callback of a wx.request from a tap', async () => {
    await tap('reach');
    await opened();
  });

  it('stays closed in the callback of a wx.getSetting that no tap has called', async () => {
    await tap('late look');
    await page.getByText(REFUSAL).waitFor();
  });
});

describe('the dialog for pictures', () => {
  it('fails when the user has touched nothing: a browser opens none, and says nothing of it', async () => {
    // Playwright's own look into a page counts as a touch.
    const said = phone.waitForEvent('console', (message) => message.text().startsWith('chooseImage'));
    await running.begin('pages/a/a?choose=1');
    expect((await said).text()).toBe(
      'chooseImage:fail a browser opens its dialog for files after a tap alone',
    );
  });
});
