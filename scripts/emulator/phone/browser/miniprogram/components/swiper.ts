/** `<swiper>` and `<swiper-item>` (WeChat's documentation: component/swiper). */
import type { ComponentSpace } from 'glass-easel';
import { toLength } from '../nodes/transform';
import { builtIn, hostOf } from './element';
import { followSwipe } from './swipe';
import { nextInTurn, shownAs, stepsAway } from './swiperOrder';

/** What moved it: `detail.source` of the change event. */
type Source = 'autoplay' | 'touch' | '';

export function defineSwiper(space: ComponentSpace) {
  return builtIn(space, 'swiper')
    .property('indicatorDots', Boolean)
    .property('indicatorColor', { type: String, value: 'rgba(0, 0, 0, .3)' })
    .property('indicatorActiveColor', { type: String, value: '#000000' })
    .property('autoplay', Boolean)
    .property('current', Number)
    .property('currentItemId', String)
    .property('interval', { type: Number, value: 5000 })
    .property('duration', { type: Number, value: 500 })
    .property('circular', Boolean)
    .property('vertical', Boolean)
    .property('previousMargin', { type: String, value: '0px' })
    .property('nextMargin', { type: String, value: '0px' })
    .property('displayMultipleItems', { type: Number, value: 1 })
    .property('easingFunction', { type: String, value: 'default' })
    .property('snapToEdge', Boolean)
    .property('disableTouch', Boolean)
    .init(({ self, lifetime, observer }) => {
      const dots = document.createElement('div');
      dots.setAttribute('aria-hidden', 'true');
      let timer: number | undefined;
      let current = 0;

      const items = () =>
        [...hostOf(self).children].filter((child): child is HTMLElement => child.matches('wx-swiper-item'));
      const order = () => {
        const { circular, displayMultipleItems: together } = self.data;
        return { count: items().length, circular, together };
      };
      /** @param from where it was: an item that goes round to the other side is not seen on its way */
      const draw = (animated: boolean, { offset = 0, from = current } = {}) => {
        const { vertical, duration, previousMargin, nextMargin, displayMultipleItems } = self.data;
        const shown = items();
        const [before, after] = [toLength(previousMargin), toLength(nextMargin)];
        const size = `calc((100% - ${before} - ${after}) / ${displayMultipleItems})`;
        shown.forEach((item, index) => {
          const steps = stepsAway(index, current, order(), offset);
          const jumps = Math.abs(steps - stepsAway(index, from, order(), 0)) > shown.length / 2;
          item.style.transition = animated && !jumps ? `transform ${duration}ms` : 'none';
          item.style.setProperty(vertical ? 'height' : 'width', size);
          // No inline `left`: ColorUI's cards have one of their own.
          const place = `calc(${before} + ${steps * 100}% + ${offset}px)`;
          item.style.transform = vertical ? `translate(0, ${place})` : `translate(${place}, 0)`;
        });
        drawDots(dots, self.data, shown.length, current);
      };
      const go = (to: number, source: Source) => {
        if (items().length === 0) return;
        const from = current;
        current = shownAs(to, order());
        draw(true, { from });
        if (current === from) return;
        if (source !== '') self.setData({ current });
        const detail = { current, currentItemId: items()[current]?.dataset['itemId'] ?? '', source };
        self.triggerEvent('change', detail);
        window.setTimeout(() => self.triggerEvent('animationfinish', detail), self.data.duration);
      };
      const play = () => {
        window.clearInterval(timer);
        if (!self.data.autoplay) return;
        timer = window.setInterval(() => go(nextInTurn(current, order()), 'autoplay'), self.data.interval);
      };

      lifetime('attached', () => {
        const host = hostOf(self);
        host.append(dots);
        // Items come and go with the page's data, and `current` may have named one before it was there.
        const drawAnew = () => {
          current = shownAs(self.data.current, order());
          draw(false);
        };
        new MutationObserver(drawAnew).observe(host, { childList: true });
        drawAnew();
        play();
        followSwipe(host, {
          vertical: () => self.data.vertical,
          enabled: () => !self.data.disableTouch && items().length > 0,
          onMove(offset) {
            window.clearInterval(timer);
            draw(false, { offset });
            self.triggerEvent(
              'transition',
              self.data.vertical ? { dx: 0, dy: -offset } : { dx: -offset, dy: 0 },
            );
          },
          onEnd(offset, size) {
            go(current - (Math.abs(offset) > size / 4 ? Math.sign(offset) : 0), 'touch');
            play();
          },
        });
      });
      lifetime('detached', () => window.clearInterval(timer));
      observer('current', (to) => to !== current && go(to, ''));
      observer('currentItemId', (id) => {
        const named = items().findIndex(({ dataset }) => dataset['itemId'] === id);
        if (named >= 0) go(named, '');
      });
      observer(['autoplay', 'interval'], play);
      observer(
        [
          'indicatorDots',
          'indicatorColor',
          'indicatorActiveColor',
          'vertical',
          'previousMargin',
          'nextMargin',
          'displayMultipleItems',
        ],
        () => draw(false),
      );
    })
    .registerComponent();
}

interface DotLook {
  indicatorDots: boolean;
  indicatorColor: string;
  indicatorActiveColor: string;
  vertical: boolean;
}

/** The class names are WeChat's own: style sheets of many mini-programs name them. */
function drawDots(dots: HTMLElement, look: DotLook, count: number, current: number): void {
  dots.hidden = !look.indicatorDots;
  dots.className = `wx-swiper-dots wx-swiper-dots-${look.vertical ? 'vertical' : 'horizontal'}`;
  dots.replaceChildren(
    ...Array.from({ length: count }, (_, index) => {
      const dot = document.createElement('div');
      dot.className = 'wx-swiper-dot';
      dot.classList.toggle('wx-swiper-dot-active', index === current);
      dot.style.backgroundColor = index === current ? look.indicatorActiveColor : look.indicatorColor;
      return dot;
    }),
  );
}

export function defineSwiperItem(space: ComponentSpace) {
  return builtIn(space, 'swiper-item')
    .property('itemId', String)
    .property('skipHiddenItemLayout', Boolean)
    .observer('itemId', function (id) {
      hostOf(this).dataset['itemId'] = id;
    })
    .registerComponent();
}
