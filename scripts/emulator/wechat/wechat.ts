/** WeChat's back end: what the mini-program's users, its functions and its console deal with. */
import * as v from 'valibot';
import type { PushSettings } from '../contract';
import { createFaults, type Faults } from '../faults/faults';
import { callWithFaults } from '../faults/reply';
import type { Journal } from '../journal/journal';
import { Refusal } from '../refusal/refusal';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { type AccessTokens, createAccessTokens } from './accessTokens';
import { type CallApi, createApis } from './api/apis';
import { type AnswerHttps, createHttpsApi } from './api/httpsApi';
import { createDailyQuota, createMinuteQuota } from './callQuota';
import { type Conversations, createConversations } from './chat/conversations';
import { createDesk, type Desk } from './chat/desk';
import { createHandOvers } from './chat/handOvers';
import { createLogins, type Logins } from './logins';
import { createMedia, type Media } from './media';
import { createMessageIds } from './messageIds';
import { createMiniProgram, type MiniProgramKeeper } from './miniProgram';
import { createNotifications, type Notifications } from './notifications';
import { createOfficialAccounts, type OfficialAccounts } from './officialAccounts';
import { createPushDelivery, type InvokeFunction, type PushDelivery } from './push/delivery';
import { isOwnAddress, verifyServer } from './push/server';
import { createPushSettings } from './push/settings';
import { defaultSeed, type Seed } from './seed';
import { createSubscribeRequests, type SubscribeRequests } from './subscriptions/request';
import { createSubscriptionSettings, type SubscriptionSettings } from './subscriptions/setting';
import { createSubscriptions, type Subscriptions } from './subscriptions/subscriptions';
import { createTemplates, type Templates } from './templates/templates';
import { createUsers, type Users } from './users';

export interface WeChat {
  /** Calls an API of WeChat's by its cloud-call name. The rules do not depend on the door it came through. */
  callApi: CallApi;
  /** Answers a request to WeChat's HTTPS API, by the same rules. */
  answerHttps: AnswerHttps;
  accessTokens: AccessTokens;
  logins: Logins;
  miniProgram: MiniProgramKeeper;
  users: Users;
  templates: Templates;
  subscriptions: Subscriptions;
  subscribeRequests: SubscribeRequests;
  subscriptionSettings: SubscriptionSettings;
  notifications: Notifications;
  officialAccounts: OfficialAccounts;
  chat: Conversations;
  desk: Desk;
  media: Media;
  push: Push;
  /** Empties all of this and begins again from the seed; pushes under way are given up. */
  reset(): void;
}

export interface Push extends PushDelivery {
  settings(): PushSettings;
  /**
   * Puts these in the place of the settings once the server has answered, when they have a url.
   * @throws {Refusal} 400 URL_NOT_VERIFIED; 400 INVALID_REQUEST for an address of the emulator that is no function's
   */
  changeSettings(settings: PushSettings): Promise<void>;
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
  /** What goes wrong on purpose. Default: what the store holds. */
  faults?: Faults;
  /** Where the emulator serves, for the addresses of images. Default: its usual address. */
  baseUrl?: () => string;
}

const USUAL_ADDRESS = 'http://127.0.0.1:9527';

const OWN_ADDRESS = new Refusal(
  400,
  'INVALID_REQUEST',
  'url: of the emulator itself only a function can be pushed to, below /http/',
);

/** Composes WeChat on the store, which is seeded when nothing is in it yet. */
export function createWeChat(given: WeChatParts): WeChat {
  const { store, clock, journal, invokeFunction } = given;
  const { seed = defaultSeed(), pages = () => undefined, baseUrl = () => USUAL_ADDRESS } = given;
  const { faults = createFaults(store) } = given;
  const base = { store, clock, journal, faults };

  const miniProgram = createMiniProgram(store, seed.miniProgram);
  const users = createUsers(store);
  const templates = createTemplates(store, journal);
  const subscriptions = createSubscriptions(store);
  const nextId = createMessageIds(store, clock);
  const notifications = createNotifications(store, clock, nextId);
  const officialAccounts = createOfficialAccounts(store, clock, nextId);
  const media = createMedia(store, clock);
  const pushSettings = createPushSettings(store, seed.push);
  const handOvers = createHandOvers(base);
  const push = createPushDelivery({ ...base, miniProgram, pushSettings, handOvers, invokeFunction });
  const appid = () => pushSettings.get().appid;
  const chat = createConversations({ ...base, media, push, handOvers, appid, nextId, baseUrl });
  const accessTokens = createAccessTokens(store, clock);
  const logins = createLogins(store, clock);
  const subscribeSends = createDailyQuota(store, clock, 'subscribeMessage');
  const uniformSends = createDailyQuota(store, clock, 'uniformMessage');
  const tokenCalls = {
    accessTokenCalls: createDailyQuota(store, clock, 'token'),
    stableTokenCallsOfMinute: createMinuteQuota(store, clock, 'stableToken'),
    stableTokenCallsOfDay: createDailyQuota(store, clock, 'stableToken'),
    stableTokenRefreshes: createDailyQuota(store, clock, 'stableTokenRefresh'),
  };
  const parts = {
    ...base,
    miniProgram,
    users,
    templates,
    subscriptions,
    notifications,
    officialAccounts,
    media,
    conversations: chat,
    push,
    subscribeSends,
    uniformSends,
    appid,
    pages,
  };
  const seeded = store.table<boolean>('wechat.seeded', { shape: v.boolean() });

  const plantSeed = () =>
    store.transaction(() => {
      users.replace(seed.users);
      templates.replace(seed.templates);
      officialAccounts.replace(seed.officialAccounts);
      // Kept like the rest, so that a state is whole wherever it is taken, whatever the seed is there.
      miniProgram.change(seed.miniProgram);
      pushSettings.replace(seed.push);
      seeded.put('done', true);
    });
  if (seeded.get('done') === undefined) plantSeed();

  const apis = createApis(parts);
  const callApi: CallApi = (apiName, args) =>
    callWithFaults(faults, apiName, clock.now(), () => apis(apiName, args));
  return {
    callApi,
    answerHttps: createHttpsApi({ ...parts, ...tokenCalls, accessTokens, logins, callApi }),
    accessTokens,
    logins,
    miniProgram,
    users,
    templates,
    subscriptions,
    subscribeRequests: createSubscribeRequests(parts),
    subscriptionSettings: createSubscriptionSettings(parts),
    notifications,
    officialAccounts,
    chat,
    desk: createDesk({ users, handOvers, conversations: chat }),
    media,
    push: {
      ...push,
      settings: pushSettings.get,
      async changeSettings(settings) {
        const { url, token } = settings;
        if (url !== undefined && isOwnAddress(url, baseUrl())) throw OWN_ADDRESS;
        if (url !== undefined) await verifyServer(url, token, clock.now());
        pushSettings.replace(settings);
      },
    },
    reset() {
      push.abandon();
      store.transaction(() => {
        const kept = [subscriptions, notifications, media, chat, handOvers, push, accessTokens, logins];
        const quotas = [subscribeSends, uniformSends, ...Object.values(tokenCalls)];
        for (const part of [...kept, ...quotas]) part.clear();
        officialAccounts.clearMessages();
        for (const part of [miniProgram, pushSettings]) part.reset();
      });
      plantSeed();
    },
  };
}
