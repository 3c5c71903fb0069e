/** One push that reaches two instances at the same time, over the HTTP form. */
import { createHash } from 'node:crypto';
import type { Chat, PushSettings } from '../../scripts/emulator/contract';
import { newUser, runEmulator } from './runningEmulator';

const emulator = runEmulator();

async function push(packet: object, nonce: string): Promise<unknown> {
  const { token } = await emulator.get<PushSettings>('/emulator/push');
  const timestamp = String(Math.floor(emulator.clock.now() / 1000));
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
  const query = new URLSearchParams({ signature, timestamp, nonce });
  const response = await fetch(`${emulator.url}/http/messagePush?${query}`, {
    method: 'POST',
    body: JSON.stringify(packet),
    headers: { 'content-type': 'application/json' },
  });
  const text = await response.text();
  return text.startsWith('{') ? JSON.parse(text) : text;
}

it('is answered once on the phone, and to WeChat with the same answer twice', async () => {
  const user = newUser();
  const settings = await emulator.get<PushSettings>('/emulator/push');
  await emulator.send('PUT', '/emulator/push', { ...settings, routes: [] });
  await emulator.send('POST', `/emulator/users/${user}/chat`, { msgtype: 'text', content: '转人工' });
  const packet = {
    ToUserName: 'gh_0f1e2d3c4b5a',
    FromUserName: user,
    CreateTime: Math.floor(emulator.clock.now() / 1000),
    MsgType: 'text',
    Content: '转人工',
    MsgId: '24000000000000123',
  };

  const answers = await Promise.all(['1001', '1002'].map((nonce) => push(packet, nonce)));

  expect(answers[0]).toMatchObject({ MsgType: 'transfer_customer_service', ToUserName: user });
  expect(answers[1]).toEqual(answers[0]);
  const { messages } = await emulator.get<Chat>(`/emulator/users/${user}/chat`);
  expect(messages.map(({ from }) => from)).toEqual(['user', 'service']);
});
