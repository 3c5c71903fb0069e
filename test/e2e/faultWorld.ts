/** A fresh user for each test, and what goes wrong while a message is sent to him. */
import type { Notification, PushRecord } from '../../scripts/emulator/contract';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

export const ORDER_SHIPPED = 'mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w';
export const ORDER = {
  orderNo: 'XS20261123001',
  product: '手冲咖啡豆 250g',
  shippedAt: '2026年11月23日 15:01',
  note: '请留意电话',
};

export const emulator = runEmulator({ functions: builtProject({ operator: newUser() }) });

export let user: string;
beforeEach(() => {
  user = newUser();
});
afterEach(() => emulator.faults.clear());

export const strike = (rule: Record<string, unknown>) =>
  emulator.request('PUT', '/emulator/faults', { rules: [rule] });

export async function subscribe() {
  const path = `/emulator/users/${user}/subscribe`;
  const { body } = await emulator.request<Record<string, unknown>>('POST', path, {
    tmplIds: [ORDER_SHIPPED],
  });
  return body;
}
export async function subscribed() {
  await subscribe();
  await emulator.settled();
}
export const send = () => emulator.call(user, 'subscribeSend', { template: 'orderShipped', data: ORDER });
export const notifications = () => emulator.get<Notification[]>(`/emulator/users/${user}/notifications`);
export const records = () =>
  emulator.call<Record<string, unknown>[]>(user, 'read', {
    collection: 'xinshi_sends',
    where: { openid: user, kind: 'subscribe' },
  });
export const pushesTo = async (openid: string) =>
  (await emulator.get<PushRecord[]>('/emulator/pushes')).filter((push) => push.openid === openid);
export const failsWith = (code: string, errCode: number) => ({
  ok: false,
  error: { code, wechat: { errCode } },
});

export async function granted(): Promise<unknown> {
  const status = await emulator.call<{ data: { templates: { name: string; remaining: number }[] } }>(
    user,
    'subscribeStatus',
  );
  return status.data.templates.find(({ name }) => name === 'orderShipped')?.remaining;
}
