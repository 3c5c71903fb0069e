import { OPERATOR, runCustomerService } from './customerServiceWorld';
import { newUser } from './runningEmulator';

const service = runCustomerService();
const { emulator, say, enter, reply, desk, thread } = service;

const view = async () => (await thread()).conversation;
const act = (action: 'take' | 'release' | 'handOver' | 'close', caller = OPERATOR) =>
  desk({ action, openid: service.user }, caller);

describe('customerServiceDesk', () => {
  it('lists conversations with unread messages first, and then the latest, page by page', async () => {
    const users: string[] = [];
    for (const content of ['第一位', '第二位', '第三位']) {
      const user = newUser();
      users.push(user);
      await emulator.send('POST', `/emulator/users/${user}/chat`, { msgtype: 'text', content });
      await emulator.settled();
      emulator.clock.advance(1_000);
    }
    const [first, second, third] = users as [string, string, string];
    await desk({ action: 'markRead', openid: third });

    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await desk({ action: 'list', limit: 1, ...(after !== undefined && { after }) });
      if (!page.ok) throw new Error(page.error.code);
      seen.push(...page.data.conversations.map(({ openid }) => openid));
      after = page.data.next;
    } while (after !== undefined);
    expect(seen).toEqual([second, first, third]);

    await desk({ action: 'close', openid: first });
    expect(await desk({ action: 'list', state: 'closed' })).toMatchObject({
      ok: true,
      data: { conversations: [{ openid: first, state: 'closed', unread: 0 }] },
    });
  });

  it('shows the thread, both ways and with who said it, page by page from the end', async () => {
    await enter('order-1');
    await say('Hello');
    await reply('您好，我是小王');
    await say({ msgtype: 'image', picUrl: 'https://example.com/1.png' });

    const last = await desk({ action: 'thread', openid: service.user, limit: 3 });
    expect(last).toMatchObject({
      ok: true,
      data: {
        messages: [
          { direction: 'out', by: 'rule', outcome: 'accepted', content: { kind: 'text' } },
          { direction: 'out', by: `operator:${OPERATOR}`, content: { text: '您好，我是小王' } },
          { direction: 'in', by: 'user', number: 2, content: { kind: 'image' } },
        ],
      },
    });
    if (!last.ok) return;
    const { earlier } = last.data;
    expect(earlier).toBeDefined();
    expect(await desk({ action: 'thread', openid: service.user, before: earlier ?? '' })).toMatchObject({
      ok: true,
      data: {
        messages: [
          { content: { kind: 'entered', sessionFrom: 'order-1' } },
          { by: 'rule' },
          { by: 'user', number: 1, content: { text: 'Hello' } },
        ],
      },
    });
  });

  it('counts the unread, and leaves unread what came after the last one that was seen', async () => {
    await say('一');
    await say('二');
    await say('三');
    expect(await view()).toMatchObject({ unread: 3, received: 3 });

    await desk({ action: 'markRead', openid: service.user, upTo: 2 });
    expect(await view()).toMatchObject({ unread: 1 });
    await desk({ action: 'markRead', openid: service.user, upTo: 1 });
    expect(await view()).toMatchObject({ unread: 1 });
    await desk({ action: 'markRead', openid: service.user });
    expect(await view()).toMatchObject({ unread: 0 });
  });

  it('lets one operator in at a time, until he releases it or is silent for half an hour', async () => {
    const other = await newOperator();
    await say('在处理吗');
    expect(await act('take')).toMatchObject({
      ok: true,
      data: { conversation: { operator: { openid: OPERATOR } } },
    });
    expect(await act('take', other)).toMatchObject({ ok: false, error: { code: 'CONVERSATION_TAKEN' } });

    await act('release');
    expect(await act('take', other)).toMatchObject({ ok: true });

    emulator.clock.advance(31 * 60_000);
    expect(await view()).toMatchObject({ operator: null });
    expect(await act('take')).toMatchObject({
      ok: true,
      data: { conversation: { operator: { openid: OPERATOR } } },
    });
  });

  it('has the operator who replies in the conversation, and the user’s messages read', async () => {
    await say('我想问一下');
    expect(await view()).toMatchObject({ state: 'waiting', unread: 1, operator: null });

    await reply('请讲');

    expect(await view()).toMatchObject({
      state: 'open',
      unread: 0,
      operator: { openid: OPERATOR },
      lastMessage: { direction: 'out', kind: 'text', excerpt: '请讲' },
    });
  });

  it('has no operator in it when the server sends: the rules go on', async () => {
    await say('我想问一下');
    await emulator.call(service.user, 'relay', {
      name: 'customerServiceSend',
      data: { to: service.user, message: { msgtype: 'text', content: '您的订单已发货' } },
    });

    const { conversation, messages } = await thread();
    expect(conversation).toMatchObject({ state: 'open', unread: 1, operator: null });
    expect(messages.at(-1)).toMatchObject({ by: 'server:function' });
  });

  it('closes a conversation until the user writes again', async () => {
    await say('谢谢');
    await act('close');
    expect(await view()).toMatchObject({ state: 'closed', unread: 0 });
    await enter();
    expect(await view()).toMatchObject({ state: 'closed' });

    await say('还有一件事');

    expect(await view()).toMatchObject({ state: 'waiting', unread: 1 });
  });

  it('keeps the messages of a user who writes and is answered at the same time', async () => {
    await say('开始');
    await act('take');

    await Promise.all([say('一'), reply('甲'), say('二'), reply('乙')]);

    const { conversation, messages } = await thread();
    expect(conversation.received).toBe(3);
    expect(messages.filter(({ by }) => by === 'user')).toHaveLength(3);
    expect(messages.filter(({ by }) => by.startsWith('operator:'))).toHaveLength(2);
  });

  it('knows no conversation of a user who never wrote nor came in', async () => {
    expect(await act('take')).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CONVERSATION' } });
    expect(await desk({ action: 'thread', openid: service.user })).toMatchObject({
      ok: false,
      error: { code: 'UNKNOWN_CONVERSATION' },
    });
  });

  it('is not for users, not even for their own conversation', async () => {
    await say('我想问一下');

    for (const action of ['take', 'release', 'handOver', 'close'] as const) {
      expect(await act(action, service.user)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
    }
    expect(await desk({ action: 'list' }, service.user)).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED' },
    });
  });
});

async function newOperator(): Promise<string> {
  const openid = newUser();
  // The collection is made when it is first asked for him.
  await desk({ action: 'list' }, openid);
  await emulator.call(openid, 'write', { collection: 'xinshi_operators', document: { _id: openid } });
  return openid;
}
