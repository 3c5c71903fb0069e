/** Components that lie over the page, or ask how it is shown: `<navigation-bar>`, `<page-container>`, `<match-media>`. */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

/** What `<navigation-bar>` may change. */
export interface NavigationBarChange {
  title?: string;
  backgroundColor?: string;
  /** `#ffffff` or `#000000`. */
  frontColor?: string;
  loading?: boolean;
}

/** (WeChat's documentation: component/navigation-bar). */
export function defineNavigationBar(space: ComponentSpace, change: (change: NavigationBarChange) => void) {
  return builtIn(space, 'navigation-bar')
    .property('title', String)
    .property('loading', Boolean)
    .property('frontColor', String)
    .property('backgroundColor', String)
    .property('colorAnimationDuration', Number)
    .property('colorAnimationTimingFunc', String)
    .observer('title', (title) => change({ title }))
    .observer('loading', (loading) => change({ loading }))
    .observer('frontColor', (frontColor) => change({ frontColor }))
    .observer('backgroundColor', (backgroundColor) => change({ backgroundColor }))
    .registerComponent();
}

/** (WeChat's documentation: component/page-container). */
export function definePageContainer(space: ComponentSpace) {
  return builtIn(space, 'page-container')
    .property('show', Boolean)
    .property('duration', { type: Number, value: 300 })
    .property('zIndex', { type: Number, value: 100 })
    .property('overlay', { type: Boolean, value: true })
    .property('position', { type: String, value: 'bottom' })
    .property('round', Boolean)
    .property('closeOnSlideDown', Boolean)
    .property('overlayStyle', String)
    .property('customStyle', String)
    .observer('show', function (show) {
      const phases = show ? ['beforeenter', 'enter', 'afterenter'] : ['beforeleave', 'leave', 'afterleave'];
      hostOf(this).toggleAttribute('show', show);
      for (const phase of phases) this.triggerEvent(phase, {});
    })
    .observer(['position', 'zIndex', 'round'], function (position, zIndex, round) {
      const host = hostOf(this);
      host.dataset['position'] = position;
      host.toggleAttribute('round', round);
      host.style.zIndex = String(zIndex);
    })
    .registerComponent();
}

/** Shows its content while the screen matches (WeChat's documentation: component/match-media). */
export function defineMatchMedia(space: ComponentSpace) {
  return builtIn(space, 'match-media')
    .property('minWidth', Number)
    .property('maxWidth', Number)
    .property('width', Number)
    .property('minHeight', Number)
    .property('maxHeight', Number)
    .property('height', Number)
    .property('orientation', String)
    .lifetime('attached', function () {
      const { minWidth, maxWidth, width, orientation } = this.data;
      const { innerWidth } = window;
      const matches =
        (minWidth === 0 || innerWidth >= minWidth) &&
        (maxWidth === 0 || innerWidth <= maxWidth) &&
        (width === 0 || innerWidth === width) &&
        (orientation === '' || orientation === 'portrait');
      hostOf(this).style.display = matches ? '' : 'none';
    })
    .registerComponent();
}
