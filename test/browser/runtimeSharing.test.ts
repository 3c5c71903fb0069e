/** Forwarding a page: what the menu offers, and which card is sent (WeChat's documentation: Page#onShareAppMessage). */
import { runMiniProgram } from './runningMiniProgram';

const page = (name: string, script: string) => ({
  [`${name}.wxml`]: `<view>${name}</view>`,
  [`${name}.js`]: script,
});

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["plain", "hidden", "shown", "whole", "rejected", "never"] }',
  'app.js': 'App({})',
  ...page('plain', 'Page({})'),
  ...page('hidden', 'Page({ onLoad() { wx.hideShareMenu() }, onShareAppMessage() {} })'),
  ...page('shown', 'Page({ onLoad() { wx.showShareMenu() } })'),
  ...page(
    'whole',
    "Page({ onShareAppMessage: () => ({ title: 'given', path: '/given', promise: Promise.resolve({ title: 'promised' }) }) })",
  ),
  ...page(
    'rejected',
    "Page({ onShareAppMessage: () => ({ title: 'given', promise: Promise.reject(new Error('no card')) }) })",
  ),
  ...page('never', "Page({ onShareAppMessage: () => ({ title: 'given', promise: new Promise(() => {}) }) })"),
};

const running = runMiniProgram(MINI_PROGRAM);

/** Opens the phone's menu over a page. */
async function menuOver(name: string) {
  const top = await running.begin(name);
  await top.getByText(name).waitFor();
  await running.opened.phone.getByRole('button', { name: '更多' }).click();
  return running.opened.phone.getByRole('dialog', { name: '菜单' });
}

/** The card that forwarding a page would send. */
async function cardOf(name: string) {
  const menu = await menuOver(name);
  await menu.getByRole('button', { name: '转发给朋友' }).click();
  return running.opened.phone.getByRole('dialog', { name: '转发' });
}

describe('the menu', () => {
  it.each([
    ['plain', 0],
    ['hidden', 0],
    ['shown', 1],
    ['whole', 1],
  ])('over the page %s offers %i times to forward it', async (name, times) => {
    const menu = await menuOver(name);
    await menu.getByRole('button', { name: '关怀模式' }).waitFor();
    expect(await menu.getByRole('button', { name: '转发给朋友' }).count()).toBe(times);
  });
});

describe('the card', () => {
  it('is what the promise gives, and nothing of what was given before', async () => {
    const card = await cardOf('whole');
    await card.getByText('promised').waitFor();
    expect(await card.textContent()).not.toContain('given');
  });

  it('is what was given before where the promise is rejected, which is said', async () => {
    await (await cardOf('rejected')).getByText('given').waitFor();
    expect(running.opened.errors.join()).toContain('onShareAppMessage: promise: Error: no card');
  });

  it('is what was given before where the promise takes too long', async () => {
    await (await cardOf('never')).getByText('given').waitFor();
  });
});
