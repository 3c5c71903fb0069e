/** `<scroll-view>` (WeChat's documentation: component/scroll-view). */
import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import { toLength } from '../nodes/transform';
import { builtIn, hostOf, setAttribute } from './element';
import { offerNode } from './nodes';
import { createRefresher, type Refresher } from './refresher';

export function defineScrollView(space: ComponentSpace) {
  return (
    builtIn(space, 'scroll-view')
      .property('scrollX', Boolean)
      .property('scrollY', Boolean)
      .property('upperThreshold', { type: null, value: 50 })
      .property('lowerThreshold', { type: null, value: 50 })
      // The observer of a property is told of another value alone: the same again moves nothing, wherever the user has
      // scrolled to meanwhile (seen by developers, who set another value first).
      .property('scrollTop', {
        type: null,
        observer(this: GeneralComponent, top: unknown) {
          if (top !== null) move(this, { top: pixels(top) });
        },
      })
      .property('scrollLeft', {
        type: null,
        observer(this: GeneralComponent, left: unknown) {
          if (left !== null) move(this, { left: pixels(left) });
        },
      })
      .property('scrollIntoView', {
        type: String,
        observer(this: GeneralComponent, id: string) {
          if (id !== '') requestAnimationFrame(() => scrollTo(hostOf(this), id, isAnimated(this)));
        },
      })
      .property('scrollWithAnimation', Boolean)
      .property('enableFlex', Boolean)
      .property('showScrollbar', { type: Boolean, value: true })
      .property('refresherEnabled', Boolean)
      .property('refresherTriggered', Boolean)
      .property('refresherThreshold', { type: Number, value: 45 })
      .property('refresherDefaultStyle', { type: String, value: 'black' })
      .property('refresherBackground', { type: String, value: '#FFF' })
      .property('enableBackToTop', Boolean)
      .property('scrollAnchoring', Boolean)
      .property('enhanced', Boolean)
      .property('bounces', { type: Boolean, value: true })
      .property('pagingEnabled', Boolean)
      .property('fastDeceleration', Boolean)
      .property('enablePassive', null)
      .property('type', String)
      .property('usingSticky', Boolean)
      .init(({ self, lifetime, observer }) => {
        observer('scrollX', (on) => hostOf(self).toggleAttribute('scroll-x', on));
        observer('scrollY', (on) => hostOf(self).toggleAttribute('scroll-y', on));
        observer('enableFlex', (on) => hostOf(self).toggleAttribute('enable-flex', on));
        observer('type', (type) => setAttribute(hostOf(self), 'type', type));
        observer('showScrollbar', (on) => hostOf(self).toggleAttribute('no-scrollbar', !on));
        let refresher: Refresher | undefined;
        lifetime('created', () => holdContent(hostOf(self)));
        lifetime('attached', () => {
          followScroll(self);
          requestAnimationFrame(() => warnOfFlex(self));
          refresher = createRefresher(self);
          refresher.enable(self.data.refresherEnabled);
          if (self.data.refresherTriggered) refresher.trigger(true);
        });
        observer('refresherEnabled', (enabled) => refresher?.enable(enabled));
        observer('refresherTriggered', (triggered) => refresher?.trigger(triggered));
        offerNode(self, () => ({ node: scrollContext(hostOf(self)), context: scrollContext(hostOf(self)) }));
      })
      .registerComponent()
  );
}

const CHANGES = ['appendChild', 'insertBefore', 'replaceChild', 'removeChild'] as const;

/**
 * In WeChat an element of its own is round the content, so that `display: flex` on the component reaches the content
 * with `enable-flex` alone, and `scroll-view > view` never does.
 */
function holdContent(host: HTMLElement): void {
  const content = document.createElement('div');
  content.className = 'wx-scroll-view';
  host.append(content);
  for (const change of CHANGES) Object.assign(host, { [change]: content[change].bind(content) });
}

/** In WeChat's words (the base library's own check: github.com/ijry/uview-plus, scripts/verify-tabs-scroll-view-flex.mjs). */
function warnOfFlex(self: GeneralComponent): void {
  if (self.data['enableFlex'] === true || getComputedStyle(hostOf(self)).display !== 'flex') return;
  console.warn('[Component] <scroll-view>: 设置 enable-flex 属性以使 flexbox 布局生效');
}

/** After the content of the same update. */
function move(self: GeneralComponent, to: ScrollToOptions): void {
  requestAnimationFrame(() =>
    hostOf(self).scrollTo({ ...to, behavior: isAnimated(self) ? 'smooth' : 'instant' }),
  );
}

const isAnimated = (self: GeneralComponent) => self.data['scrollWithAnimation'] === true;

interface ScrollData {
  scrollX: boolean;
  scrollY: boolean;
  upperThreshold: unknown;
  lowerThreshold: unknown;
}

function followScroll(self: GeneralComponent): void {
  const host = hostOf(self);
  let last = { left: 0, top: 0 };
  let atStart = true;
  let atEnd = false;
  host.addEventListener('scroll', () => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = host;
    const { scrollY, upperThreshold, lowerThreshold } = self.data as unknown as ScrollData;
    const deltaX = last.left - scrollLeft;
    const deltaY = last.top - scrollTop;
    last = { left: scrollLeft, top: scrollTop };
    self.triggerEvent('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
    const before = scrollY ? scrollTop : scrollLeft;
    const after = scrollY ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft;
    const nowAtStart = before <= pixels(upperThreshold);
    const nowAtEnd = after <= pixels(lowerThreshold);
    if (nowAtStart && !atStart) self.triggerEvent('scrolltoupper', { direction: scrollY ? 'top' : 'left' });
    if (nowAtEnd && !atEnd) self.triggerEvent('scrolltolower', { direction: scrollY ? 'bottom' : 'right' });
    atStart = nowAtStart;
    atEnd = nowAtEnd;
  });
}

function scrollTo(host: HTMLElement, id: string, smooth: boolean): void {
  const target = host.querySelector(`[id="${CSS.escape(id)}"]`);
  if (target === null) return;
  const from = host.getBoundingClientRect();
  const to = target.getBoundingClientRect();
  host.scrollBy({
    top: to.top - from.top,
    left: to.left - from.left,
    behavior: smooth ? 'smooth' : 'instant',
  });
}

/** `ScrollViewContext` (WeChat's documentation: api/ui/scroll/ScrollViewContext). */
const scrollContext = (host: HTMLElement) => ({
  scrollTo({ top, left, animated = true }: { top?: number; left?: number; animated?: boolean }) {
    host.scrollTo({
      ...(top !== undefined && { top }),
      ...(left !== undefined && { left }),
      behavior: animated ? 'smooth' : 'instant',
    });
  },
  scrollIntoView: (selector: string) => host.querySelector(selector)?.scrollIntoView({ behavior: 'smooth' }),
});

/** A number, or a length with a unit. */
function pixels(value: unknown): number {
  if (typeof value === 'number') return value;
  const length = toLength(value);
  const number = Number.parseFloat(length) || 0;
  return length.endsWith('vw') ? (number * window.innerWidth) / 100 : number;
}
