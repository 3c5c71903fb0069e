/** Pull-down refresh: the page follows the finger, and three dots show until `wx.stopPullDownRefresh`. */
import { followSwipe } from '../components/swipe';

export interface PullDown {
  /** Whether the user may pull now. */
  allowed(): boolean;
  /** As if the user had pulled. */
  start(): void;
  stop(): void;
  /** The page is shown again: what still goes on is seen again. */
  show(): void;
  /** The page is hidden or gone, and what lay beside it with it. */
  hide(): void;
}

interface Options {
  enabled(): boolean;
  dots: 'dark' | 'light';
  onRefresh(): void;
}

/** Pixels the page stays down while it is refreshed, and has to be pulled for that. */
const HEIGHT = 56;

export function followPullDown(page: HTMLElement, { enabled, dots, onRefresh }: Options): PullDown {
  const indicator = document.createElement('div');
  indicator.className = `wx-pull-down ${dots}`;
  indicator.setAttribute('role', 'status');
  indicator.setAttribute('aria-label', '正在刷新');
  indicator.append(...Array.from({ length: 3 }, () => document.createElement('i')));
  let refreshing = false;

  const place = (offset: number, animated: boolean) => {
    page.style.transition = animated ? 'transform 0.2s' : 'none';
    page.style.transform = offset === 0 ? '' : `translateY(${offset}px)`;
    if (offset === 0) indicator.remove();
    else if (!indicator.isConnected) page.before(indicator);
  };
  const stop = () => {
    refreshing = false;
    place(0, true);
  };
  const start = () => {
    if (refreshing) return;
    refreshing = true;
    place(HEIGHT, true);
    onRefresh();
  };
  const allowed = () => enabled() && !refreshing;
  followSwipe(page, {
    vertical: () => true,
    enabled: () => allowed() && page.scrollTop <= 0,
    accepts: (offset) => offset > 0,
    onMove: (offset) => place(Math.max(0, Math.min(offset / 2, HEIGHT * 2)), false),
    onEnd: (offset) => (offset / 2 >= HEIGHT ? start() : stop()),
  });
  const show = () => {
    if (refreshing) place(HEIGHT, false);
  };
  return { allowed, start, stop, show, hide: () => indicator.remove() };
}
