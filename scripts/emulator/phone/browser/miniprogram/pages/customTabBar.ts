/** The tab bar that a mini-program draws itself: each page of the bar has its own (WeChat's documentation: ability/custom-tabbar). */
import type { PageInstance, PageParts } from './pageParts';

const COMPONENT = 'custom-tab-bar/index';

export interface CustomTabBar {
  get(): PageInstance;
  /** Puts it into its page. */
  attach(): void;
  /** Its page is shown or hidden. */
  tell(lifetime: 'show' | 'hide'): void;
  release(): void;
}

/** @returns undefined for a page that has none */
export function createCustomTabBar(
  { program, codeSpace, backend, associated, define }: PageParts,
  path: string,
  page: HTMLElement,
): CustomTabBar | undefined {
  const { tabBar } = program.app;
  if (!tabBar?.custom || program.components[COMPONENT] === undefined) return undefined;
  if (!tabBar.list.some(({ pagePath }) => pagePath === path)) return undefined;
  define(COMPONENT);
  const root = associated.createRoot('custom-tab-bar', codeSpace, COMPONENT);
  return {
    get: () => root.get() as PageInstance,
    attach() {
      const placeholder = backend.document.createElement('custom-tab-bar');
      page.append(placeholder as unknown as Node);
      root.attach(page as never, placeholder);
    },
    tell: (lifetime) => root.getComponent().triggerPageLifetime(lifetime, []),
    release: () => root.release(),
  };
}
