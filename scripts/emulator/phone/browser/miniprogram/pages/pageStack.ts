/** The open pages and the way between them (WeChat's documentation: framework/app-service/route). */
import { createEventChannels, type EventChannel } from './eventChannel';
import { parsePageUrl } from './pageUrl';
import { createPage, type PageInstance, type PageParts, type PageView } from './pageView';
import type { NavigationBarControl, PageWindow } from './windowLook';

/** WeChat's limit (WeChat's documentation: framework/app-service/route). */
const MAX_OPEN_PAGES = 10;

type Events = Parameters<typeof createEventChannels>[0];

export interface PageStack {
  /** @throws Error as WeChat words it, when there is no such page, it is one of the tab bar, or too many are open */
  navigateTo(url: string, events?: Events): EventChannel;
  redirectTo(url: string): void;
  switchTab(url: string): void;
  reLaunch(url: string): void;
  navigateBack(delta: number): void;
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
  /** A page has come to the top. */
  onTop(path: string): void;
}

export function createPageStack(parts: StackParts): PageStack {
  const { program, navigationBar } = parts;
  const tabPaths = new Set(program.app.tabBar?.list.map(({ pagePath }) => pagePath));
  /** Pages of the tab bar stay when another tab is chosen. */
  const tabs = new Map<string, PageView>();
  const stack: PageView[] = [];
  const windows = new Map<PageView, PageWindow>();
  const top = () => stack.at(-1);
  let hasShown = false;

  const resolve = (url: string) => {
    const { path } = parsePageUrl(url, top()?.path);
    if (!program.app.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
    return { path, url: path + search, isTab: tabPaths.has(path) };
  };

  const create = (url: string, opener: EventChannel): PageView => {
    const pageWindow = navigationBar.createWindow(parsePageUrl(`/${url}`).path);
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
  const close = (page: PageView) => {
    tabs.delete(page.path);
    windows.delete(page);
    page.close();
  };
  const push = (url: string, opener: EventChannel = createEventChannels().opened) => {
    stack.push(create(url, opener));
    show();
  };
  const reLaunch = (url: string) => {
    const target = resolve(url);
    const open = new Set([...stack.splice(0).reverse(), ...tabs.values()]);
    for (const page of open) close(page);
    push(target.url);
  };

  return {
    navigateTo(url, events) {
      const target = resolve(url);
      if (target.isTab) throw new Error('can not navigateTo a tabbar page');
      if (stack.length >= MAX_OPEN_PAGES) throw new Error('webview count limit exceed');
      top()?.hide();
      const { opener, opened } = createEventChannels(events);
      push(target.url, opened);
      return opener;
    },
    redirectTo(url) {
      const target = resolve(url);
      if (target.isTab) throw new Error('can not redirectTo a tabbar page');
      const old = stack.pop();
      if (old !== undefined) close(old);
      push(target.url);
    },
    switchTab(url) {
      const target = resolve(url);
      if (!target.isTab) throw new Error('can not switch to no-tabBar page');
      if (top()?.path === target.path) return;
      const [bottom, ...above] = stack.splice(0);
      for (const page of above.reverse()) close(page);
      if (bottom !== undefined && tabPaths.has(bottom.path)) bottom.path !== target.path && bottom.hide();
      else if (bottom !== undefined) close(bottom);
      stack.push(tabs.get(target.path) ?? create(target.path, createEventChannels().opened));
      show();
    },
    reLaunch,
    navigateBack(delta) {
      const closing = Math.min(delta, stack.length - 1);
      if (closing < 1) return;
      for (const page of stack.splice(-closing).reverse()) close(page);
      show();
      top()?.takeKeyboard();
    },
    current: () => stack.map(({ instance }) => instance),
    top,
    has: (url) => program.app.pages.includes(parsePageUrl(url).path),
    show,
    hide: () => top()?.hide(),
  };
}
