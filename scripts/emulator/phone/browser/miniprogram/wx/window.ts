/** The bar above the page, and where the page stands (WeChat's documentation: api/ui/navigation-bar, scroll, pull-down-refresh). */
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

interface ScrollOptions {
  scrollTop?: number;
  selector?: string;
  /** Milliseconds. Default 300. */
  duration?: number;
  /** Pixels from the selector's top. */
  offsetTop?: number;
}

export function windowApi({ navigationBar, pages }: WxParts) {
  const change = navigationBar.change;
  const page = () => {
    const top = pages.top();
    if (top === undefined) throw new WxFailure('there is no page');
    return top;
  };
  return {
    setNavigationBarTitle: wxCall('setNavigationBarTitle', ({ title }: { title: string }) =>
      change({ title }),
    ),
    setNavigationBarColor: wxCall(
      'setNavigationBarColor',
      ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) =>
        change({ frontColor, backgroundColor }),
    ),
    showNavigationBarLoading: wxCall('showNavigationBarLoading', () => change({ loading: true })),
    hideNavigationBarLoading: wxCall('hideNavigationBarLoading', () => change({ loading: false })),
    hideHomeButton: wxCall('hideHomeButton', () => change({ homeHidden: true })),
    setBackgroundColor: wxCall('setBackgroundColor', ({ backgroundColor }: { backgroundColor?: string }) => {
      if (backgroundColor !== undefined) navigationBar.setBackground(backgroundColor);
    }),
    startPullDownRefresh: wxCall('startPullDownRefresh', () => page().pullDown.start()),
    stopPullDownRefresh: wxCall('stopPullDownRefresh', () => page().pullDown.stop()),
    pageScrollTo: wxCall(
      'pageScrollTo',
      ({ scrollTop, selector, duration = 300, offsetTop = 0 }: ScrollOptions) => {
        const { element, instance } = page();
        const target =
          selector === undefined ? null : instance._$.getShadowRoot()?.querySelector(selector)?.$$;
        const place =
          target instanceof HTMLElement
            ? element.scrollTop + target.getBoundingClientRect().top + offsetTop
            : (scrollTop ?? element.scrollTop);
        element.scrollTo({ top: place, behavior: duration > 0 ? 'smooth' : 'instant' });
      },
    ),
  };
}
