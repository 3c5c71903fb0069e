/** The App from outside: how it was launched, its events, and those of its routes (WeChat's documentation: api/base/app). */
import type { AppEvent } from '../appInstance';
import { ROUTE_EVENTS } from '../pages/routeEvents';
import type { WxParts } from './parts';

/** What follows `wx.on` and `wx.off`, to the App's own function. */
const EVENTS: Record<string, AppEvent> = {
  AppShow: 'onShow',
  AppHide: 'onHide',
  Error: 'onError',
  PageNotFound: 'onPageNotFound',
  UnhandledRejection: 'onUnhandledRejection',
};

export function appApi({ app, routeEvents }: WxParts) {
  const listeners = Object.entries(EVENTS).flatMap(([name, event]) => [
    [`on${name}`, (listener: (value: unknown) => void) => app.on(event, listener)],
    [`off${name}`, (listener?: (value: unknown) => void) => app.off(event, listener)],
  ]);
  const routeListeners = ROUTE_EVENTS.flatMap((event) => [
    [`on${event}`, (listener: (told: object) => void) => routeEvents.on(event, listener)],
    [`off${event}`, (listener?: (told: object) => void) => routeEvents.off(event, listener)],
  ]);
  return {
    ...Object.fromEntries([...listeners, ...routeListeners]),
    getLaunchOptionsSync: app.launchOptions,
    getEnterOptionsSync: app.enterOptions,
  };
}
