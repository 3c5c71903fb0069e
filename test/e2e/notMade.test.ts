/** A send that was certainly not made is never taken for one that may be on its way. */
import type { Output as History } from '../../cloudfunctions/messageHistory/contract';
import { ORDER_SHIPPED } from '../../scripts/project/seed';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

const OPERATOR = newUser();
const ORDER = { orderNo: 'XS1', product: '咖啡豆', shippedAt: '2026年11月23日 15:01', note: '请留意' };

interface Thread {
  data: { conversation: { allowance: { left: number } }; messages: { by: string }[] };
}

function world(settings: Record<string, string>) {
  const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR, settings }) });
  const call = <Answer>(name: string, data: unknown) => emulator.call<Answer>(OPERATOR, name, data);
  let user: string;
  beforeEach(async () => {
    user = newUser();
    await emulator.send('POST', `/emulator/users/${user}/chat`, { msgtype: 'text', content: '在家' });
    await emulator.send('POST', `/emulator/users/${user}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
    await emulator.settled();
    await call('customerServiceDesk', { action: 'take', openid: user });
  });
  return {
    emulator,
    sendOrder: () => call('subscribeSend', { template: 'orderShipped', to: user, data: ORDER }),
    reply: () => call('customerServiceSend', { to: user, message: { msgtype: 'text', content: '您好' } }),
    thread: async () => (await call<Thread>('customerServiceDesk', { action: 'thread', openid: user })).data,
    history: async () =>
      (await call<{ data: History }>('messageHistory', { scope: 'all', openid: user })).data.messages,
  };
}

const HTTPS = { XINSHI_TRANSPORT: 'https' };
const ELSEWHERE = { XINSHI_APPID: 'wx1', XINSHI_APP_SECRET: 's', XINSHI_WECHAT_URL: 'http://example.com' };

describe.each([
  ['there is no secret', HTTPS],
  ['the secret would go over the network in the clear', { ...HTTPS, ...ELSEWHERE }],
])('where a setting is wrong: %s', (_wrong, settings) => {
  const { sendOrder, reply, thread, history } = world(settings);

  it('a send is recorded as refused, with the reason', async () => {
    expect(await sendOrder()).toMatchObject({ ok: false, error: { code: 'INVALID_SETTING' } });

    expect(await history()).toMatchObject([
      { kind: 'subscribe', outcome: 'refused', reason: { code: 'INVALID_SETTING' } },
      { kind: 'customerService', outcome: 'refused' },
    ]);
  });

  it('a reply uses no allowance up and is not in the thread', async () => {
    expect(await reply()).toMatchObject({ ok: false, error: { code: 'INVALID_SETTING' } });

    const { conversation, messages } = await thread();
    expect(conversation.allowance.left).toBe(5);
    expect(messages.map(({ by }) => by)).toEqual(['user']);
  });
});

describe('where the database takes no record of it', () => {
  const { emulator, reply, thread, history } = world({});

  it('a reply is not sent, uses no allowance up and is not in the thread', async () => {
    const before = await thread();
    emulator.faults.set({
      seed: 1,
      rules: [
        {
          api: 'database.insertDocument',
          kind: 'cloudError',
          code: 'DATABASE_REQUEST_FAILED',
          message: 'x',
          share: 1,
        },
      ],
    });
    expect(await reply()).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    emulator.faults.clear();

    expect(await thread()).toEqual(before);
    expect(await history()).toHaveLength(1);
  });
});
