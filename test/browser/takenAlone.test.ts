/** The two buttons that teams take alone, in a mini-program that has nothing else of ours. */
import { partsToTake, take } from '../miniprogram/takenAlone';
import { temporaryFolder } from '../temporaryFolder';
import { styleOf } from './phoneInBrowser';
import { runMiniProgram } from './runningMiniProgram';

const MINI_PROGRAM = {
  'app.json': JSON.stringify({ pages: ['pages/order/order'] }),
  'app.js': 'App({})',
  'pages/order/order.json': JSON.stringify({
    usingComponents: {
      'subscribe-button': '/components/subscribe-button/subscribe-button',
      'contact-button': '/components/contact-button/contact-button',
    },
  }),
  'pages/order/order.wxml': `
    <subscribe-button templates="{{templates}}" bind:answers="onAnswers">订阅发货通知</subscribe-button>
    <contact-button session-from="order:1024">联系客服</contact-button>
    <view>{{answers}}</view>`,
  'pages/order/order.js': `Page({
    data: { answers: '', templates: ['mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w'] },
    onAnswers({ detail }) { this.setData({ answers: Object.values(detail.answers).join() }); },
  })`,
};

const running = runMiniProgram(
  () => {
    const miniprogram = temporaryFolder(MINI_PROGRAM);
    for (const part of partsToTake().filter(({ name }) => name.endsWith('-button>'))) take(part, miniprogram);
    return miniprogram;
  },
  { anew: true },
);

it('<subscribe-button> asks, and tells what was answered', async () => {
  const { phone, page, errors } = running.opened;
  const button = page.getByRole('button', { name: '订阅发货通知' });
  expect(await styleOf(button, 'backgroundColor')).toBe('rgb(7, 193, 96)');
  await button.click();
  await phone.getByRole('dialog', { name: '订阅消息' }).getByRole('button', { name: '允许' }).click();
  await page.getByText('accept', { exact: true }).waitFor();
  expect(errors).toEqual([]);
});

it('<contact-button> opens the conversation', async () => {
  const { phone, page, errors } = running.opened;
  await page.getByRole('button', { name: '联系客服' }).click();
  await phone.getByRole('textbox', { name: '发给客服' }).waitFor();
  expect(errors).toEqual([]);
});
