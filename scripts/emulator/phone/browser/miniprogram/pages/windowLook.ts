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

export interface NavigationBarControl {
  /** Begins anew for a page: what was changed before is that page's no more. */
  showPage(path: string, canGoBack: boolean, canGoHome: boolean): void;
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
  /** What each page has changed, by its path. */
  const changes = new Map<string, BarChange>();
  let page = { path: '', canGoBack: false, canGoHome: false };
  let background: string | undefined;

  const draw = () => {
    const isDark = app.darkmode === true && darkScheme.matches;
    const config: WindowConfig = { ...app.window, ...components[page.path] };
    const {
      title,
      backgroundColor,
      frontColor,
      loading = false,
      homeHidden = false,
    } = changes.get(page.path) ?? {};
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
      canGoBack: page.canGoBack,
      canGoHome: page.canGoHome && !homeHidden,
      custom: config.navigationStyle === 'custom',
      loading,
    });
    document.documentElement.style.backgroundColor =
      background ??
      themed(program, config.backgroundColorContent) ??
      look('backgroundColor', isDark ? DARK_BACKGROUND : '#ffffff');
  };
  document.documentElement.style.colorScheme = app.darkmode ? 'light dark' : 'light';
  document.documentElement.classList.toggle('dark-follows', app.darkmode === true);
  document.documentElement.classList.toggle('style-v2', app.style === 'v2');
  darkScheme.addEventListener('change', draw);

  return {
    showPage(path, canGoBack, canGoHome) {
      page = { path, canGoBack, canGoHome };
      background = undefined;
      draw();
    },
    change(change) {
      changes.set(page.path, { ...changes.get(page.path), ...change });
      draw();
    },
    setBackground(color) {
      background = color;
      draw();
    },
  };
}
