/** `<scroll-view>`'s own refresher: what is pulled into sight above its content (WeChat's documentation: component/scroll-view). */
import type { Element as ComponentElement, GeneralComponent } from 'glass-easel';
import { hostOf } from './element';
import { followSwipe } from './swipe';

export interface Refresher {
  enable(enabled: boolean): void;
  /** The property `refresher-triggered`: true is as if the user had pulled, false puts it back. */
  trigger(triggered: boolean): void;
}

interface RefresherData {
  refresherEnabled: boolean;
  /** Pixels. */
  refresherThreshold: number;
  /** `none` leaves it to what the page puts into the slot `refresher`. */
  refresherDefaultStyle: string;
  refresherBackground: string;
}

export function createRefresher(scrollView: GeneralComponent): Refresher {
  const host = hostOf(scrollView);
  const data = () => scrollView.data as unknown as RefresherData;
  const dots = createDots();
  let refreshing = false;
  /** How far it is in sight, in pixels. */
  let shown = 0;

  const draw = (animated: boolean) => {
    const { refresherEnabled, refresherDefaultStyle, refresherBackground } = data();
    const own = slotted(scrollView);
    own?.toggleAttribute('hidden', !refresherEnabled);
    const drawn = own ?? (refresherDefaultStyle === 'none' ? undefined : dots);
    if (!refresherEnabled || drawn === undefined) return dots.remove();
    if (drawn === dots && !dots.isConnected) host.prepend(dots);
    dots.classList.toggle('light', refresherDefaultStyle === 'white');
    dots.style.backgroundColor = refresherBackground;
    drawn.style.transition = animated ? 'margin-top 0.2s' : 'none';
    drawn.style.marginTop = `${shown - drawn.offsetHeight}px`;
  };
  const show = (to: number, animated: boolean) => {
    shown = to;
    draw(animated);
  };
  const refresh = () => {
    refreshing = true;
    show(data().refresherThreshold, true);
    scrollView.setData({ refresherTriggered: true });
    scrollView.triggerEvent('refresherrefresh', { dy: shown });
  };
  followSwipe(host, {
    vertical: () => true,
    enabled: () => data().refresherEnabled && !refreshing && host.scrollTop <= 0,
    accepts: (offset) => offset > 0,
    onMove(offset) {
      show(Math.max(0, offset / 2), false);
      scrollView.triggerEvent('refresherpulling', { dy: shown });
    },
    onEnd(offset) {
      if (offset / 2 >= data().refresherThreshold) return refresh();
      show(0, true);
      scrollView.triggerEvent('refresherabort', { dy: Math.max(0, offset / 2) });
    },
  });
  return {
    enable: () => requestAnimationFrame(() => draw(false)),
    trigger(triggered) {
      if (triggered === refreshing) return;
      if (triggered) return refresh();
      refreshing = false;
      show(0, true);
      scrollView.triggerEvent('refresherrestore', { dy: 0 });
    },
  };
}

/** What the page has put into the slot `refresher`. */
function slotted(scrollView: GeneralComponent): HTMLElement | undefined {
  const child = scrollView.childNodes.find(
    (node): node is ComponentElement => 'slot' in node && node.slot === 'refresher',
  );
  return child && hostOf(child);
}

function createDots(): HTMLElement {
  const dots = document.createElement('div');
  dots.className = 'wx-pull-down wx-refresher';
  dots.setAttribute('role', 'status');
  dots.setAttribute('aria-label', '正在刷新');
  dots.append(...Array.from({ length: 3 }, () => document.createElement('i')));
  return dots;
}
