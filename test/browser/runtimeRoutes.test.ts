/** Pages come and go in WeChat's order (WeChat's documentation: framework/app-service/route, 页面生命周期函数, 附注). */
import type { OpenPhone } from './phoneInBrowser';
import { runMiniProgram } from './runningMiniProgram';
import { topPage } from './runningPhones';

const PAGES = ['tabA', 'tabB', 'c', 'd', 'moved', 'left'];

/** What a tap on a button of any page does. */
const STEPS = `
  'to tabA'() { wx.switchTab({ url: '/tabA' }) },
  'to tabB'() { wx.switchTab({ url: '/tabB' }) },
  'to c'() { wx.navigateTo({ url: '/c' }); note('called') },
  'to moved'() { wx.navigateTo({ url: '/moved' }) },
  'to left'() { wx.navigateTo({ url: '/left' }) },
  'back'() { wx.navigateBack({ fail: ({ errMsg }) => note(errMsg) }) },
  'forth and back'() { wx.navigateTo({ url: '/c' }); wx.navigateBack() },
  'refresh'() { wx.startPullDownRefresh(); wx.navigateTo({ url: '/c' }) },
  'listen'() { listen(); wx.redirectTo({ url: '/d?a=1' }) },
  'listen and back'() { wx.navigateTo({ url: '/d' }); listen(); wx.navigateBack() },
  'channel'() { wx.navigateTo({ url: '/d', success: ({ eventChannel }) => eventChannel.emit('said') }) },
`;

const page = (name: string) => ({
  [`${name}.json`]: '{ "usingComponents": { "c-part": "part" }, "enablePullDownRefresh": true }',
  [`${name}.wxml`]: `<c-part of="${name}"/><view class="title">{{name}}</view>
    <button wx:for="{{steps}}" wx:key="*this" data-step="{{item}}" bind:tap="go">{{item}}</button>
    <picker range="{{steps}}">pick</picker><button bind:tap="tell">tell</button><view class="log">{{log}}</view>`,
  [`${name}.js`]: `require('life').definePage('${name}')`,
});

const MINI_PROGRAM = {
  'app.json': JSON.stringify({
    pages: PAGES,
    tabBar: { custom: true, list: ['tabA', 'tabB'].map((pagePath) => ({ pagePath, text: pagePath })) },
  }),
  'app.js': `App({ onLaunch({ query }) { if (query.away) wx.reLaunch({ url: '/d' }) } })`,
  'life.js': `
    const log = [];
    const note = exports.note = (what) => log.push(what);
    const steps = {${STEPS}};
    const ids = new Set();
    const listen = () => {
      const told = { BeforeAppRoute: 'openType', AppRoute: 'openType', AppRouteDone: 'openType', BeforePageLoad: 'path', AfterPageLoad: 'path', BeforePageUnload: 'path', AfterPageUnload: 'path' };
      for (const [event, field] of Object.entries(told)) {
        wx['off' + event]();
        wx['on' + event]((route) => {
          if (event === 'BeforeAppRoute') ids.clear();
          ids.add(route.routeEventId);
          const to = event === 'AppRoute' ? ' to ' + route.path + JSON.stringify(route.query) + ids.size : '';
          note(event + ' ' + route[field] + to);
        });
      }
    };
    exports.definePage = (name) => Page({
      data: { name, steps: Object.keys(steps), log: '' },
      onLoad() {
        note(name + ' onLoad');
        if (name === 'moved') wx.redirectTo({ url: '/d' });
        if (name === 'd') this.getOpenerEventChannel().on('said', () => note('heard'));
      },
      onShow() { note(name + ' onShow') },
      onHide() { note(name + ' onHide') },
      onReady() { if (name === 'moved') note('moved onReady') },
      onUnload() {
        const open = getCurrentPages();
        if (name === 'left') open[open.length - 2].setData({ name: 'told by left' });
        note(name + ' onUnload');
      },
      go({ currentTarget }) { log.length = 0; steps[currentTarget.dataset.step]() },
      tell() { this.setData({ log: log.join(', ') || 'nothing' }) },
    });`,
  'part.json': '{ "component": true }',
  'part.wxml': '<view/>',
  'part.js': `
    const { note } = require('life');
    Component({
      properties: { of: String },
      lifetimes: {
        attached() { note(this.data.of + ' attached ' + getCurrentPages().at(-1).route) },
        detached() { note(this.data.of + ' detached') },
      },
      pageLifetimes: { show() { note(this.data.of + ' show') }, hide() { note(this.data.of + ' hide') } },
    })`,
  'custom-tab-bar/index.json': '{ "component": true }',
  'custom-tab-bar/index.wxml': '<view/>',
  'custom-tab-bar/index.js': `
    const { note } = require('../life');
    Component({ pageLifetimes: { show() { note('bar show') }, hide() { note('bar hide') } } })`,
  ...Object.assign({}, ...PAGES.map(page)),
};

/** Life cycles that come together, by the tables. */
const created = (name: string) =>
  name.startsWith('tab')
    ? `${name} attached ${name}, ${name} show, bar show, ${name} onLoad, ${name} onShow`
    : `${name} attached ${name}, ${name} show, ${name} onLoad, ${name} onShow`;
const shown = (tab: string) => `${tab} show, bar show, ${tab} onShow`;
const hidden = (tab: string) => `${tab} hide, bar hide, ${tab} onHide`;
const destroyed = (name: string) => `${name} onUnload, ${name} detached`;

const running = runMiniProgram(MINI_PROGRAM);

let opened: OpenPhone;

beforeAll(() => {
  ({ opened } = running);
});

/** Taps buttons one after another; the page of this title is on top then. @returns what the last tap has brought about */
async function logAfter(title: string, ...taps: string[]): Promise<string> {
  const top = topPage(opened.page);
  for (const tap of taps) await top.getByRole('button', { name: tap, exact: true }).click();
  await top.locator('.title', { hasText: title }).waitFor();
  await top.getByRole('button', { name: 'tell' }).click();
  const log = top.locator('.log', { hasText: /./ });
  return (await log.textContent()) ?? '';
}

describe('a route', () => {
  it('makes the first page', async () => {
    await running.begin('tabA');
    expect(await logAfter('tabA')).toBe(created('tabA'));
  });

  it('happens after what follows its call, and hides the page below', async () => {
    await running.begin('tabA');
    expect(await logAfter('c', 'to c')).toBe(`called, ${hidden('tabA')}, ${created('c')}`);
  });

  it('goes back', async () => {
    await running.begin('tabA');
    expect(await logAfter('tabA', 'to c', 'back')).toBe(`${destroyed('c')}, ${shown('tabA')}`);
  });

  it('waits for those before it', async () => {
    await running.begin('tabA');
    const both = `${hidden('tabA')}, ${created('c')}, ${destroyed('c')}, ${shown('tabA')}`;
    expect(await logAfter('tabA', 'forth and back')).toBe(both);
  });

  it('redirects in onLoad when that page has shown, and the page is never ready', async () => {
    await running.begin('tabA');
    const all = `${hidden('tabA')}, ${created('moved')}, ${destroyed('moved')}, ${created('d')}`;
    expect(await logAfter('d', 'to moved')).toBe(all);
  });

  it('comes after the first page when onLaunch asks for it', async () => {
    await running.begin('tabA?away=1');
    const all = [created('tabA'), destroyed('tabA'), created('d')].join(', ');
    expect(await logAfter('d')).toBe(all);
  });

  it('lets a page that goes tell the one below', async () => {
    await running.begin('tabA');
    await logAfter('told by left', 'to left', 'back');
    expect(opened.errors).toEqual([]);
  });

  it('lets success speak to the page that it has opened', async () => {
    await running.begin('tabA');
    expect(await logAfter('d', 'channel')).toBe(`${hidden('tabA')}, ${created('d')}, heard`);
  });

  it('is told before and after it happens, as are the pages that it makes and takes away', async () => {
    await running.begin('c');
    const left = `BeforePageUnload c, ${destroyed('c')}, AfterPageUnload c`;
    const made = `BeforePageLoad d, ${created('d')}, AfterPageLoad d`;
    expect(await logAfter('d', 'listen')).toBe(
      `BeforeAppRoute redirectTo, ${left}, ${made}, AppRoute redirectTo to d{"a":"1"}1, AppRouteDone redirectTo`,
    );
  });

  it('is told of where it leads back', async () => {
    await running.begin('c?b=2');
    const log = await logAfter('c', 'listen and back');
    expect(log).toContain('BeforeAppRoute navigateBack, BeforePageUnload d');
    expect(log).toContain('AppRoute navigateBack to c{"b":"2"}1');
  });

  it('takes the dots of a page that refreshes away with it, and brings them back', async () => {
    await running.begin('tabA');
    await logAfter('c', 'refresh');
    const dots = opened.page.getByRole('status', { name: '正在刷新' });
    expect(await dots.count()).toBe(0);
    await logAfter('tabA', 'back');
    await dots.waitFor();
  });

  it('takes an open picker away with its page', async () => {
    await running.begin('tabA');
    await logAfter('c', 'to c');
    await topPage(opened.page).getByText('pick').click();
    await opened.page.getByRole('dialog').waitFor();
    await opened.phone.getByRole('button', { name: '返回' }).click();
    await logAfter('tabA');
    expect(await opened.page.getByRole('dialog').count()).toBe(0);
  });

  it('does not go back from the only page', async () => {
    await running.begin('tabA');
    expect(await logAfter('tabA', 'back')).toBe('navigateBack:fail cannot navigate back at first page.');
  });

  it.each([
    ['tabA', ['to tabA'], 'tabA', 'nothing'],
    ['tabA', ['to tabB'], 'tabB', `${hidden('tabA')}, ${created('tabB')}`],
    ['tabA', ['to tabB', 'to tabA'], 'tabA', `${hidden('tabB')}, ${shown('tabA')}`],
    ['tabA', ['to c', 'to tabA'], 'tabA', `${destroyed('c')}, ${shown('tabA')}`],
    ['tabA', ['to c', 'to tabB'], 'tabB', `${destroyed('c')}, ${created('tabB')}`],
    ['d', ['to tabA'], 'tabA', `${destroyed('d')}, ${created('tabA')}`],
  ])('switches tabs from %s by %j', async (first, taps, title, log) => {
    await running.begin(first);
    expect(await logAfter(title, ...taps)).toBe(log);
  });
});
