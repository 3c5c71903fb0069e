/**
 * WeChat's font size: the letters of a page follow it where its `<page-meta>` says so (`root-font-size` or
 * `page-font-size` is `system`), and where the mini-program asks for it (wx.getAppBaseInfo). Nothing else grows (WeChat's
 * documentation: miniprogram/design/elderly, component/page-meta).
 */
import type { PhoneHost } from '../host';

/** The value of `system` in a style: it follows the setting while the page is open. */
export const SYSTEM_FONT_SIZE = 'var(--system-font-size)';

export function applyFontSize(host: PhoneHost): void {
  document.documentElement.style.setProperty('--system-font-size', `${host.fontSize().setting}px`);
}
