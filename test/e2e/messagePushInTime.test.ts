/** The answer leaves within WeChat's five seconds, whatever takes long. These tests take them in real time. */
import type { PushRecord } from '../../scripts/emulator/contract';
import { runPushWorld } from './messagePushWorld';
import { newUser } from './runningEmulator';

const world = runPushWorld();
const { emulator } = world;
const strike = (rules: Record<string, unknown>[]) => emulator.send('PUT', '/emulator/faults', { rules });
const ANSWER_LIMIT_MS = 5_000;

// The function leaves one of the five seconds to its start, which takes longer on a busy machine.
beforeAll(async () => {
  await emulator.send('POST', `/emulator/users/${newUser()}/chat`, { msgtype: 'text', content: '在吗' });
  await emulator.settled();
});
afterEach(() => strike([]));

it('a push whose automatic reply hangs is answered, with the hand-over that was decided', async () => {
  const hang = { kind: 'latency', latencyMs: 8_000 };
  await strike([{ api: 'customerServiceMessage.send', ...hang }]);
  const push: PushRecord = await world.writes('人工');

  expect(push.attempts).toMatchObject([{ response: { MsgType: 'transfer_customer_service' } }]);
  expect(push.attempts[0]?.durationMs).toBeLessThan(ANSWER_LIMIT_MS);
  expect(await world.read('xinshi_pushes')).toMatchObject([{ answer: 'handOver' }]);
}, 30_000);

it('a push that cannot be recorded in time fails, and is handled when WeChat pushes it again', async () => {
  await strike([{ api: 'database.getDocument', kind: 'latency', latencyMs: 6_000, times: 1 }]);
  const push: PushRecord = await world.writes('在吗');

  expect(push.attempts).toHaveLength(2);
  expect(push.attempts[0]?.error).toBeDefined();
  expect(push.attempts[0]?.durationMs).toBeLessThan(ANSWER_LIMIT_MS);
  expect(push.attempts[1]).toMatchObject({ response: 'success' });
  expect(await world.read('xinshi_pushes')).toHaveLength(1);
  expect(await world.repliesTo(world.user)).toHaveLength(1);
}, 30_000);
