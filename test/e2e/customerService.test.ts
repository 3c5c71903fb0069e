import type { Input as Message } from '../../cloudfunctions/customerServiceSend/contract';
import type { Chat } from '../../scripts/emulator/contract';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

const OPERATOR = newUser();
const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR }) });

let user: string;
beforeEach(() => {
  user = newUser();
});

const chat = () => emulator.get<Chat>(`/emulator/users/${user}/chat`);
const say = (content: string) =>
  emulator.request('POST', `/emulator/users/${user}/chat`, { msgtype: 'text', content });
const enter = () =>
  emulator.request('POST', `/emulator/users/${user}/chat/enter`, { sessionFrom: 'order-1' });
const reply = (message: Message['message'], caller = OPERATOR) =>
  emulator.call(caller, 'customerServiceSend', { to: user, message });
const replyText = (content: string) => reply({ msgtype: 'text', content });
const typing = (command: string, caller = OPERATOR) =>
  emulator.call(caller, 'customerServiceTyping', { to: user, command });

const refusedWith = (code: string, errCode: number) => ({ ok: false, error: { code, wechat: { errCode } } });

describe('customerServiceSend', () => {
  it('answers a user who wrote', async () => {
    await say('在吗？');

    expect(await replyText('在的，<a href="https://example.com">请看</a>')).toEqual({ ok: true, data: {} });
    expect((await chat()).messages).toMatchObject([
      { from: 'user', msgtype: 'text', content: '在吗？' },
      { from: 'service', msgtype: 'text', content: '在的，<a href="https://example.com">请看</a>' },
    ]);
  });

  it('sends a link as well', async () => {
    await say('在吗？');
    const link = {
      title: '说明',
      description: '怎样退货',
      url: 'https://example.com',
      thumbUrl: 'https://example.com/1.png',
    };

    expect(await reply({ msgtype: 'link', ...link })).toMatchObject({ ok: true });
    expect((await chat()).messages.at(-1)).toMatchObject({ from: 'service', msgtype: 'link', ...link });
  });

  it('is refused an image that was never uploaded with 40007', async () => {
    await say('在吗？');

    expect(await reply({ msgtype: 'image', mediaId: 'nothing' })).toMatchObject(
      refusedWith('INVALID_MEDIA_ID', 40007),
    );
  });

  it('may answer a message five times, and the sixth is refused with 45047', async () => {
    await say('在吗？');

    for (const n of [1, 2, 3, 4, 5]) expect(await replyText(`第 ${n} 条`)).toMatchObject({ ok: true });
    expect(await replyText('第 6 条')).toMatchObject(refusedWith('RESPONSE_LIMIT_REACHED', 45047));
  });

  it('may answer for 48 hours, and is refused with 45015 after', async () => {
    await say('在吗？');
    emulator.clock.advance(48 * 3_600_000 - 60_000);
    expect(await replyText('还在')).toMatchObject({ ok: true });
    emulator.clock.advance(120_000);

    expect(await replyText('太晚了')).toMatchObject(refusedWith('RESPONSE_WINDOW_CLOSED', 45015));
  });

  it('may greet a user who entered twice within a minute', async () => {
    await enter();

    expect(await replyText('欢迎')).toMatchObject({ ok: true });
    expect(await replyText('请说')).toMatchObject({ ok: true });
    expect(await replyText('三')).toMatchObject(refusedWith('RESPONSE_LIMIT_REACHED', 45047));
  });

  it('is refused with 45015 for a user who did nothing', async () => {
    await chat();

    expect(await replyText('在吗？')).toMatchObject(refusedWith('RESPONSE_WINDOW_CLOSED', 45015));
  });

  it('is not for users, not even to themselves', async () => {
    await say('在吗？');

    expect(await reply({ msgtype: 'text', content: '我自己' }, user)).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED' },
    });
  });

  it('refuses a message of no known kind, naming the field', async () => {
    expect(
      await emulator.call(OPERATOR, 'customerServiceSend', { to: user, message: { msgtype: 'voice' } }),
    ).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('message.msgtype') },
    });
  });
});

describe('customerServiceTyping', () => {
  it('shows the typing state, which a message ends', async () => {
    await say('在吗？');
    expect(await typing('Typing')).toEqual({ ok: true, data: {} });
    expect((await chat()).typingEndsAt).toBeDefined();

    await replyText('在');

    expect((await chat()).typingEndsAt).toBeUndefined();
  });

  it('cannot show it again while it shows: 45081', async () => {
    await say('在吗？');
    await typing('Typing');

    expect(await typing('Typing')).toMatchObject(refusedWith('ALREADY_TYPING', 45081));
    expect(await typing('CancelTyping')).toMatchObject({ ok: true });
    expect(await typing('Typing')).toMatchObject({ ok: true });
  });

  it('needs a message of the last 30 seconds: 45080', async () => {
    await say('在吗？');
    emulator.clock.advance(31_000);

    expect(await typing('Typing')).toMatchObject(refusedWith('NO_RECENT_INTERACTION', 45080));
  });

  it('is not for users', async () => {
    expect(await typing('Typing', user)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });
});
