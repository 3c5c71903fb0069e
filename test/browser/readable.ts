/** What cannot be read or touched on a screen: text that is cut off or beside the screen, buttons on one another. */
import type { Frame, Page } from 'playwright-core';

// The browser's own; the tests' types have no document.
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
}
interface Drawn {
  childNodes: Iterable<{ nodeType: number; textContent: string }>;
  textContent: string;
  scrollWidth: number;
  clientWidth: number;
  scrollHeight: number;
  clientHeight: number;
  parentElement: Drawn | null;
  tagName: string;
  contains(other: Drawn): boolean;
  getBoundingClientRect(): Box;
  querySelectorAll(selector: string): Iterable<Drawn>;
}
declare const document: { querySelector(selector: string): Drawn | null };
declare const innerWidth: number;
declare function getComputedStyle(element: Drawn): {
  overflowX: string;
  overflowY: string;
  textOverflow: string;
  position: string;
};

/** @param root what is looked at: a selector */
export function unreadable(screen: Frame | Page, root: string): Promise<string[]> {
  return screen.evaluate((selector) => {
    const within = document.querySelector(selector);
    if (within === null) return [`there is no ${selector}`];
    const found: string[] = [];
    const all = [...within.querySelectorAll('*')];
    const isDrawn = ({ width, height }: Box) => width > 0 && height > 0;
    /** What scrolls can be scrolled to; what hides the rest cuts it off, but for an excerpt, which says so. */
    const isCut = (text: Box, around: Drawn | null): boolean => {
      if (around === null || around === within.parentElement) return false;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      if (textOverflow === 'ellipsis' || overflowX === 'auto' || overflowY === 'auto') return false;
      const isAcross = overflowX === 'hidden' && text.right > box.right + 1;
      const isBelow = overflowY === 'hidden' && text.bottom > box.bottom + 2;
      return isAcross || isBelow || isCut(text, around.parentElement);
    };
    for (const element of all) {
      const words = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
      const text = words
        .map(({ textContent }) => textContent.trim())
        .join('')
        .slice(0, 20);
      const box = element.getBoundingClientRect();
      if (text === '' || !isDrawn(box)) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      // An excerpt of a text that stands elsewhere ends in an ellipsis.
      if (textOverflow === 'ellipsis') continue;
      const isCutAcross = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const isCutBelow = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2;
      if (isCutAcross || isCutBelow || isCut(box, element.parentElement)) found.push(`cut off: ${text}`);
      if (box.left < -1 || box.right > innerWidth + 1) found.push(`beside the screen: ${text}`);
    }
    // What lies fixed over the page has its own place, and the rest scrolls under it.
    const isFixed = (element: Drawn | null): boolean =>
      element !== null &&
      (/^(fixed|sticky)$/.test(getComputedStyle(element).position) || isFixed(element.parentElement));
    const touched = [
      ...within.querySelectorAll('button, [role=button], [role=checkbox], [role=radio], input'),
    ]
      .filter((element) => isDrawn(element.getBoundingClientRect()) && !isFixed(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    for (const [index, one] of touched.entries()) {
      for (const other of touched.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 1) {
          found.push(
            `on one another: ${one.element.textContent.trim()} and ${other.element.textContent.trim()}`,
          );
        }
      }
    }
    return found;
  }, root);
}
