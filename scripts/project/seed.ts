/** Whom and what the emulator's seed has, by name: for the demo, the benchmarks and the tests. */
import seed from '../emulator/seed.json';

export const LI_LEI = openidOf('李雷');
export const HAN_MEI_MEI = openidOf('韩梅梅');

// Template ids, under the names of the functions' registry.
export const ORDER_SHIPPED = tmplIdOf('订单发货通知');
export const APPOINTMENT_REMINDER = tmplIdOf('预约提醒');
export const PAYMENT_RECEIVED = tmplIdOf('收款到账通知');
export const SHUTTLE_ARRIVING = tmplIdOf('班车到站提醒');

function openidOf(nickname: string): string {
  return found(
    nickname,
    seed.users.find((user) => user.nickname === nickname),
  ).openid;
}

function tmplIdOf(title: string): string {
  return found(
    title,
    seed.templates.find((template) => template.title === title),
  ).tmplId;
}

function found<T>(name: string, entity: T | undefined): T {
  if (entity === undefined) throw new Error(`the seed has no ${name}`);
  return entity;
}
