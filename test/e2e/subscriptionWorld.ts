/** A project with an operator, a fresh user for each test, and what he does to be sent a message. */
import type { Output as Status } from '../../cloudfunctions/subscribeStatus/contract';
import type { Notification } from '../../scripts/emulator/contract';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

export const ORDER = {
  orderNo: 'XS20261123001',
  product: '手冲咖啡豆 250g',
  shippedAt: '2026年11月23日 15:01',
  note: '请留意电话',
};
export const PAYMENT_DATA = { amount: '￥39.80元', at: '2026年11月23日 15:01', payer: '韩梅梅' };
export const SHUTTLE_DATA = { line: '园区 3 号线', at: '15:01', status: '即将到站' };

export const OPERATOR = newUser();
export const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR }) });

export let user: string;
beforeEach(() => {
  user = newUser();
});

export async function subscribe(
  openid: string,
  tmplIds: string[],
  more: Record<string, unknown> = {},
): Promise<unknown> {
  const { body } = await emulator.request('POST', `/emulator/users/${openid}/subscribe`, {
    tmplIds,
    ...more,
  });
  await emulator.settled();
  return body;
}

export const send = (input: Record<string, unknown>, caller = user) =>
  emulator.call(caller, 'subscribeSend', { template: 'orderShipped', data: ORDER, ...input });

export async function statusOf(name: string, openid = user) {
  const { data } = await emulator.call<{ data: Status }>(openid, 'subscribeStatus');
  return data.templates.find((template) => template.name === name);
}

export const notifications = (openid = user) =>
  emulator.get<Notification[]>(`/emulator/users/${openid}/notifications`);
export const read = (collection: string, where: Record<string, unknown>) =>
  emulator.call<Record<string, unknown>[]>(user, 'read', { collection, where });

export const refusedWith = (code: string, message: unknown = expect.any(String)) => ({
  ok: false,
  error: expect.objectContaining({ code, message, hint: expect.any(String), retryable: false }),
});
