/** How high a row of the timeline is: two lines in a narrow list, and in proportion to the size of the text. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** In rem; list.css has the same. */
const ONE_LINE = 2.25;
const TWO_LINES = 3.75;
const NARROW = 36;

/** @param box that the rows are in. @returns pixels */
export function useRowHeight(box: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(ONE_LINE * 16);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setHeight((element.getBoundingClientRect().width > NARROW * rem ? ONE_LINE : TWO_LINES) * rem);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // The size of the text may change alone.
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, []);
  return height;
}
