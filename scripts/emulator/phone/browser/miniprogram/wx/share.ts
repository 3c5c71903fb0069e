/** Whether a page's menu offers to forward it (WeChat's documentation: api/share). */
import { wxCall } from './call';
import type { WxParts } from './parts';

interface MenuOptions {
  menus?: string[];
}

export function shareApi({ sharing }: WxParts) {
  return {
    showShareMenu: wxCall('showShareMenu', () => sharing.offer(true)),
    hideShareMenu: wxCall('hideShareMenu', ({ menus = ['shareAppMessage'] }: MenuOptions) => {
      if (menus.includes('shareAppMessage')) sharing.offer(false);
    }),
  };
}
