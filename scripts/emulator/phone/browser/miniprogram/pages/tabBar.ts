/** The tab bar that the phone draws under the page (WeChat's documentation: reference/configuration/app, api/ui/tab-bar). */
import type { PhoneHost } from '../../host';
import { fileAddress } from '../files';
import type { Program } from './pageParts';
import { darkScheme, themed } from './windowLook';

export interface TabLook {
  text?: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface TabBarColors {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
}

export interface TabBarControl {
  /** The page that is on top now; the bar shows for its own pages alone. */
  showPage(path: string): void;
  setItem(index: number, look: TabLook): void;
  /** @param badge a text; `•` is a red dot; undefined takes it away */
  setBadge(index: number, badge: string | undefined): void;
  setColors(colors: TabBarColors): void;
  setVisible(visible: boolean): void;
  /** Whether there is a tab at this place. */
  has(index: number): boolean;
}

/** What stands for a red dot without a number. */
export const RED_DOT = '•';

export function createTabBar(program: Program, host: PhoneHost): TabBarControl {
  const config = program.app.tabBar;
  const items = (config?.list ?? []).map((item) => ({ ...item, badge: undefined as string | undefined }));
  let colors: TabBarColors = { ...config };
  let visible = true;
  let selected = -1;

  const address = (path: string | undefined) => {
    const named = themed(program, path);
    return named === undefined || named === ''
      ? undefined
      : new URL(fileAddress(`/${named.replace(/^\//, '')}`), document.baseURI).href;
  };
  const draw = () => {
    if (config === undefined || config.custom || !visible || selected < 0) return host.setTabBar(undefined);
    const onTop = config.position === 'top';
    host.setTabBar({
      position: onTop ? 'top' : 'bottom',
      color: themed(program, colors.color) ?? '#7a7e83',
      selectedColor: themed(program, colors.selectedColor) ?? '#3cc51f',
      backgroundColor: themed(program, colors.backgroundColor) ?? '#ffffff',
      borderStyle: themed(program, colors.borderStyle) === 'white' ? 'white' : 'black',
      selected,
      items: items.map(({ text, iconPath, selectedIconPath, badge }) => ({
        text: themed(program, text) ?? '',
        icon: onTop ? undefined : address(iconPath),
        selectedIcon: onTop ? undefined : address(selectedIconPath ?? iconPath),
        badge,
      })),
    });
  };
  darkScheme.addEventListener('change', draw);

  return {
    showPage(path) {
      selected = items.findIndex(({ pagePath }) => pagePath === path);
      draw();
    },
    setItem(index, { text, iconPath, selectedIconPath }) {
      const item = items[index];
      if (item === undefined) return;
      if (text !== undefined) item.text = text;
      if (iconPath !== undefined) item.iconPath = iconPath;
      if (selectedIconPath !== undefined) item.selectedIconPath = selectedIconPath;
      draw();
    },
    setBadge(index, badge) {
      const item = items[index];
      if (item !== undefined) item.badge = badge;
      draw();
    },
    setColors(changed) {
      colors = { ...colors, ...changed };
      draw();
    },
    setVisible(shown) {
      visible = shown;
      draw();
    },
    has: (index) => items[index] !== undefined,
  };
}
