/** Keeps the focus where it was when what had it goes: to its neighbour, instead of the top of the document. */

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

const focusableIn = (element: Element): HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>(FOCUSABLE),
];

/** Where the focus is: each element around it, from within, and the how-manieth of the focusable it is there. */
type Place = { around: Element; index: number }[];

/** @returns a function that ends it */
export function keepFocus(): () => void {
  let focused: Element | undefined;
  let place: Place = [];

  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    focused = target;
    place = [];
    for (let around = target.parentElement; around !== null; around = around.parentElement) {
      place.push({ around, index: focusableIn(around).indexOf(target as HTMLElement) });
      if (around.matches('main, dialog')) break;
    }
  };
  const restore = () => {
    if (document.activeElement !== document.body || focused === undefined) return;
    if (focused.isConnected && !focused.matches(':disabled')) return;
    for (const { around, index } of place) {
      const candidates = around.isConnected ? focusableIn(around) : [];
      const neighbour = candidates[Math.min(index, candidates.length - 1)];
      if (neighbour !== undefined) return neighbour.focus({ preventScroll: true });
    }
    document.querySelector('main')?.focus({ preventScroll: true });
  };

  const observer = new MutationObserver(restore);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', remember);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
  };
}
