/** Where WeChat pushes to, and how: the settings of message push (消息推送). */
import * as v from 'valibot';
import type { PushRoute, PushSettings } from '../../contract';
import type { Store } from '../../state/store';
import type { PushMessage } from './messages';
import { isLoopbackUrl } from './server';

const RouteSchema = v.pipe(
  v.strictObject({
    msgType: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
    event: v.exactOptional(v.pipe(v.string(), v.minLength(1, 'must not be empty'))),
    functionName: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
  }),
  v.check(
    ({ msgType, event }) => (msgType === 'event') === (event !== undefined),
    "a route has an event when its msgType is 'event', and only then",
  ),
);

/** Limits: WeChat's documentation of message push (Token 3 to 32 letters and digits, EncodingAESKey 43). */
export const PushSettingsSchema = v.strictObject({
  appid: v.pipe(v.string(), v.regex(/^wx[0-9a-z]{16}$/, 'must be wx and 16 letters or digits')),
  token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{3,32}$/, 'must be 3 to 32 letters and digits')),
  encodingAESKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{43}$/, 'must be 43 letters and digits')),
  mode: v.picklist(['plain', 'compatible', 'safe']),
  format: v.picklist(['json', 'xml']),
  url: v.exactOptional(
    v.pipe(
      v.string(),
      v.check(
        isLoopbackUrl,
        'must be http:// or https:// on 127.0.0.1, localhost or [::1]: the emulator sends nothing to other machines',
      ),
    ),
  ),
  routes: v.pipe(
    v.array(RouteSchema),
    // 同一个 <消息类型, 事件类型> 二元组只能推到一个环境的一个云函数 (WeChat's guide to pushes in cloud functions).
    v.check(
      (routes) => new Set(routes.map(({ msgType, event }) => `${msgType} ${event}`)).size === routes.length,
      'two routes have the same msgType and event',
    ),
  ),
});

export interface PushSettingsKeeper {
  get(): PushSettings;
  replace(settings: PushSettings): void;
  /** Back to what they were initially. */
  reset(): void;
}

/** @param initial what holds until it is replaced */
export function createPushSettings(store: Store, initial: PushSettings): PushSettingsKeeper {
  const table = store.table<PushSettings>('wechat.pushSettings', {
    remembered: true,
    shape: PushSettingsSchema,
  });
  return {
    get: () => table.get('current') ?? initial,
    replace: (settings) => table.put('current', settings),
    reset: () => table.clear(),
  };
}

/** CloudBase's console has one event name for all subscription events. */
const ALL_SUBSCRIPTION_EVENTS = 'subscribe_msg_event';
const SUBSCRIPTION_EVENTS = [
  'subscribe_msg_popup_event',
  'subscribe_msg_change_event',
  'subscribe_msg_sent_event',
];

/** The route that takes this message: the one with its own event name before the one for all three. */
export function routeOf(routes: PushRoute[], { MsgType, Event }: PushMessage): PushRoute | undefined {
  const routeFor = (event: string | undefined) =>
    routes.find((route) => route.msgType === MsgType && route.event === event);
  const own = routeFor(Event);
  if (own !== undefined || Event === undefined || !SUBSCRIPTION_EVENTS.includes(Event)) return own;
  return routeFor(ALL_SUBSCRIPTION_EVENTS);
}
