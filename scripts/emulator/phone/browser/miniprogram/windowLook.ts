/** How the window looks for the page on top: title and colours, by app.json, the page's JSON and the theme. */
import type { MiniProgram, WindowConfig } from '../../program';
import type { PhoneHost } from '../host';

export interface NavigationBarControl {
  showPage(path: string, canGoBack: boolean): void;
  setTitle(title: string): void;
}

export const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

export function createNavigationBar(
  { app, themes, components }: Pick<MiniProgram, 'app' | 'themes' | 'components'>,
  host: PhoneHost,
): NavigationBarControl {
  let page = { path: '', canGoBack: false };
  let ownTitle: string | undefined;

  const draw = () => {
    const theme = app.darkmode && darkScheme.matches ? themes.dark : themes.light;
    const config = { ...app.window, ...components[page.path] };
    const look = (name: keyof WindowConfig, byDefault: string) => {
      const value = config[name] ?? byDefault;
      return value.startsWith('@') ? (theme[value.slice(1)] ?? byDefault) : value;
    };
    host.setNavigationBar({
      title: ownTitle ?? look('navigationBarTitleText', ''),
      backgroundColor: look('navigationBarBackgroundColor', '#000000'),
      textStyle: look('navigationBarTextStyle', 'white') === 'black' ? 'black' : 'white',
      canGoBack: page.canGoBack,
      custom: look('navigationStyle', 'default') === 'custom',
    });
    document.documentElement.style.colorScheme = app.darkmode ? 'light dark' : 'light';
    document.documentElement.style.backgroundColor = look('backgroundColor', '#ffffff');
  };
  darkScheme.addEventListener('change', draw);

  return {
    showPage(path, canGoBack) {
      page = { path, canGoBack };
      ownTitle = undefined;
      draw();
    },
    setTitle(title) {
      ownTitle = title;
      draw();
    },
  };
}
