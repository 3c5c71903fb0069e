/** Who has the keyboard: what has just come over the rest, and after it whoever had it before. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Who had the keyboard before the last that came: of two that follow each other, it is the second's too. */
let lastBefore: Element | null = null;

/**
 * Something that comes over the rest takes the keyboard, so that it does not act on what lies under it; when it goes,
 * the keyboard is where it was: in the mini-program's frame, at the element that was tapped.
 */
export function useFocus<Over extends HTMLElement>(): RefObject<Over | null> {
  const ref = useRef<Over>(null);
  useLayoutEffect(() => {
    const over = ref.current;
    const active = document.activeElement;
    const before = active === document.body ? lastBefore : active;
    lastBefore = before;
    if (over === null || over.contains(active)) return;
    over.focus({ preventScroll: true });
    return () => {
      const had = over.contains(document.activeElement);
      // When all is drawn: until then what was below may be hidden.
      queueMicrotask(() => {
        const isLost = document.activeElement === document.body;
        if (had && isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    };
  }, []);
  return ref;
}
