/** A mini-program's own mistakes: its App hears what it throws, the console has it once, and the phone goes on. */
import type { OpenPhone } from './phoneInBrowser';
import { runMiniProgram } from './runningMiniProgram';

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["a"] }',
  'app.js': `
    App({
      heard: [],
      onLaunch() { wx.onAppShow(() => { throw new Error('in a listener') }) },
      onError(text) { this.heard.push(text.split('\\n')[0]); throw new Error('in onError') },
    })`,
  'a.json': '{ "usingComponents": { "c-part": "part" } }',
  'a.wxml': `
    <view id="heard">{{heard}}</view><view id="completed">{{completed}}</view>
    <view bind:tap="tapped">tap</view><view bind:tap="called">call</view><c-part/>
    <view bind:tap="look">look</view><view bind:tap="tpaped">misspelt</view>
    <view bind:tap="unset">{{kept}}</view>`,
  'a.js': `
    Page({
      data: { heard: '', completed: '', kept: 'kept' },
      onLoad() { throw new Error('in onLoad') },
      tapped() { throw new Error('in a tap') },
      called() {
        wx.setStorage({
          key: 'k', data: 1,
          success() { throw new Error('in success') },
          complete: ({ errMsg }) => this.setData({ completed: errMsg }),
        })
      },
      unset() { this.setData({ kept: undefined, completed: 'all but one' }) },
      look() { this.setData({ heard: getApp().heard.join() }) },
    })`,
  'part.json': '{ "component": true }',
  'part.wxml': '<view>part</view>',
  'part.js': "Component({ lifetimes: { attached() { throw new Error('in a component') } } })",
};

const running = runMiniProgram(MINI_PROGRAM);

let opened: OpenPhone;

beforeAll(() => {
  ({ opened } = running);
});

describe('what a mini-program throws', () => {
  it('is told to its App, wherever it was, and keeps nothing else from running', async () => {
    const { page } = opened;
    await page.getByText('tap', { exact: true }).click();
    await page.getByText('call', { exact: true }).click();
    await page.getByText('setStorage:ok').waitFor();
    await page.getByText('look').click();
    await page.getByText('in a listener,in a component,in onLoad,in a tap,in success').waitFor();
  });

  it('stands once in the console, with its place', () => {
    const places = opened.errors.map((text) => text.split('Error: ').join('').split('\n')[0]);
    const own = places.filter((place) => !place?.includes('in onError'));
    expect(own).toEqual([
      'listener: in a listener',
      expect.stringMatching(/^part: .*attached.* in a component$/),
      'a: onLoad: in onLoad',
      'a <view>: tap: in a tap',
      'at api setStorage success callback function: in success',
    ]);
  });
});

describe('what a mini-program gets wrong silently', () => {
  beforeEach(() => opened.warnings.splice(0));

  it('is a handler that the page does not have: the console names it', async () => {
    await opened.page.getByText('misspelt').click();
    await opened.page.getByText('look').click();
    expect(opened.warnings).toEqual(['Component "a" does not have a method "tpaped" to handle event "tap".']);
  });

  it('is a field set to undefined, which stays as it was: the console names it', async () => {
    await opened.page.getByText('kept').click();
    await opened.page.getByText('all but one').waitFor();
    await opened.page.getByText('kept').waitFor();
    expect(opened.warnings).toEqual(['Setting data field "kept" to undefined is invalid.']);
  });
});
