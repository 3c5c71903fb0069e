/** A sheet that comes up from the bottom over a dimmed screen, and takes the keyboard. */
import type { ComponentChildren } from 'preact';
import { useFocus } from './useFocus';

interface SheetProps {
  /** What a screen reader calls it. */
  label: string;
  class?: string;
  /** A tap beside the sheet, or Escape. */
  onDismiss?: () => void;
  children: ComponentChildren;
}

export function Sheet({ label, class: className = '', onDismiss, children }: SheetProps) {
  const over = useFocus<HTMLDivElement>();
  return (
    <div class="sheet-layer">
      {onDismiss ? (
        <button type="button" class="sheet-backdrop" aria-label="关闭" tabIndex={-1} onClick={onDismiss} />
      ) : (
        <div class="sheet-backdrop" />
      )}
      <div
        class={`sheet ${className}`}
        role="dialog"
        aria-modal="true"
        aria-label={label}
        tabIndex={-1}
        ref={over}
        onKeyDown={(event) => event.key === 'Escape' && onDismiss?.()}
      >
        {children}
      </div>
    </div>
  );
}
