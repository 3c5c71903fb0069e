/** Navigation between pages (WeChat's documentation: api/route). */
import type { Navigation } from '../components/navigator';
import type { createEventChannels } from '../pages/eventChannel';
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

interface UrlOptions {
  url: string;
}

interface NavigateOptions extends UrlOptions {
  events?: Parameters<typeof createEventChannels>[0];
}

export function navigationApi({ pages }: WxParts) {
  const noOther = () => {
    throw new WxFailure('the emulator has no other mini-program');
  };
  return {
    navigateTo: wxCall('navigateTo', async ({ url, events }: NavigateOptions) => {
      const { eventChannel, ended } = pages.navigateTo(url, events);
      // What `success` emits is heard in the page that has been opened (WeChat's documentation: wx.navigateTo).
      await ended;
      return { eventChannel };
    }),
    redirectTo: wxCall('redirectTo', ({ url }: UrlOptions) => pages.redirectTo(url)),
    switchTab: wxCall('switchTab', ({ url }: UrlOptions) => pages.switchTab(url)),
    reLaunch: wxCall('reLaunch', ({ url }: UrlOptions) => pages.reLaunch(url)),
    navigateBack: wxCall('navigateBack', ({ delta = 1 }: { delta?: number }) => pages.navigateBack(delta)),
    navigateToMiniProgram: wxCall('navigateToMiniProgram', noOther),
    navigateBackMiniProgram: wxCall('navigateBackMiniProgram', noOther),
  };
}

/** What `<navigator>` does with its `open-type`. */
export const navigateBy = ({ pages }: WxParts): Navigation => ({
  go(openType, url, delta) {
    if (openType === 'redirect') return pages.redirectTo(url);
    if (openType === 'switchTab') return pages.switchTab(url);
    if (openType === 'reLaunch') return pages.reLaunch(url);
    if (openType === 'navigateBack') return pages.navigateBack(delta);
    return pages.navigateTo(url).ended;
  },
});
