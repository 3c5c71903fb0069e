/** `<swiper>` and `<swiper-item>` (WeChat's documentation: component/swiper). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';
import { followSwipe } from './swipe';

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
      dots.className = 'dots';
      dots.setAttribute('aria-hidden', 'true');
      let timer: number | undefined;
      let current = 0;

      const items = () =>
        [...hostOf(self).children].filter((child): child is HTMLElement => child.matches('wx-swiper-item'));
      const draw = (animated: boolean, offset = 0) => {
        const { vertical, duration, previousMargin, nextMargin, displayMultipleItems } = self.data;
        const shown = items();
        shown.forEach((item, index) => {
          const size = `calc((100% - ${previousMargin} - ${nextMargin}) / ${displayMultipleItems})`;
          item.style.transition = animated ? `transform ${duration}ms` : 'none';
          item.style.setProperty(vertical ? 'height' : 'width', size);
          item.style[vertical ? 'top' : 'left'] = previousMargin;
          const place = `calc(${(index - current) * 100}% + ${offset}px)`;
          item.style.transform = vertical ? `translate(0, ${place})` : `translate(${place}, 0)`;
        });
        drawDots(dots, self.data, shown.length, current);
        dots.classList.toggle('vertical', vertical);
      };
      const go = (to: number, source: 'autoplay' | 'touch' | '') => {
        const count = items().length;
        if (count === 0) return;
        const next = self.data.circular ? (to + count) % count : Math.max(0, Math.min(to, count - 1));
        const changed = next !== current;
        current = next;
        draw(true);
        if (!changed) return;
        if (source !== '') self.setData({ current });
        const detail = { current, currentItemId: items()[current]?.dataset['itemId'] ?? '', source };
        self.triggerEvent('change', detail);
        window.setTimeout(() => self.triggerEvent('animationfinish', detail), self.data.duration);
      };
      const play = () => {
        window.clearInterval(timer);
        if (self.data.autoplay)
          timer = window.setInterval(() => go(current + 1, 'autoplay'), self.data.interval);
      };

      lifetime('attached', () => {
        const host = hostOf(self);
        host.append(dots);
        current = self.data.current;
        // Items come and go with the page's data.
        new MutationObserver(() => draw(false)).observe(host, { childList: true });
        draw(false);
        play();
        followSwipe(host, {
          vertical: () => self.data.vertical,
          enabled: () => !self.data.disableTouch,
          onMove: (offset) => draw(false, offset),
          onEnd: (offset, size) =>
            go(current - (Math.abs(offset) > size / 4 ? Math.sign(offset) : 0), 'touch'),
        });
      });
      lifetime('detached', () => window.clearInterval(timer));
      observer('current', (to) => to !== current && go(to, ''));
      observer(['autoplay', 'interval'], play);
      observer(['indicatorDots', 'indicatorColor', 'indicatorActiveColor', 'vertical'], () => draw(false));
    })
    .registerComponent();
}

interface DotLook {
  indicatorDots: boolean;
  indicatorColor: string;
  indicatorActiveColor: string;
}

function drawDots(dots: HTMLElement, look: DotLook, count: number, current: number): void {
  dots.hidden = !look.indicatorDots;
  dots.replaceChildren(
    ...Array.from({ length: count }, (_, index) => {
      const dot = document.createElement('i');
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
