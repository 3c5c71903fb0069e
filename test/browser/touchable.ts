/** What is too small for a finger: less than 44 CSS pixels high or wide (WCAG 2.2, 2.5.5). */
import type { Frame, Page } from 'playwright-core';

// The browser's own; the tests' types have no document.
interface Control {
  tagName: string;
  textContent: string;
  getAttribute(name: string): string | null;
  contains(other: Control | null): boolean;
  closest(selector: string): Control | null;
  scrollIntoView(options: object): void;
  getBoundingClientRect(): { left: number; top: number; width: number; height: number };
}
declare const document: {
  querySelectorAll(selector: string): Iterable<Control>;
  elementFromPoint(x: number, y: number): Control | null;
};
declare function getComputedStyle(element: Control): { display: string };

/** @param root what is looked at: a selector */
export function tooSmall(screen: Frame | Page, root: string): Promise<string[]> {
  return screen.evaluate((selector) => {
    const roles = ['button', 'checkbox', 'radio', 'switch'].map((role) => `[role=${role}]`);
    const kinds = ['button', 'input', 'textarea', 'summary', 'a', ...roles];
    // What belongs to a label is touched by it.
    const controls = [...document.querySelectorAll(kinds.map((kind) => `${selector} ${kind}`).join())].map(
      (control) => control.closest('label, wx-label') ?? control,
    );
    const found: string[] = [];
    for (const control of new Set(controls)) {
      const { width, height } = control.getBoundingClientRect();
      if (width === 0 || height === 0 || (width >= 44 && height >= 44)) continue;
      const isWithinText = getComputedStyle(control).display.startsWith('inline');
      if (isWithinText || control.closest('[inert]') !== null) continue;
      control.scrollIntoView({ block: 'center' });
      const { left, top } = control.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      /** What is drawn smaller may still be touched beside what is seen of it. */
      const takes = (right: number, down: number) => {
        const hit = document.elementFromPoint(x + right, y + down);
        return hit !== null && (control.contains(hit) || hit.closest('label, wx-label') === control);
      };
      const isWide = width >= 44 || (takes(-21, 0) && takes(21, 0));
      const isHigh = height >= 44 || (takes(0, -21) && takes(0, 21));
      if (isWide && isHigh) continue;
      const name = control.getAttribute('aria-label') ?? control.textContent.trim();
      found.push(`${Math.round(width)}×${Math.round(height)} ${control.tagName} ${name}`);
    }
    return found;
  }, root);
}
