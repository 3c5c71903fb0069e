/** WeChat's back end: what the mini-program's users, its functions and its console deal with. */
import type { PushSettings } from '../contract';
import type { Journal } from '../journal/journal';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { type CallApi, createApis } from './api/apis';
import { createDailyQuota } from './dailyQuota';
import { createMessageIds } from './messageIds';
import { createMiniProgram, type MiniProgramKeeper } from './miniProgram';
import { createNotifications, type Notifications } from './notifications';
import { createPushDelivery, type InvokeFunction, type PushDelivery } from './push/delivery';
import { createPushSettings } from './push/settings';
import { defaultSeed, type Seed } from './seed';
import { createSubscribeRequests, type SubscribeRequests } from './subscriptions/request';
import { createSettings, type Settings } from './subscriptions/setting';
import { createSubscriptions } from './subscriptions/subscriptions';
import { createTemplates, type Templates } from './templates/templates';
import { createUsers, type Users } from './users';

export interface WeChat {
  /** Calls an API of WeChat's by its cloud-call name. The rules do not depend on the door it came through. */
  callApi: CallApi;
  miniProgram: MiniProgramKeeper;
  users: Users;
  templates: Templates;
  subscribeRequests: SubscribeRequests;
  settings: Settings;
  notifications: Notifications;
  push: Push;
  /** Empties all of this and begins again from the seed; pushes under way are given up. */
  reset(): void;
}

export interface Push extends PushDelivery {
  settings(): PushSettings;
  changeSettings(settings: PushSettings): void;
}

export interface WeChatParts {
  store: Store;
  clock: Clock;
  journal: Journal;
  /** What it begins with. Default: the emulator's own seed.json. */
  seed?: Seed;
  invokeFunction: InvokeFunction;
  /** Paths of the mini-program's pages (app.json). Default: not known, and no page is refused with 41030. */
  pages?: () => string[] | undefined;
}

/** Composes WeChat on the store, which is seeded when nothing is in it yet. */
export function createWeChat(given: WeChatParts): WeChat {
  const { store, clock, journal, invokeFunction, seed = defaultSeed(), pages = () => undefined } = given;
  const base = { store, clock, journal };

  const miniProgram = createMiniProgram(store, seed.miniProgram);
  const users = createUsers(store);
  const templates = createTemplates(store, journal);
  const subscriptions = createSubscriptions(store);
  const notifications = createNotifications(store, clock, createMessageIds(store, clock));
  const pushSettings = createPushSettings(store, seed.push);
  const push = createPushDelivery({ ...base, miniProgram, pushSettings, invokeFunction });
  const sends = createDailyQuota(store, clock, 'subscribeMessages');
  const parts = { ...base, miniProgram, users, templates, subscriptions, notifications, push, sends, pages };
  const seeded = store.table<boolean>('wechat.seeded');

  const plantSeed = () =>
    store.transaction(() => {
      users.replace(seed.users);
      templates.replace(seed.templates);
      seeded.put('done', true);
    });
  if (seeded.get('done') === undefined) plantSeed();

  return {
    callApi: createApis(parts),
    miniProgram,
    users,
    templates,
    subscribeRequests: createSubscribeRequests(parts),
    settings: createSettings(parts),
    notifications,
    push: { ...push, settings: pushSettings.get, changeSettings: pushSettings.replace },
    reset() {
      push.abandon();
      store.transaction(() => {
        for (const part of [subscriptions, notifications, sends]) part.clear();
        for (const part of [miniProgram, pushSettings]) part.reset();
      });
      plantSeed();
    },
  };
}
