/** What a mini-program asks of the user while he has not answered what it asked before. */
import type { FrameLocator, Page } from 'playwright-core';
import { defaultSeed } from '../../scripts/emulator/wechat/seed';
import { runMiniProgram } from './runningMiniProgram';

const [template] = defaultSeed().templates;

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["pages/a/a"] }',
  'app.js': 'App({})',
  'pages/a/a.wxml': `
    <button wx:for="{{['modals', 'sheets', 'settings', 'panels']}}" wx:key="*this" data-which="{{item}}" bind:tap="ask">{{item}}</button>
    <view>answers: {{answers}}</view>`,
  'pages/a/a.js': `
    const questions = {
      modals: (title, success) => wx.showModal({ title, editable: true, success: ({ content }) => success(content) }),
      sheets: (title, success) => wx.showActionSheet({ alertText: title, itemList: ['yes', 'no'], success: ({ tapIndex }) => success(tapIndex) }),
      settings: (title, success) => wx.openSetting({ success: () => success('closed') }),
      panels: (title, success) => wx.requestSubscribeMessage({ tmplIds: ['${template?.tmplId}'], success: () => success('subscribed'), fail: ({ errMsg }) => success(errMsg) }),
    }
    Page({
      data: { answers: '' },
      ask({ currentTarget: { dataset: { which } } }) {
        for (const title of ['first', 'second'])
          questions[which](title, (answer) => this.setData({ answers: this.data.answers + title + ' ' + answer + '; ' }))
      },
    })`,
};

const running = runMiniProgram(MINI_PROGRAM, { anew: true });

let phone: Page;
let page: FrameLocator;

beforeEach(() => {
  ({ phone, page } = running.opened);
});

const tap = (name: string) => page.getByRole('button', { name, exact: true }).click();
const answered = (answers: string) => page.getByText(`answers: ${answers}`, { exact: true }).waitFor();

describe('of two questions in a row', () => {
  it('the later dialog covers the earlier one, and each has its own answer', async () => {
    await tap('modals');
    await phone.getByRole('textbox', { name: 'second' }).fill('two');
    await phone.getByRole('button', { name: '确定' }).click();
    await phone.getByRole('textbox', { name: 'first' }).fill('one');
    await phone.getByRole('button', { name: '确定' }).click();
    await answered('second two; first one;');
  });

  it('the later action sheet covers the earlier one', async () => {
    await tap('sheets');
    await phone.getByRole('dialog', { name: 'second' }).getByRole('button', { name: 'no' }).click();
    await phone.getByRole('dialog', { name: 'first' }).getByRole('button', { name: 'yes' }).click();
    await answered('second 1; first 0;');
  });

  it('both are answered when the settings page that they open is left', async () => {
    await tap('settings');
    await phone.getByRole('region', { name: '设置' }).getByRole('button', { name: '返回' }).click();
    await answered('first closed; second closed;');
  });

  it('the later subscribe panel is refused, until the earlier one is answered', async () => {
    const refusal = 'second requestSubscribeMessage:fail last call has not ended;';
    await tap('panels');
    await answered(refusal);
    await phone.getByRole('button', { name: '允许' }).click();
    await answered(`${refusal} first subscribed;`);
    await tap('panels');
    await answered(`${refusal} first subscribed; ${refusal}`);
    await phone.getByRole('button', { name: '允许' }).click();
    await answered(`${refusal} first subscribed; ${refusal} first subscribed;`);
  });
});
