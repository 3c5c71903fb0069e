/** Which keys are the page's, and which belong to what the developer is typing. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** The key goes into a field, or is a command of the browser's or the system's. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  return isField(event.target);
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');

/** A window over the page has the keys. */
export const isUnderDialog = (): boolean => document.querySelector('dialog[open]') !== null;

/** @returns `false` when the key is not taken after all: then it does what it does in the browser */
export type Doing = (event: KeyboardEvent) => unknown;

/** Does these while the component is shown, wherever the focus is on the page. By `event.key`. */
export function useKeys(doings: Record<string, Doing>): void {
  const latest = useRef(doings);
  latest.current = doings;
  // As soon as it is drawn: a key pressed at once would be lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event) || isUnderDialog()) return;
      const doing = latest.current[event.key];
      if (doing !== undefined && doing(event) !== false) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Ctrl+S keeps what was changed, in a field as well. */
export function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || isUnderDialog()) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** In a field of several lines, where Enter begins the next one: Ctrl+Enter presses the button that sends its form. */
export function sendOnCtrlEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const { currentTarget: field } = event;
  // Not requestSubmit(): it would send again while the button is held back.
  if (field instanceof HTMLTextAreaElement)
    field.form?.querySelector<HTMLElement>('[type="submit"]')?.click();
}

/** Whether the focus, or what the key was pressed on, is in such an element. */
export const within = ({ target }: Event, selector: string): boolean =>
  target instanceof HTMLElement && target.closest(selector) !== null;
