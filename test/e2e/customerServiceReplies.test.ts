import type { DeskConversation } from '../../scripts/emulator/contract';
import { OPERATOR, runCustomerService } from './customerServiceWorld';

const service = runCustomerService();
const { emulator, say, enter, reply, desk, take, texts, thread, lastAnswer } = service;

const HOUR_MS = 3_600_000;
const WELCOME = expect.stringMatching(/^> 您好，欢迎光临/);
const RECEIVED = expect.stringMatching(/^> 收到您的消息/);
const HANDING_OVER = expect.stringMatching(/^> 正在为您转接人工客服/);
const PNG_URL = 'https://example.com/1.png';

const handedOver = () => ({
  MsgType: 'transfer_customer_service',
  ToUserName: service.user,
  FromUserName: expect.stringMatching(/^gh_/),
  CreateTime: expect.any(Number),
});

/** WeChat's own customer-service page, as far as it is about this user. */
async function wechatDesk() {
  const waiting = await emulator.get<DeskConversation[]>('/emulator/desk');
  return waiting.filter(({ openid }) => openid === service.user);
}

describe('the rules', () => {
  it('answer hello with a link to a page of this mini-program', async () => {
    await say('Hello!');

    const [, answer] = await texts();
    expect(answer).toContain('data-miniprogram-appid="');
    expect(answer).toMatch(
      /<a data-miniprogram-appid="wx[0-9a-z]{16}" data-miniprogram-path="pages\/index\/index">/,
    );
    expect((await thread()).conversation).toMatchObject({ state: 'open', allowance: { left: 4 } });
  });

  it('answer a keyword wherever it stands', async () => {
    await say('请问我的快递什么时候到');

    expect(await texts()).toEqual([expect.any(String), expect.stringContaining('48 小时内发货')]);
  });

  it('welcome a user who comes in, once a day', async () => {
    await enter('order-1');
    await enter('order-2');
    expect(await texts()).toEqual([WELCOME]);
    expect((await thread()).conversation).toMatchObject({ sessionFrom: 'order-2', unread: 0 });

    emulator.clock.advance(25 * HOUR_MS);
    await enter('order-3');
    expect(await texts()).toEqual([WELCOME, WELCOME]);
  });

  it('answer what no other rule knows, an image too, and not each time; the user goes on waiting', async () => {
    await say({ msgtype: 'image', picUrl: PNG_URL });
    await say({ msgtype: 'miniprogrampage', title: '商品', pagePath: 'pages/item/item' });

    expect(await texts()).toEqual(['image', RECEIVED, 'miniprogrampage']);
    expect((await thread()).conversation).toMatchObject({ state: 'waiting', unread: 2 });
  });

  it('say that nobody is there outside the office hours', async () => {
    emulator.clock.set(nextTime(emulator.clock.now(), '21:00'));
    await say('有没有人');
    expect(await texts()).toEqual(['有没有人', expect.stringContaining('休息时间')]);

    emulator.clock.set(nextTime(emulator.clock.now(), '10:00'));
  });

  it('are silent while an operator is in the conversation, for half an hour after he last wrote', async () => {
    await say('hello');
    await take();
    await say('hello');
    await reply('您好，我是小王');
    emulator.clock.advance(29 * 60_000);
    await say('hello');
    expect(await texts()).toHaveLength(5);

    emulator.clock.advance(2 * 60_000);
    await say('hello');
    expect((await texts()).at(-1)).toMatch(/^> 您好！/);
  });
});

describe('an automatic reply that WeChat refuses', () => {
  it('leaves the push taken and the user waiting', async () => {
    await emulator.send('PUT', '/emulator/faults', {
      rules: [{ api: 'customerServiceMessage.send', kind: 'error', errcode: -1, times: 1 }],
    });

    await say('hello');

    expect(await lastAnswer()).toBe('success');
    expect((await thread()).conversation).toMatchObject({ state: 'waiting', allowance: { left: 5 } });
    await say('hello');
    expect((await texts()).at(-1)).toMatch(/^> 您好！/);
  });
});

describe('the hand-over to WeChat’s own desk', () => {
  it('is what a user gets who asks for a person', async () => {
    await say('转人工');

    expect(await lastAnswer()).toEqual(handedOver());
    expect(await texts()).toEqual(['转人工', HANDING_OVER]);
    expect(await wechatDesk()).toMatchObject([{ state: 'waiting' }]);
    expect((await thread()).conversation.state).toBe('handedOver');
  });

  it('goes on while he waits in the queue: the rules are silent, and what he writes is for the desk', async () => {
    await say('人工');
    await say('hello');

    expect(await lastAnswer()).toEqual(handedOver());
    expect(await texts()).toEqual(['人工', HANDING_OVER, 'hello']);
  });

  it('keeps his messages from us once an agent has taken him, until the agent closes', async () => {
    await say('人工');
    await emulator.send('POST', `/emulator/desk/${service.user}/take`);
    await say('hello');
    expect((await thread()).conversation.received).toBe(1);

    await emulator.send('POST', `/emulator/desk/${service.user}/close`);
    emulator.clock.advance(31 * 60_000);
    await say('hello');
    expect((await texts()).at(-1)).toMatch(/^> 您好！/);
    expect((await thread()).conversation).toMatchObject({ state: 'open', received: 2 });
  });

  it('can be asked for by an operator: the user’s next message is handed over', async () => {
    await say('我想问一下');
    await desk({ action: 'handOver', openid: service.user });
    expect(await wechatDesk()).toEqual([]);
    await enter();
    expect(await lastAnswer()).toBe('success');

    await say('在吗');

    expect(await lastAnswer()).toEqual(handedOver());
    expect(await wechatDesk()).toMatchObject([{ state: 'waiting' }]);
    expect((await thread()).conversation).toMatchObject({ state: 'handedOver', handOverNext: false });
  });

  it('ends when an operator of ours takes him', async () => {
    await say('人工');
    await take();
    await say('hello');

    expect(await lastAnswer()).toBe('success');
    expect((await thread()).conversation).toMatchObject({ state: 'waiting', operator: { openid: OPERATOR } });
  });
});

/** The next time that it is this late in China. */
function nextTime(after: number, time: string): number {
  const day = new Date(after + 8 * HOUR_MS).toISOString().slice(0, 10);
  const today = Date.parse(`${day}T${time}:00+08:00`);
  return today > after ? today : today + 24 * HOUR_MS;
}
