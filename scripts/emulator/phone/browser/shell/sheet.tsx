/** A sheet that comes up from the bottom over a dimmed screen, and takes the keyboard. */
import type { ComponentChildren } from 'preact';

interface SheetProps {
  label: string;
  class?: string;
  /** A tap beside the sheet, or Escape. */
  onDismiss?: () => void;
  children: ComponentChildren;
}

export function Sheet({ label, class: className = '', onDismiss, children }: SheetProps) {
  return (
    <div
      class="sheet-backdrop"
      role="presentation"
      onClick={(event) => event.target === event.currentTarget && onDismiss?.()}
      onKeyDown={(event) => event.key === 'Escape' && onDismiss?.()}
    >
      <div
        class={`sheet ${className}`}
        role="dialog"
        aria-modal="true"
        aria-label={label}
        tabIndex={-1}
        ref={focus}
      >
        {children}
      </div>
    </div>
  );
}

const focus = (element: HTMLElement | null) => {
  if (element !== null && !element.contains(document.activeElement)) element.focus();
};
