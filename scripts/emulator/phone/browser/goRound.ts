/** Keeps the keyboard in a dialog. */

const FOCUSABLE =
  'button:not(:disabled), a[href], input:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** Call it for each key that is pressed while a dialog is open: its last stop leads to its first, and back. */
export function goRound(event: KeyboardEvent, dialog: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const stops = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0,
  );
  const active = document.activeElement;
  const isInside = dialog.contains(active) && active !== dialog;
  const [first, end] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)];
  if (isInside && active !== end) return;
  event.preventDefault();
  (first ?? dialog).focus();
}
