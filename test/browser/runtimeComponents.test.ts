/** WeChat's own components and screens, as a mini-program that is not ours uses them. */
import type { FrameLocator, Locator } from 'playwright-core';
import type { OpenPhone } from './phoneInBrowser';
import { runMiniProgram } from './runningMiniProgram';

const MINI_PROGRAM = {
  'app.json': JSON.stringify({
    pages: ['pages/a/a', 'pages/b/b'],
    subpackages: [{ root: 'more', pages: ['c/c'] }],
    tabBar: {
      list: [
        { pagePath: 'pages/a/a', text: 'first tab' },
        { pagePath: 'pages/b/b', text: 'second tab' },
      ],
    },
  }),
  'app.js': 'App({})',
  'card.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="4"/>',
  'pages/a/a.wxml': `
    <view id="said">{{said}}</view><view id="turned">{{turned}}</view>
    <button open-type="getPhoneNumber" bind:getphonenumber="say">telephone</button>
    <button open-type="contact" session-from="desk" send-message-title="a card" send-message-path="pages/b/b?x=1" send-message-img="/card.svg" show-message-card bind:contact="say">contact</button>
    <form bind:submit="value" bind:reset="say">
      <input name="input" placeholder="write" bind:input="upper"/>
      <switch name="switch" aria-label="switch"/>
      <checkbox-group name="ticks"><label><checkbox value="1" checked/>one</label><label><checkbox value="2"/>two</label></checkbox-group>
      <radio-group name="radio"><label><radio value="x"/>ex</label><label><radio value="y"/>why</label></radio-group>
      <slider name="slider" value="30"/>
      <picker name="picker" bind:columnchange="turn" range="{{['p', 'q', 'r']}}"><view>choose</view></picker>
      <button form-type="submit">submit</button><button form-type="reset">reset</button>
    </form>
    <view bind:tap="outer"><view catch:tap="inner" data-number="{{7}}" mark:place="inside">inner</view></view>
    <view bind:longpress="long" bind:tap="short">press long</view>
    <view bind:tap="sheet">sheet</view><view bind:tap="modal">modal</view><view bind:tap="badge">badge</view>
    <view bind:tap="open">open</view><view bind:tap="storage">storage</view><view bind:tap="file">file</view>
    <wxs module="w">module.exports = { kind: function (v) { return v.constructor }, tap: function (event, owner) { owner.callMethod('fromWxs', event.currentTarget.dataset) } }</wxs>
    <view bind:tap="{{w.tap}}" data-a="{{1}}">wxs {{w.kind([])}}</view>
    <rich-text nodes="<b>bold</b><script>evil()</script>"/><map/>
    <picker mode="date" value="2018-03-31" start="2018-03-15" bind:change="say">pick a date</picker>
    <progress active percent="{{percent}}" color="{{color}}" duration="2" bind:activeend="ended"/><view id="ended">{{ended}}</view><view bind:tap="move">move on</view>
    <navigator url="/more/c/c" bind:success="say">lead on</navigator>
    <swiper style="height: 50px" bind:change="say"><swiper-item>one</swiper-item><swiper-item>other</swiper-item></swiper>`,
  'pages/a/a.js': `
    Page({
      data: { said: '' },
      onShareAppMessage: () => ({ title: 'shared', imageUrl: '/card.svg' }),
      say({ detail }) { this.setData({ said: JSON.stringify(detail) }) },
      move() { this.setData({ percent: 20, ended: '' }); setTimeout(() => this.setData({ color: 'red' })) },
      ended({ detail }) { this.setData({ ended: (this.data.ended || '') + detail.curPercent + ' ' }); setTimeout(() => this.setData({ ended: this.data.ended + 'still' }), 100) },
      turn() { this.setData({ turned: 'turned' }) },
      value({ detail }) { this.setData({ said: JSON.stringify(detail.value) }) },
      upper({ detail }) { return detail.value.toUpperCase() },
      outer() { this.setData({ said: 'outer' }) },
      inner({ currentTarget, mark, type }) { this.setData({ said: [type, currentTarget.dataset.number, mark.place].join() }) },
      long() { this.setData({ said: 'long' }) },
      short() { this.setData({ said: 'short' }) },
      fromWxs(dataset) { this.setData({ said: 'wxs ' + JSON.stringify(dataset) }) },
      async sheet() { const { tapIndex } = await wx.showActionSheet({ itemList: ['yes', 'no'] }); this.setData({ said: 'item ' + tapIndex }) },
      modal() { wx.showModal({ title: 'name', editable: true, success: ({ content }) => this.setData({ said: content }) }) },
      badge() { wx.setTabBarBadge({ index: 1, text: '5' }) },
      open() {
        wx.navigateTo({ url: '/more/c/c', events: { back: (word) => this.setData({ said: word }) },
          success: ({ eventChannel }) => eventChannel.emit('hello', 'from a') })
      },
      storage() { wx.setStorageSync('k', { a: [1] }); this.setData({ said: JSON.stringify([wx.getStorageSync('k'), wx.getStorageSync('none')]) }) },
      async file() {
        const path = wx.env.USER_DATA_PATH + '/a.txt'
        wx.getFileSystemManager().writeFileSync(path, 'bytes')
        wx.cloud.init()
        const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'a/b.txt', filePath: path })
        const { fileList: [{ tempFileURL }] } = await wx.cloud.getTempFileURL({ fileList: [fileID] })
        const { fileList: [{ status }] } = await wx.cloud.deleteFile({ fileList: [fileID] })
        this.setData({ said: [/^cloud:/.test(fileID), /^http/.test(tempFileURL), status].join() })
      },
    })`,
  'pages/b/b.js':
    'Page({ data: { tapped: "" }, onTabItemTap({ index, text }) { this.setData({ tapped: index + text }) } })',
  'pages/b/b.wxml': '<view>{{tapped}}</view>',
  'more/c/c.js': `
    Page({ data: { heard: '' },
      onLoad() { this.getOpenerEventChannel().on('hello', (word) => { this.setData({ heard: word }); this.getOpenerEventChannel().emit('back', 'from c') }) } })`,
  'more/c/c.wxml': '<view>heard {{heard}}</view>',
};

const running = runMiniProgram(MINI_PROGRAM);

let opened: OpenPhone;
let page: FrameLocator;

beforeAll(() => {
  ({ opened } = running);
  ({ page } = opened);
});

/** Waits until the page has said something. */
const said = (text: string | RegExp) => page.locator('#said').filter({ hasText: text }).waitFor();

// The browser's own; the tests' types have no document.
interface Picture {
  decode(): Promise<void>;
  naturalWidth: number;
}

/** Waits until its picture is there: how many pixels that is wide. */
const pictureOf = (card: Locator) =>
  card.locator('img').evaluate(async (picture) => {
    const drawn = picture as unknown as Picture;
    await drawn.decode();
    return drawn.naturalWidth;
  });

describe("WeChat's components", () => {
  it('hand a form what each control holds, and put it back', async () => {
    await page.getByPlaceholder('write').fill('abc');
    await page.getByRole('switch').click();
    await page.getByText('two').click();
    await page.getByText('why').click();
    await page.getByText('choose').click();
    await page.getByRole('option', { name: 'r' }).click();
    await page.getByText('确定').click();
    await page.getByText('submit').click();
    await said('{"input":"ABC","switch":true,"ticks":["1","2"],"radio":"y","slider":30,"picker":"2"}');
    // Only one of several columns tells that it was turned.
    expect(await page.locator('#turned').textContent()).toBe('');
    await page.getByText('reset').click();
    await said('{}');
    expect(await page.getByPlaceholder('write').inputValue()).toBe('');
  });

  it('tell of taps as WeChat does: caught, marked, with data, long or short', async () => {
    await page.getByText('inner', { exact: true }).click();
    await said('tap,7,inside');
    const { mouse } = opened.phone;
    await page.getByText('press long').hover();
    await mouse.down();
    await said('long');
    await mouse.up();
    // Both at once: what comes between them on a busy machine makes a long press of it.
    await Promise.all([mouse.down(), mouse.up()]);
    await said('short');
  });

  it('answer in the name of the open-type, as of a user who refuses', async () => {
    await page.getByText('telephone').click();
    await said('{"errMsg":"getPhoneNumber:fail user deny"}');
  });

  it('offer of a date what there is, and what may be chosen', async () => {
    await page.getByText('pick a date').click();
    const column = (number: number) =>
      page.getByRole('listbox', { name: `第 ${number} 列` }).getByRole('option');
    await column(1).getByText('2019').click();
    expect(await column(2).count()).toBe(12);
    await column(2).getByText('02').click();
    expect(await column(3).count()).toBe(28);
    await page.getByText('确定').click();
    await said('{"value":"2019-02-28"}');
  });

  it('tell once that a progress has come to its end, whatever is changed meanwhile', async () => {
    await page.getByText('move on').click();
    await page.locator('#ended').getByText('20 still', { exact: true }).waitFor();
  });

  it('tell by the name of the call where a navigator has led', async () => {
    await page.getByText('lead on').click();
    await page.getByText('heard', { exact: true }).waitFor();
    await opened.phone.getByRole('button', { name: '返回' }).click();
    await said('{"errMsg":"navigateTo:ok"}');
  });

  it('call functions of WXS', async () => {
    await page.getByText('wxs Array').click();
    await said('wxs {"a":1}');
  });

  it('show of rich text what is harmless, and say what an emulator has not', async () => {
    await page.locator('b', { hasText: 'bold' }).waitFor();
    expect(await page.locator('wx-rich-text').innerHTML()).not.toContain('evil');
    await page.getByText('地图 <map>').waitFor();
  });
});

describe("WeChat's calls", () => {
  it('ask with an action sheet and a dialog', async () => {
    await page.getByText('sheet').click();
    await opened.phone.getByRole('button', { name: 'no' }).click();
    await said('item 1');
    await page.getByText('modal').click();
    await opened.phone.getByRole('textbox').fill('Han');
    await opened.phone.getByRole('button', { name: '确定' }).click();
    await said('Han');
  });

  it('keep data on the phone and files in the cloud', async () => {
    await page.getByText('storage').click();
    await said('[{"a":[1]},""]');
    await page.getByText('file', { exact: true }).click();
    await said('true,true,0');
  });

  it('open a page of a subpackage that talks back', async () => {
    await page.getByText('open', { exact: true }).click();
    await page.getByText('heard from a').waitFor();
    await opened.phone.getByRole('button', { name: '返回' }).click();
    await said('from c');
  });

  it('put a badge on the tab bar, which leads to its pages', async () => {
    await page.getByText('badge').click();
    await opened.phone.getByRole('button', { name: '5 second tab' }).click();
    await page.getByText('1second tab').waitFor();
    await opened.phone.getByRole('button', { name: 'first tab' }).click();
    await said('from c');
  });
});

describe('the customer-service chat', () => {
  it('sends the card that the button offers and what the user writes, and leads back', async () => {
    const { phone } = opened;
    await page.getByText('contact').click();
    const offered = phone.getByRole('button', { name: /发送给客服/ });
    expect(await pictureOf(offered)).toBe(5);
    await offered.click();
    await phone.getByLabel('发给客服').fill('hello');
    await phone.keyboard.press('Enter');
    await phone.getByText('hello', { exact: true }).waitFor();
    expect(await pictureOf(phone.getByRole('button', { name: /a card/ }))).toBe(5);
    await phone.getByRole('button', { name: /a card/ }).click();
    await said('{"errMsg":"enterContact:ok","path":"pages/b/b","query":{"x":"1"}}');
  });

  it('shows the card that forwarding would send, with its picture', async () => {
    const { phone } = opened;
    await phone.getByRole('button', { name: '更多' }).click();
    await phone.getByRole('button', { name: '转发给朋友' }).click();
    expect(await pictureOf(phone.getByRole('dialog', { name: '转发' }))).toBe(5);
    await phone.getByRole('button', { name: '知道了' }).click();
  });

  it('makes no error in the console', () => {
    expect(opened.errors).toEqual([]);
  });
});
