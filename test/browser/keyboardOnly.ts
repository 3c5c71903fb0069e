/** What somebody does who has no mouse: goes from stop to stop, and always sees where he is. */
import type { Locator, Page } from 'playwright-core';

/** Stops between one end of the phone and the other, at most. */
const MOST_STOPS = 80;

export interface KeyboardOnly {
  press(...keys: string[]): Promise<void>;
  /** Presses Tab until this has the keyboard. @throws Error when it never gets it, or a stop on the way cannot be seen */
  tabTo(target: Locator): Promise<void>;
  /** The same the other way round. */
  tabBackTo(target: Locator): Promise<void>;
  /** Tab, and then Enter. */
  enter(target: Locator): Promise<void>;
  /** Tab, and then the text in place of what stands there. */
  write(target: Locator, text: string): Promise<void>;
}

export function keyboardOnly(phone: Page): KeyboardOnly {
  const press = async (...keys: string[]) => {
    for (const key of keys) await phone.keyboard.press(key);
  };
  const go = async (target: Locator, key: string) => {
    await target.waitFor({ state: 'attached' });
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await hasKeyboard(target)) return;
      await press(key);
      passed.push(await visibleStop(phone));
    }
    throw new Error(`${target} is not reached by ${key}: ${passed.join(' → ')}`);
  };
  const tabTo = (target: Locator) => go(target, 'Tab');
  return {
    press,
    tabTo,
    tabBackTo: (target) => go(target, 'Shift+Tab'),
    async enter(target) {
      await tabTo(target);
      await press('Enter');
    },
    async write(target, text) {
      await tabTo(target);
      await press('ControlOrMeta+a');
      await phone.keyboard.insertText(text);
    },
  };
}

// The browser's own; the tests' types have no document.
interface InBrowser {
  ownerDocument: { activeElement: unknown; hasFocus(): boolean };
}

/** Whether it has the keyboard, and its document too. */
export const hasKeyboard = (target: Locator): Promise<boolean> =>
  target.evaluate((element: InBrowser) => {
    const { activeElement, hasFocus } = element.ownerDocument;
    return activeElement === element && hasFocus.call(element.ownerDocument);
  });

interface Drawn {
  tagName: string;
  type?: string;
  id: string;
  textContent: string;
  labels?: Drawn[];
  contentDocument?: typeof document;
  matches(selector: string): boolean;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { top: number; bottom: number; left: number; right: number; height: number };
}
interface Window {
  innerWidth: number;
  innerHeight: number;
  getComputedStyle(element: Drawn): { outlineStyle: string; outlineWidth: string };
}
declare const document: {
  activeElement: Drawn | null;
  body: Drawn;
  defaultView: Window;
  getAnimations(): (object & { finish(): void })[];
};

/** The stop that has the keyboard, in a word. @throws Error when nothing on the screen shows that it has it */
async function visibleStop(phone: Page): Promise<string> {
  const { name, problem } = await phone.evaluate(() => {
    let here = document;
    while (here.activeElement?.contentDocument) here = here.activeElement.contentDocument;
    const stop = here.activeElement;
    const name = `${stop?.tagName.toLowerCase()} ${stop?.getAttribute('aria-label') ?? stop?.textContent.trim().slice(0, 20)}`;
    // After the last stop, before the first: the browser's own.
    if (stop === null || stop === here.body) return { name: 'nothing', problem: '' };
    // A mark that is on its way is one.
    for (const each of here.getAnimations()) if ('transitionProperty' in each) each.finish();
    const { innerWidth, innerHeight, getComputedStyle } = here.defaultView;
    const isField = stop.matches('textarea, input:not([type=checkbox], [type=file])');
    const marked = [stop, ...(stop.labels ?? [])].some((each) => {
      const { outlineStyle, outlineWidth } = getComputedStyle.call(here.defaultView, each);
      return outlineStyle !== 'none' && outlineWidth !== '0px';
    });
    // A field has its caret.
    if (!marked && !isField) return { name, problem: 'is not marked' };
    const { top, bottom, left, right } = (stop.labels?.[0] ?? stop).getBoundingClientRect();
    const isOut = bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth;
    return { name, problem: isOut ? `is out of sight: ${top}–${bottom} of ${innerHeight}` : '' };
  });
  if (problem !== '') throw new Error(`the stop ${name} ${problem}`);
  return name;
}
