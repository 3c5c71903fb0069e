/** Navigation between pages (WeChat's documentation: api/route). */
import { wxCall } from './call';
import type { WxParts } from './parts';

interface UrlOptions {
  url: string;
}

export function navigationApi({ pages }: WxParts) {
  return {
    navigateTo: wxCall('navigateTo', ({ url }: UrlOptions) => pages.navigateTo(url)),
    redirectTo: wxCall('redirectTo', ({ url }: UrlOptions) => pages.redirectTo(url)),
    reLaunch: wxCall('reLaunch', ({ url }: UrlOptions) => pages.reLaunch(url)),
    navigateBack: wxCall('navigateBack', ({ delta = 1 }: { delta?: number }) => pages.navigateBack(delta)),
  };
}
