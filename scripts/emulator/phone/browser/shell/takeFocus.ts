/** A dialog that has just appeared takes the keyboard, so that it does not act on what lies under it. */
export function takeFocus(dialog: HTMLElement | null): void {
  if (dialog !== null && !dialog.contains(document.activeElement)) dialog.focus();
}
