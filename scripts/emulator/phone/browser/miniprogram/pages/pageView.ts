/** One open page: its component, its element, and its life cycle (WeChat's documentation: reference/api/Page). */
import type { WindowConfig } from '../../../program';
import { hostOf } from '../components/element';
import { reportMistake } from '../mistakes';
import { createCustomTabBar } from './customTabBar';
import type { EventChannel } from './eventChannel';
import type { PageInstance, PageParts } from './pageParts';
import { parsePageUrl } from './pageUrl';
import { followPullDown, type PullDown } from './pullDown';

/** Pixels from the bottom, where the page's JSON does not say. */
const REACH_BOTTOM_DISTANCE = 50;

/**
 * Its life cycle goes in groups (WeChat's documentation: framework/app-service/route): `attached`, the components' `show`,
 * `onLoad`, `onShow`; `show`, `onShow`; `hide`, `onHide`. Of `onUnload` and `detached` that page names `detached` first,
 * its sister `onUnload`, as has been seen (framework/app-service/route-event-listener): a page still has its components.
 */
export interface PageView {
  readonly path: string;
  readonly url: string;
  readonly instance: PageInstance;
  readonly element: HTMLElement;
  readonly pullDown: PullDown;
  show(): void;
  hide(): void;
  /** Gives the keyboard to what had it when the page was hidden. */
  takeKeyboard(): void;
  close(): void;
  /** Calls one of the page's own functions, when it has it. */
  call(name: string, ...values: unknown[]): unknown;
}

/**
 * Makes a page; the first `show` puts it in its place and runs `onLoad`: by then it is among `getCurrentPages`.
 *
 * @param url from the root, without a leading slash
 * @param isFirst whether the mini-program has shown none before
 * @throws ModuleFailure when the module of the first throws
 */
export function createPage(parts: PageParts, url: string, opener: EventChannel, isFirst: boolean): PageView {
  const { program, codeSpace, backend, associated } = parts;
  const { path, query } = parsePageUrl(`/${url}`);
  defineOrLeaveEmpty(parts, path, isFirst);
  const config: WindowConfig = { ...program.app.window, ...program.components[path] };
  backend.page = path;
  // Before it is created, so that its styles are there when it is first drawn.
  backend.setStyleSheet(path, true);
  const body = backend.getRootNode();
  const placeholder = backend.document.createElement('page');
  body.appendChild(placeholder);
  const root = associated.createRoot('page', codeSpace, decodable(url));
  const instance = root.get() as PageInstance;
  Object.assign(instance, {
    route: path,
    __route__: path,
    options: query,
    getOpenerEventChannel: () => opener,
  });
  const call = (name: string, ...values: unknown[]) => callPage(instance, name, values);

  const element = hostOf(root.getComponent());
  if (config.disableScroll) element.style.overflow = 'hidden';
  const pullDown = followPullDown(element, {
    enabled: () => config.enablePullDownRefresh === true,
    dots: config.backgroundTextStyle === 'light' ? 'light' : 'dark',
    onRefresh: () => call('onPullDownRefresh'),
  });
  followScroll(element, config.onReachBottomDistance ?? REACH_BOTTOM_DISTANCE, call);
  const tabBar = createCustomTabBar(parts, path, element);
  instance['getTabBar'] = () => tabBar?.get() ?? null;

  let loaded = false;
  let closed = false;
  let hadKeyboard: Element | null = null;
  return {
    path,
    url,
    instance,
    element,
    pullDown,
    call,
    show() {
      element.hidden = false;
      pullDown.show();
      backend.page = path;
      backend.setStyleSheet(path, true);
      const isFirst = !loaded;
      loaded = true;
      if (isFirst) {
        root.attach(body, placeholder);
        tabBar?.attach();
      }
      root.getComponent().triggerPageLifetime('show', []);
      tabBar?.tell('show');
      if (isFirst) call('onLoad', query);
      call('onShow');
      if (!isFirst) return;
      // After the components' own `ready`.
      queueMicrotask(() => queueMicrotask(() => closed || call('onReady')));
    },
    hide() {
      hadKeyboard = element.contains(document.activeElement) ? document.activeElement : null;
      root.getComponent().triggerPageLifetime('hide', []);
      tabBar?.tell('hide');
      call('onHide');
      element.hidden = true;
      pullDown.hide();
      backend.setStyleSheet(path, false);
    },
    takeKeyboard() {
      // Not from another phone beside this one.
      if (window.parent.document.hasFocus())
        (hadKeyboard as HTMLElement | null)?.focus({ preventScroll: true });
    },
    close() {
      closed = true;
      call('onUnload');
      backend.setStyleSheet(path, false);
      tabBar?.release();
      root.release();
      pullDown.hide();
      element.remove();
    },
  };
}

/** glass-easel decodes what it gives a page's properties, and breaks at a `%` that stands for nothing. */
function decodable(url: string): string {
  try {
    decodeURIComponent(url);
    return url;
  } catch {
    return url.replaceAll('%', '%25');
  }
}

/**
 * A page whose module throws is drawn without its code, as in WeChat: what lies under it is still there. Under the first
 * there is nothing: the phone shows the error in its place.
 */
function defineOrLeaveEmpty({ define, codeSpace }: PageParts, path: string, isFirst: boolean): void {
  try {
    define(path);
  } catch (error) {
    if (isFirst) throw error;
    reportMistake(`Page "${path}" has not been registered`, error);
    codeSpace.componentEnv(path, ({ Page }) => Page({}));
  }
}

function followScroll(element: HTMLElement, distance: number, call: PageView['call']): void {
  let atBottom = false;
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = element;
    call('onPageScroll', { scrollTop });
    const near = scrollHeight - clientHeight - scrollTop <= distance;
    if (near && !atBottom) call('onReachBottom');
    atBottom = near;
  });
}

/** What a page throws is told in the console, and the phone goes on. */
function callPage(page: PageInstance, name: string, values: unknown[]): unknown {
  const method = page[name];
  if (typeof method !== 'function') return undefined;
  try {
    return method.apply(page, values);
  } catch (error) {
    reportMistake(`${page.route}: ${name}`, error);
    return undefined;
  }
}
