/** What whole public mini-programs were seen to rely on, each thing as small as it can be. */
import { type OpenPhone, styleOf } from './phoneInBrowser';
import { runMiniProgram } from './runningMiniProgram';

const page = (name: string, wxml: string, script = 'Page({})', wxss = '') => ({
  [`pages/${name}/${name}.wxml`]: wxml,
  [`pages/${name}/${name}.js`]: script,
  [`pages/${name}/${name}.wxss`]: wxss,
});

const PAGES = ['place', 'form', 'html', 'calls', 'fields', 'web', 'failing', 'toast'];

const MINI_PROGRAM = {
  'app.json': JSON.stringify({ pages: PAGES.map((name) => `pages/${name}/${name}`) }),
  'app.js': 'App({})',
  'images/sad.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
  ...page(
    'place',
    '<view>{{told}}</view>',
    `Page({
      async onLoad() {
        const [one, two] = await Promise.all([wx.getLocation(), wx.getLocation()]);
        const three = await wx.getLocation();
        this.setData({ told: [one, two, three].map(({ latitude }) => latitude).join() });
      },
    })`,
  ),
  ...page(
    'form',
    `<form bind:submit="tell"><input name="name" value="a"/>
      <button form-type="submit" data-kind="draft">keep</button><button form-type="submit" data-kind="final">send</button></form>
    <view>{{told}}</view>`,
    "Page({ tell({ detail }) { this.setData({ told: detail.value.name + ' ' + detail.target.dataset.kind }) } })",
  ),
  ...page('html', '<div><h2>heading</h2></div>'),
  ...page(
    'calls',
    `<wxs module="own">module.exports = { twice: function (n) { return n * 2 }, round: Math.round }</wxs>
    <view>[{{list.indexOf(2)}}] [{{price.toFixed(1)}}] [{{own.twice(4)}}] [{{own.round(1.6)}}]</view>`,
    'Page({ data: { list: [1, 2], price: 3 } })',
  ),
  ...page(
    'fields',
    '<view>{{told}}</view>',
    `class Model { greet() { return 'hello' } }
    Page({
      kept: { seen: new Map([['a', 1]]), model: new Model() },
      onLoad() { this.setData({ told: [this.kept.seen.get('a'), this.kept.model.greet(), __wxConfig.envVersion].join() }) },
    })`,
  ),
  ...page(
    'web',
    '<view style="padding: 40px"><web-view src="https://example.com"/></view><map/>',
    'Page({})',
    'map { width: 50px }',
  ),
  ...page(
    'failing',
    '<view>{{told}}</view>',
    `Page({
      async onLoad() {
        let early;
        try { wx.cloud.callFunction({ name: 'nowhere', fail() {} }) } catch (error) { early = error }
        wx.cloud.init();
        const failure = await wx.cloud.callFunction({ name: 'nowhere' }).catch((error) => error);
        this.setData({ told: [early.errMsg.split('\\n')[0], failure instanceof Error, failure.message === failure.errMsg, failure.errCode].join() });
      },
    })`,
  ),
  ...page(
    'toast',
    '<view bind:tap="long">long</view><view bind:tap="picture">picture</view>',
    `Page({
      long() { wx.showToast({ title: '很长的话'.repeat(30), icon: 'none' }) },
      picture() { wx.showToast({ title: '失败', image: '/images/sad.svg' }) },
    })`,
  ),
};

const running = runMiniProgram(MINI_PROGRAM);

let opened: OpenPhone;

beforeAll(() => {
  ({ opened } = running);
});

const begin = (name: string) => running.begin(`pages/${name}/${name}`);

describe('a public mini-program', () => {
  it('asks once where the phone is, however often it looks', async () => {
    const page = await begin('place');
    await opened.phone.getByRole('textbox').fill('30.5,114.3');
    await opened.phone.getByRole('button', { name: '确定' }).click();
    await page.getByText('30.5,30.5,30.5').waitFor();
  });

  it('is told which of two buttons submitted a form', async () => {
    const page = await begin('form');
    await page.getByText('send').click();
    await page.getByText('a final').waitFor();
  });

  it('may use tags of HTML, as WeUI does', async () => {
    const page = await begin('html');
    await page.getByText('heading').waitFor();
    expect(opened.errors).toEqual([]);
  });

  it('calls functions of WXS in an expression, and none of its data', async () => {
    const page = await begin('calls');
    await page.getByText('[] [] [8] [2]').waitFor();
  });

  it('keeps maps and objects of classes in the fields of its pages, and reads which version runs', async () => {
    const page = await begin('fields');
    await page.getByText('1,hello,develop').waitFor();
  });

  it('covers its page with a web view, and sizes other components that the emulator has not', async () => {
    const page = await begin('web');
    const { width, height } = (await page.boundingBox()) ?? {};
    expect(await page.locator('wx-web-view').boundingBox()).toMatchObject({ width, height });
    expect(await styleOf(page.locator('wx-map'), 'width')).toBe('50px');
  });

  it('catches an Error where a cloud call fails, or comes before wx.cloud.init', async () => {
    const page = await begin('failing');
    const early = "Cloud API isn't enabled, please call wx.cloud.init first";
    await page.getByText(`${early},true,true,-501000`).waitFor();
  });

  it('shows a toast of two lines at most, and a picture in the place of its icon', async () => {
    const page = await begin('toast');
    await page.getByText('long').click();
    const toast = opened.phone.locator('.toast');
    expect((await toast.boundingBox())?.height).toBeLessThan(80);
    await page.getByText('picture').click();
    await toast.locator('img[src$="/phone/miniprogram/files/images/sad.svg"]').waitFor();
  });
});
