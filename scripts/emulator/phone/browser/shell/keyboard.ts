/**
 * Who has the keyboard: the topmost of the phone's layers. A layer is a screen, or what lies over it: a sheet, a
 * dialog. It names itself by `data-layer`; those over the screen are dialogs.
 */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { goRound } from '../goRound';

/**
 * Call it in what draws the phone. A layer that opens takes the keyboard, so that it does not act on what lies under
 * it, and keeps it: Tab goes round in a dialog. When a layer is left, the one below has the keyboard where it was.
 */
export function useKeyboard(): void {
  const top = useRef<HTMLElement | undefined>(undefined);
  const last = useRef<Element | null>(null);
  const before = useRef(new WeakMap<HTMLElement, HTMLElement>());

  useLayoutEffect(() => {
    const layers = [...document.querySelectorAll<HTMLElement>('[data-layer]:not([hidden])')];
    const now = layers.at(-1);
    const was = top.current;
    const isNew = now !== was;
    if (isNew && was?.isConnected) remember(before.current, was);
    top.current = now;
    for (const layer of layers) layer.inert = isDialog(now) && layer !== now;
    if (now === undefined || was === undefined) return;
    // What had the keyboard may be gone without a layer: a button that stands no longer in the bar.
    const isLost = last.current?.isConnected === false && document.activeElement === document.body;
    // Another phone beside this one keeps it.
    if (!(isNew || isLost) || !document.hasFocus()) return;
    // When the mini-program has shown its page again.
    queueMicrotask(() => top.current === now && giveKeyboard(now, before.current.get(now)));
  });

  useEffect(() => {
    const noteFocus = () => {
      last.current = document.activeElement;
    };
    const keepTab = (event: KeyboardEvent) => {
      if (top.current && isDialog(top.current)) goRound(event, top.current);
    };
    document.addEventListener('focusin', noteFocus);
    document.addEventListener('keydown', keepTab);
    return () => {
      document.removeEventListener('focusin', noteFocus);
      document.removeEventListener('keydown', keepTab);
    };
  }, []);
}

const isDialog = (layer: HTMLElement | undefined) => layer?.getAttribute('aria-modal') === 'true';

/** Keeps in mind what has the keyboard in a layer, and in the mini-program's document when it is there. */
function remember(places: WeakMap<HTMLElement, HTMLElement>, layer: HTMLElement): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !layer.contains(active)) return;
  const within = active instanceof HTMLIFrameElement ? active.contentDocument?.activeElement : undefined;
  const isElement = within !== null && within !== undefined && within !== within.ownerDocument.body;
  places.set(layer, isElement ? (within as HTMLElement) : active);
}

function giveKeyboard(layer: HTMLElement, place: HTMLElement | undefined): void {
  if (layer.contains(document.activeElement)) return;
  // A frame that was hidden until now has no layout, and nothing in it can have the keyboard before.
  layer.getBoundingClientRect();
  place?.ownerDocument.body.getBoundingClientRect();
  place?.focus({ preventScroll: true });
  if (place !== undefined && hasKeyboard(place)) return;
  // The place is gone: the mini-program has gone to another page meanwhile.
  const frame = isDialog(layer) ? null : layer.querySelector('iframe');
  (frame ?? layer).focus({ preventScroll: true });
}

/** Of an element in the mini-program's document, that document has to have it too. */
const hasKeyboard = (element: HTMLElement) =>
  element.ownerDocument.activeElement === element && element.ownerDocument.hasFocus();
