/** The service notifications (服务通知) on the users' phones. */
import * as v from 'valibot';
import type { Notification } from '../contract';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';

export interface Notifications {
  /** Puts a notification on its user's phone. */
  add(notification: Omit<Notification, 'msgid' | 'receivedAt'>): Notification;
  /** Newest first. */
  list(openid: string): Notification[];
  clear(): void;
}

export function createNotifications(store: Store, clock: Clock, nextMsgid: () => string): Notifications {
  const table = store.table<Notification>('wechat.notifications', {
    shape: v.looseObject({ msgid: v.string(), openid: v.string(), receivedAt: v.number() }),
  });
  return {
    add(content) {
      const notification = { msgid: nextMsgid(), ...content, receivedAt: clock.now() };
      table.put([notification.openid, notification.msgid], notification);
      return notification;
    },
    list: (openid) => table.list({ prefix: [openid], reverse: true }),
    clear: () => table.clear(),
  };
}
