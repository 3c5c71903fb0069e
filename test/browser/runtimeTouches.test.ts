/** Fingers on a page: where WeChat says that they are, what a label makes of one, and what scrolls into view. */
import { runMiniProgram } from './runningMiniProgram';

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["a"] }',
  'app.js': 'App({})',
  'a.wxml': `
    <view id="said" style="position: fixed; top: 300px">{{said}}</view>
    <view id="seen" style="position: fixed; top: 340px">{{seen}}</view>
    <checkbox-group bind:change="ticked"><label><checkbox value="1" id="box"/>one</label></checkbox-group>
    <view bind:touchstart="bubbled"><canvas id="drawn" canvas-id="drawn" bind:touchstart="drawn" style="position: absolute; left: 40px; top: 60px; width: 100px; height: 100px"/></view>
    <view hover-class="pressed"><swiper style="position: absolute; top: 400px; width: 100%; height: 60px" bind:change="turned">
      <swiper-item><view style="height: 60px" hover-class="own" hover-stop-propagation>first</view></swiper-item><swiper-item>second</swiper-item>
    </swiper></view>
    <view style="position: absolute; top: 1500px; height: 100px" id="low" bind:tap="tapped">low</view>
    <view style="position: absolute; top: 1700px; height: 500px">end</view>`,
  'a.js': `
    Page({
      data: { said: '', seen: 'nothing', count: 0 },
      onReady() {
        this.createIntersectionObserver().relativeToViewport().observe('#low', ({ intersectionRatio }) =>
          this.setData({ seen: this.data.seen + ' ' + (intersectionRatio > 0) }))
        wx.nextTick(() => this.setData({ said: 'ready' }))
      },
      turned({ detail }) { this.setData({ said: 'turned to ' + detail.current }) },
      ticked({ detail }) { this.setData({ count: this.data.count + 1 }); this.setData({ said: this.data.count + ' ' + detail.value }) },
      drawn({ touches: [{ x, y }] }) { this.setData({ said: [x, y].map(Math.round).join() }) },
      bubbled() { this.setData({ said: 'bubbled' }) },
      tapped({ detail, touches: [{ pageY, clientY }] }) { this.setData({ said: [detail.y === pageY, pageY > 1500, clientY < 900].join() }) },
    })`,
};

const running = runMiniProgram(MINI_PROGRAM, { hasTouch: true });

const said = (text: string) =>
  running.opened.page.locator('#said').getByText(text, { exact: true }).waitFor();

describe('a finger', () => {
  it('counts once on a control within a label', async () => {
    await said('ready');
    await running.opened.page.locator('#box').tap();
    await said('1 1');
  });

  it('is told from the corner of a canvas, whose touches do not bubble', async () => {
    await running.opened.page.locator('#drawn').tap({ position: { x: 30, y: 20 } });
    await said('30,20');
  });

  it('turns a swiper from a view that keeps its press from those around it', async () => {
    const { page, phone } = running.opened;
    const first = page.getByText('first');
    await first.hover();
    await phone.mouse.down();
    await page.locator('.own', { hasText: 'first' }).waitFor();
    expect(await page.locator('.pressed').count()).toBe(0);
    await phone.mouse.move(20, 430, { steps: 5 });
    await phone.mouse.up();
    await said('turned to 1');
  });

  it('is told from the corner of the document, however far the page has scrolled; only then has it come into view', async () => {
    expect(await running.opened.page.locator('#seen').textContent()).toBe('nothing');
    await running.opened.page.locator('#low').tap();
    await said('true,true,true');
    await running.opened.page.getByText('nothing true', { exact: true }).waitFor();
  });
});
