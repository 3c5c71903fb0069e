/** `<page-meta>`: the style of its page and the size of its letters (WeChat's documentation: component/page-meta). */
import type { ComponentSpace } from 'glass-easel';
import { rpxToViewport } from '../../../rpx';
import { SYSTEM_FONT_SIZE } from '../fontSize';
import { builtIn, hostOf } from './element';

export function definePageMeta(space: ComponentSpace) {
  return builtIn(space, 'page-meta')
    .property('pageStyle', String)
    .property('bodyStyle', String)
    .property('rootFontSize', String)
    .property('pageFontSize', String)
    .property('rootBackgroundColor', String)
    .property('backgroundColor', String)
    .property('backgroundTextStyle', String)
    .property('scrollTop', null)
    .init(({ self, lifetime, pageLifetime, observer }) => {
      const page = () => hostOf(self).closest<HTMLElement>('page');
      let shown = false;
      let styled: string[] = [];
      const style = () => {
        const element = page();
        if (element === null) return;
        // The page's element has a style of the phone's too: where a refresh has moved it.
        for (const name of styled) element.style.removeProperty(name);
        const { pageStyle, pageFontSize } = self.data;
        const own = document.createElement('page').style;
        own.cssText = rpxToViewport(pageStyle);
        if (pageFontSize !== '') own.fontSize = fontSize(pageFontSize);
        styled = [...own];
        for (const name of styled) {
          element.style.setProperty(name, own.getPropertyValue(name), own.getPropertyPriority(name));
        }
      };
      // All pages lie in one document: the page on top says how large a rem is.
      const sizeRoot = () => {
        if (shown) document.documentElement.style.fontSize = fontSize(self.data.rootFontSize);
      };
      const leave = () => {
        if (shown) document.documentElement.style.fontSize = '';
        shown = false;
      };
      const scroll = () => {
        const top = Number.parseFloat(String(self.data.scrollTop));
        if (!Number.isNaN(top)) page()?.scrollTo({ top });
      };
      observer(['pageStyle', 'pageFontSize'], style);
      observer('rootFontSize', sizeRoot);
      observer('scrollTop', scroll);
      // What the template says at first comes before the component is in its page.
      lifetime('attached', () => {
        shown = page()?.hidden === false;
        style();
        sizeRoot();
        scroll();
      });
      pageLifetime('show', () => {
        shown = true;
        sizeRoot();
      });
      pageLifetime('hide', leave);
      lifetime('detached', leave);
    })
    .registerComponent();
}

const fontSize = (size: string) => (size === 'system' ? SYSTEM_FONT_SIZE : size);
