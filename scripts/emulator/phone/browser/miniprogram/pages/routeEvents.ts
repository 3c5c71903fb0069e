/** What `wx.onBeforeAppRoute` and its like are told of a route (WeChat's documentation: framework/app-service/route-event-listener). */
import { listeners } from '../wx/listeners';
import type { PageUrl } from './pageUrl';

/** What follows `wx.on` and `wx.off`. */
export const ROUTE_EVENTS = [
  'BeforeAppRoute',
  'AppRoute',
  'AppRouteDone',
  'BeforePageLoad',
  'AfterPageLoad',
  'BeforePageUnload',
  'AfterPageUnload',
] as const;

export type RouteEvent = (typeof ROUTE_EVENTS)[number];

/** Why there is a route (framework/app-service/route, 页面路由类型). */
export type RouteType = 'appLaunch' | 'navigateTo' | 'redirectTo' | 'navigateBack' | 'switchTab' | 'reLaunch';

export interface RouteEvents {
  on(event: RouteEvent, listener: (told: object) => void): void;
  /** Without a listener all are taken away. */
  off(event: RouteEvent, listener?: (told: object) => void): void;
  /** Runs a route that leads to a page. */
  during(openType: RouteType, target: PageUrl, route: () => void): void;
  /** Tells of a page that the running route makes or takes away. */
  tell(event: RouteEvent, page: object): void;
}

export function createRouteEvents(): RouteEvents {
  const told = Object.fromEntries(ROUTE_EVENTS.map((event) => [event, listeners<object>()])) as Record<
    RouteEvent,
    ReturnType<typeof listeners<object>>
  >;
  let routes = 0;
  let running: { openType?: RouteType; routeEventId: string } = { routeEventId: '' };
  const tell = (event: RouteEvent, what: object) => {
    const { openType, routeEventId } = running;
    told[event].tell({ ...what, ...(!event.endsWith('Unload') && { openType }), routeEventId });
  };
  return {
    on: (event, listener) => told[event].on(listener),
    off: (event, listener) => told[event].off(listener),
    during(openType, { path, query }, route) {
      routes += 1;
      running = { openType, routeEventId: String(routes) };
      const where = { path, query, renderer: 'webview', notFound: false };
      tell('BeforeAppRoute', where);
      route();
      const timeStamp = Date.now();
      tell('AppRoute', { ...where, timeStamp });
      // Pages come without a movement here.
      tell('AppRouteDone', { path, query, timeStamp });
    },
    tell,
  };
}
