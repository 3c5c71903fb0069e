/** The App from outside: how it was launched, and its events (WeChat's documentation: api/base/app). */
import type { AppEvent } from '../appInstance';
import type { WxParts } from './parts';

/** What follows `wx.on` and `wx.off`, to the App's own function. */
const EVENTS: Record<string, AppEvent> = {
  AppShow: 'onShow',
  AppHide: 'onHide',
  Error: 'onError',
  PageNotFound: 'onPageNotFound',
  UnhandledRejection: 'onUnhandledRejection',
};

export function appApi({ app }: WxParts) {
  const listeners = Object.entries(EVENTS).flatMap(([name, event]) => [
    [`on${name}`, (listener: (value: unknown) => void) => app.on(event, listener)],
    [`off${name}`, (listener?: (value: unknown) => void) => app.off(event, listener)],
  ]);
  return {
    ...Object.fromEntries(listeners),
    getLaunchOptionsSync: app.launchOptions,
    getEnterOptionsSync: app.enterOptions,
  };
}
