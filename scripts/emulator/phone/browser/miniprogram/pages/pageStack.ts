/** The open pages and the way between them (WeChat's documentation: framework/app-service/route). */
import { createEventChannels, type EventChannel } from './eventChannel';
import type { PageInstance, PageParts } from './pageParts';
import { type PageUrl, parsePageUrl } from './pageUrl';
import { createPage, type PageView } from './pageView';
import type { RouteEvents, RouteType } from './routeEvents';
import type { NavigationBarControl, PageWindow } from './windowLook';

/** WeChat's limit (WeChat's documentation: framework/app-service/route). */
const MAX_OPEN_PAGES = 10;

type Events = Parameters<typeof createEventChannels>[0];

/**
 * A route is confirmed at once and happens after those that were asked for before it, each to its end: never inside the
 * call, nor inside a life cycle that asks for it (WeChat's documentation: framework/app-service/route, 路由的时机).
 * Each call throws as WeChat words it when there is no such page, it is one of the tab bar, or too many are open; its
 * promise ends when the route has happened.
 */
export interface PageStack {
  navigateTo(url: string, events?: Events): { eventChannel: EventChannel; ended: Promise<void> };
  redirectTo(url: string): Promise<void>;
  switchTab(url: string): Promise<void>;
  /** @param openType `appLaunch` for the first route of all */
  reLaunch(url: string, openType?: 'appLaunch' | 'reLaunch'): Promise<void>;
  navigateBack(delta: number): Promise<void>;
  /** Whether no page is open, and none is on its way. */
  isEmpty(): boolean;
  /** What `getCurrentPages` gives: the top page last. */
  current(): PageInstance[];
  top(): PageView | undefined;
  /** Whether app.json has such a page. */
  has(url: string): boolean;
  show(): void;
  hide(): void;
}

interface StackParts extends PageParts {
  navigationBar: NavigationBarControl;
  routeEvents: RouteEvents;
  /** A page has come to the top. */
  onTop(path: string): void;
}

export function createPageStack(parts: StackParts): PageStack {
  const { program, navigationBar, routeEvents } = parts;
  const tabPaths = new Set(program.app.tabBar?.list.map(({ pagePath }) => pagePath));
  /** Pages of the tab bar stay when another tab is chosen. */
  const tabs = new Map<string, PageView>();
  const stack: PageView[] = [];
  const windows = new Map<PageView, PageWindow>();
  const top = () => stack.at(-1);
  let hasShown = false;
  let last = Promise.resolve();
  /** How many pages are open when all routes have happened: by this number a route is confirmed. */
  let expected = 0;

  /**
   * @param pages how many are open after it
   * @param target the address of the page that it leads to; a function where only the routes before it decide
   */
  const queue = (
    openType: RouteType,
    pages: number,
    target: string | (() => string),
    route: () => void,
  ): Promise<void> => {
    expected = pages;
    const happen = () =>
      routeEvents.during(openType, urlOf(typeof target === 'string' ? target : target()), route);
    last = last.then(happen, happen);
    return last;
  };
  const resolve = (url: string) => {
    const { path } = parsePageUrl(url, top()?.path);
    if (!program.app.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
    return { path, url: path + search, isTab: tabPaths.has(path) };
  };

  const create = (url: string, opener: EventChannel): PageView => {
    const { path, query } = urlOf(url);
    routeEvents.tell('BeforePageLoad', { path, query, componentFramework: 'glass-easel' });
    const pageWindow = navigationBar.createWindow(path);
    const page = createPage(parts, url, opener, !hasShown);
    windows.set(page, pageWindow);
    if (tabPaths.has(page.path)) tabs.set(page.path, page);
    return page;
  };
  const show = () => {
    const page = top();
    const pageWindow = page && windows.get(page);
    if (page === undefined || pageWindow === undefined) return;
    const home = program.app.entryPagePath ?? program.app.pages[0];
    const canGoHome = stack.length === 1 && page.path !== home && !tabPaths.has(page.path);
    navigationBar.showWindow(pageWindow, stack.length > 1, canGoHome);
    parts.onTop(page.path);
    hasShown = true;
    page.show();
  };
  /** Among `getCurrentPages` until all of it is gone (WeChat's documentation: framework/app-service/route-event-listener). */
  const close = (page: PageView) => {
    routeEvents.tell('BeforePageUnload', { path: page.path, page: page.instance });
    tabs.delete(page.path);
    windows.delete(page);
    page.close();
    const at = stack.indexOf(page);
    if (at >= 0) stack.splice(at, 1);
    routeEvents.tell('AfterPageUnload', { path: page.path });
  };
  const push = (url: string, opener: EventChannel = createEventChannels().opened) => {
    const page = create(url, opener);
    stack.push(page);
    show();
    const { path, query } = urlOf(url);
    const loaded = { path, query, page: page.instance, componentFramework: 'glass-easel' };
    routeEvents.tell('AfterPageLoad', loaded);
  };
  const pop = () => {
    const page = top();
    if (page !== undefined) close(page);
  };
  const backTo = (depth: number) => {
    if (stack.length <= depth) return;
    while (stack.length > depth) pop();
    show();
    top()?.takeKeyboard();
  };

  return {
    navigateTo(url, events) {
      const target = resolve(url);
      if (target.isTab) throw new Error('can not navigateTo a tabbar page');
      if (expected >= MAX_OPEN_PAGES) throw new Error('webview count limit exceed');
      const { opener, opened } = createEventChannels(events);
      const ended = queue('navigateTo', expected + 1, target.url, () => {
        top()?.hide();
        push(target.url, opened);
      });
      return { eventChannel: opener, ended };
    },
    redirectTo(url) {
      const target = resolve(url);
      if (target.isTab) throw new Error('can not redirectTo a tabbar page');
      return queue('redirectTo', Math.max(expected, 1), target.url, () => {
        pop();
        push(target.url);
      });
    },
    switchTab(url) {
      const target = resolve(url);
      if (!target.isTab) throw new Error('can not switch to no-tabBar page');
      return queue('switchTab', 1, target.url, () => {
        if (stack[0]?.path === target.path) return backTo(1);
        const isShown = stack.length === 1;
        while (stack.length > 1) pop();
        const bottom = top();
        if (bottom !== undefined && !tabPaths.has(bottom.path)) pop();
        else {
          // Under another page it has been hidden before.
          if (isShown) bottom?.hide();
          stack.pop();
        }
        const shown = tabs.get(target.path);
        if (shown === undefined) return push(target.path);
        stack.push(shown);
        show();
      });
    },
    reLaunch(url, openType = 'reLaunch') {
      const target = resolve(url);
      return queue(openType, 1, target.url, () => {
        while (stack.length > 0) pop();
        for (const page of [...tabs.values()]) close(page);
        push(target.url);
      });
    },
    navigateBack(delta) {
      if (expected <= 1) throw new Error('cannot navigate back at first page.');
      const depth = () => Math.max(stack.length - delta, 1);
      const target = () => stack[depth() - 1]?.url ?? '';
      return queue('navigateBack', Math.max(expected - delta, 1), target, () => backTo(depth()));
    },
    isEmpty: () => expected === 0,
    current: () => stack.map(({ instance }) => instance),
    top,
    has: (url) => program.app.pages.includes(parsePageUrl(url).path),
    show,
    hide: () => top()?.hide(),
  };
}

/** @param url from the root, without a leading slash */
const urlOf = (url: string): PageUrl => parsePageUrl(`/${url}`);
