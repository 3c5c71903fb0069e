/** The tab bar (WeChat's documentation: api/ui/tab-bar). */
import { RED_DOT, type TabBarColors, type TabLook } from '../pages/tabBar';
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

interface IndexOptions {
  index: number;
}

/** 超过 4 个字符则显示成 ... */
const MAX_BADGE_CHARACTERS = 4;

export function tabBarApi({ program, pages, tabBar }: WxParts) {
  const isTabPage = () => {
    const path = pages.top()?.path;
    return program.app.tabBar?.list.some(({ pagePath }) => pagePath === path) ?? false;
  };
  const change = <O extends object>(name: string, act: (options: O) => void) =>
    wxCall(name, (options: O) => {
      if (!isTabPage()) throw new WxFailure('not TabBar page');
      act(options);
    });
  const changeItem = <O extends IndexOptions>(name: string, act: (options: O) => void) =>
    change(name, (options: O) => {
      if (!tabBar.has(options.index)) throw new WxFailure('tabbar item not found');
      act(options);
    });
  return {
    setTabBarBadge: changeItem('setTabBarBadge', ({ index, text }: IndexOptions & { text: string }) =>
      tabBar.setBadge(index, [...text].length > MAX_BADGE_CHARACTERS ? '…' : text),
    ),
    removeTabBarBadge: changeItem('removeTabBarBadge', ({ index }) => tabBar.setBadge(index, undefined)),
    showTabBarRedDot: changeItem('showTabBarRedDot', ({ index }) => tabBar.setBadge(index, RED_DOT)),
    hideTabBarRedDot: changeItem('hideTabBarRedDot', ({ index }) => tabBar.setBadge(index, undefined)),
    setTabBarItem: changeItem('setTabBarItem', ({ index, ...look }: IndexOptions & TabLook) =>
      tabBar.setItem(index, look),
    ),
    setTabBarStyle: change('setTabBarStyle', (colors: TabBarColors) => tabBar.setColors(colors)),
    showTabBar: change('showTabBar', () => tabBar.setVisible(true)),
    hideTabBar: change('hideTabBar', () => tabBar.setVisible(false)),
  };
}
