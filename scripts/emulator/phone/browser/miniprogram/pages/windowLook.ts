/** How the window looks for the page on top: title and colours, by app.json, the page's JSON and the theme. */
import type { MiniProgram, WindowConfig } from '../../../program';
import type { NavigationBar, PhoneHost } from '../../host';

/** What a page may change of the bar while it runs. */
export interface BarChange {
  title?: string;
  backgroundColor?: string;
  /** `#ffffff` or `#000000`. */
  frontColor?: string;
  loading?: boolean;
  homeHidden?: boolean;
}

/** What one open page has made of its window; two pages of the same path have one each. */
export interface PageWindow {
  readonly path: string;
  changes: BarChange;
  /** The colour behind the page. */
  background?: string;
}

export interface NavigationBarControl {
  /** A page is being made: what its `onLoad` changes is its own, and is seen when it is shown. */
  createWindow(path: string): PageWindow;
  showWindow(shown: PageWindow, canGoBack: boolean, canGoHome: boolean): void;
  change(change: BarChange): void;
  /** The colour behind the page. */
  setBackground(color: string): void;
}

/** Behind a page that follows dark mode and names no colour of its own. */
const DARK_BACKGROUND = '#191919';

export const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

type Look = Pick<MiniProgram, 'app' | 'themes' | 'components'>;

/** The value of app.json's or a page's window; a name in theme.json is looked up. */
export function themed({ app, themes }: Look, value: string | undefined): string | undefined {
  if (value?.startsWith('@') !== true) return value;
  const theme = app.darkmode && darkScheme.matches ? themes.dark : themes.light;
  return theme[value.slice(1)];
}

export function createNavigationBar(program: Look, host: PhoneHost): NavigationBarControl {
  const { app, components } = program;
  /** Of the page that was made or shown last: WeChat's calls change this one. */
  let page: PageWindow = { path: '', changes: {} };
  let way = { canGoBack: false, canGoHome: false };

  const draw = () => {
    const isDark = app.darkmode === true && darkScheme.matches;
    const config: WindowConfig = { ...app.window, ...components[page.path] };
    const { title, backgroundColor, frontColor, loading = false, homeHidden = false } = page.changes;
    const look = (
      name: 'navigationBarBackgroundColor' | 'navigationBarTextStyle' | 'backgroundColor',
      byDefault: string,
    ) => themed(program, config[name]) ?? byDefault;
    const textStyle: NavigationBar['textStyle'] =
      (frontColor ?? look('navigationBarTextStyle', 'white')).replace('#000000', 'black') === 'black'
        ? 'black'
        : 'white';
    host.setNavigationBar({
      title: title ?? themed(program, config.navigationBarTitleText) ?? '',
      backgroundColor: backgroundColor ?? look('navigationBarBackgroundColor', '#000000'),
      textStyle,
      canGoBack: way.canGoBack,
      canGoHome: way.canGoHome && !homeHidden,
      custom: config.navigationStyle === 'custom',
      loading,
    });
    document.documentElement.style.backgroundColor =
      page.background ??
      themed(program, config.backgroundColorContent) ??
      look('backgroundColor', isDark ? DARK_BACKGROUND : '#ffffff');
  };
  document.documentElement.style.colorScheme = app.darkmode ? 'light dark' : 'light';
  document.documentElement.classList.toggle('dark-follows', app.darkmode === true);
  document.documentElement.classList.toggle('style-v2', app.style === 'v2');
  darkScheme.addEventListener('change', draw);

  let shown = page;
  const drawShown = () => {
    if (page === shown) draw();
  };
  return {
    createWindow(path) {
      page = { path, changes: {} };
      return page;
    },
    showWindow(window, canGoBack, canGoHome) {
      page = window;
      shown = window;
      way = { canGoBack, canGoHome };
      draw();
    },
    change(change) {
      page.changes = { ...page.changes, ...change };
      drawShown();
    },
    setBackground(color) {
      page.background = color;
      drawShown();
    },
  };
}
