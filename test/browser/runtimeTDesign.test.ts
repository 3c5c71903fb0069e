/** TDesign's components run on the phone as they are published: packages, WXS, slots, relations, form fields. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { projectRoot } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';
import type { OpenPhone } from './phoneInBrowser';
import { runMiniProgram } from './runningMiniProgram';

const COMPONENTS = [
  ...[
    'action-sheet',
    'avatar',
    'badge',
    'button',
    'cell',
    'cell-group',
    'checkbox',
    'checkbox-group',
    'count-down',
  ],
  ...[
    'dialog',
    'empty',
    'image',
    'input',
    'loading',
    'navbar',
    'notice-bar',
    'picker',
    'picker-item',
    'popup',
  ],
  ...[
    'progress',
    'radio',
    'radio-group',
    'search',
    'skeleton',
    'swipe-cell',
    'switch',
    'tabs',
    'tab-panel',
    'tag',
  ],
  ...['textarea', 'toast'],
];

const MINI_PROGRAM = {
  'app.json': JSON.stringify({
    pages: ['pages/a/a'],
    usingComponents: Object.fromEntries(
      COMPONENTS.map((name) => [`t-${name}`, `tdesign-miniprogram/${name}/${name}`]),
    ),
  }),
  'app.js': 'App({})',
  'pages/a/a.wxml': `
    <t-navbar title="TDesign" fixed="{{false}}"/>
    <t-notice-bar visible content="notice" prefixIcon="{{false}}"/>
    <t-button theme="primary" bind:tap="count">tapped {{taps}}</t-button>
    <t-button disabled bind:tap="count">disabled</t-button>
    <t-cell-group title="group"><t-cell title="cell" note="note" bind:click="openPopup"/></t-cell-group>
    <t-switch value="{{on}}" bind:change="set" data-name="on"/>
    <t-tag theme="success">tag</t-tag><t-badge count="{{taps}}">badge</t-badge><t-avatar>avatar</t-avatar>
    <t-input label="name" placeholder="your name" value="{{name}}" bind:change="set" data-name="name"/>
    <t-textarea placeholder="your story" maxlength="{{5}}" indicator bind:change="set" data-name="story"/>
    <t-search placeholder="find" bind:change="set" data-name="query"/>
    <t-tabs value="one" bind:change="set" data-name="tab">
      <t-tab-panel label="One" value="one">first</t-tab-panel>
      <t-tab-panel label="Two" value="two">second</t-tab-panel>
    </t-tabs>
    <t-checkbox-group bind:change="set" data-name="ticked"><t-checkbox label="A" value="a"/><t-checkbox label="B" value="b"/></t-checkbox-group>
    <t-radio-group bind:change="set" data-name="chosen"><t-radio label="C" value="c"/><t-radio label="D" value="d"/></t-radio-group>
    <t-progress percentage="40"/><t-skeleton/><t-loading text="loading"/><t-empty description="nothing"/>
    <t-image src="/a.png"/><t-count-down time="{{60000}}" format="mm:ss" auto-start="{{false}}"/>
    <t-swipe-cell><t-cell title="swipe me"/><view slot="right">delete</view></t-swipe-cell>
    <view class="state">{{state}}</view>
    <view bind:tap="toast">show toast</view><view bind:tap="dialog">show dialog</view>
    <view bind:tap="sheet">show sheet</view><view bind:tap="pick">show picker</view>
    <t-popup visible="{{popup}}" placement="bottom" bind:visible-change="closePopup"><view>in the popup</view></t-popup>
    <t-picker visible="{{picking}}" title="choose" bind:confirm="set" data-name="picked"><t-picker-item options="{{options}}"/></t-picker>
    <t-toast id="t-toast"/><t-dialog id="t-dialog"/><t-action-sheet id="t-action-sheet" bind:selected="set" data-name="action"/>`,
  'pages/a/a.js': `
    import Toast from 'tdesign-miniprogram/toast/index';
    import Dialog from 'tdesign-miniprogram/dialog/index';
    import ActionSheet from 'tdesign-miniprogram/action-sheet/index';
    Page({
      data: { taps: 1, on: false, name: '', state: '{}', popup: false, picking: false,
        options: [{ label: 'X', value: 'x' }, { label: 'Y', value: 'y' }] },
      state: {},
      set({ detail, currentTarget }) {
        const { value = detail.selected } = detail
        this.state = { ...this.state, [currentTarget.dataset.name]: value }
        this.setData({ state: JSON.stringify(this.state), [currentTarget.dataset.name]: value })
      },
      count() { this.setData({ taps: this.data.taps + 1 }) },
      closePopup() { this.setData({ popup: false }) },
      openPopup() { this.setData({ popup: true }) },
      toast() { Toast({ context: this, selector: '#t-toast', message: 'a toast' }) },
      dialog() { Dialog.confirm({ context: this, title: 'sure?', confirmBtn: 'yes', cancelBtn: 'no' }).then(() => this.setData({ state: 'confirmed' })) },
      sheet() { ActionSheet.show({ context: this, selector: '#t-action-sheet', items: ['first item', 'second item'] }) },
      pick() { this.setData({ picking: true }) },
    })`,
};

const running = runMiniProgram(() => {
  const miniprogram = temporaryFolder(MINI_PROGRAM);
  const packaged = join(projectRoot, 'node_modules/tdesign-miniprogram/miniprogram_dist');
  cpSync(packaged, join(miniprogram, 'miniprogram_npm/tdesign-miniprogram'), { recursive: true });
  return miniprogram;
});

let opened: OpenPhone;
let page: FrameLocator;

beforeAll(async () => {
  ({ opened } = running);
  ({ page } = opened);
  // TDesign's icons are a font on another server, which the phone does without.
  await opened.phone.route(/gtimg/, (route) => route.abort());
});

const state = async (): Promise<Record<string, unknown>> =>
  JSON.parse((await page.locator('.state').textContent()) ?? '');

describe('TDesign on the phone', () => {
  it.each(['notice', 'group', 'cell', 'tag', 'badge', 'avatar', 'first', 'loading', 'nothing', 'swipe me'])(
    'draws %s',
    async (text) => {
      await page.getByText(text, { exact: true }).first().waitFor();
    },
  );

  it('taps a button, and not a disabled one', async () => {
    await page.getByRole('button', { name: 'tapped 1' }).click();
    await page.getByRole('button', { name: 'disabled' }).click({ force: true });
    await page.getByRole('button', { name: 'tapped 2' }).waitFor();
  });

  it('hands over what is written, up to the limit', async () => {
    await page.getByPlaceholder('your name').fill('信使');
    await page.getByPlaceholder('your story').pressSequentially('longer than five');
    await page.getByPlaceholder('find').fill('x');
    expect(await state()).toMatchObject({ name: '信使', story: 'longe', query: 'x' });
  });

  it('switches, ticks, chooses and turns to another tab', async () => {
    await page.getByRole('switch').click();
    await page.getByText('A', { exact: true }).click();
    await page.getByText('D', { exact: true }).click();
    await page.getByRole('tab', { name: 'Two' }).click();
    expect(await state()).toMatchObject({ on: true, ticked: ['a'], chosen: 'd', tab: 'two' });
  });

  it('opens a popup, a toast and a dialog over the page', async () => {
    await page.getByText('cell', { exact: true }).click();
    await page.getByText('in the popup').waitFor();
    await page
      .locator('.t-overlay')
      .first()
      .click({ position: { x: 10, y: 10 } });
    await page.getByText('show toast').click();
    await page.getByText('a toast').waitFor();
    await page.getByText('show dialog').click();
    await page.getByText('yes').click();
    await page.getByText('confirmed').waitFor();
  });

  it('runs without an error but the font that is not there', () => {
    expect(opened.errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([]);
  });
});
