/** A sheet that comes up from the bottom over a dimmed screen, and takes the keyboard. */
import type { ComponentChildren } from 'preact';

interface SheetProps {
  /** What a screen reader calls it. */
  label: string;
  class?: string;
  /** A tap beside the sheet. */
  onDismiss?: () => void;
  /** Default: what a tap beside it does. */
  onEscape?: () => void;
  children: ComponentChildren;
}

export function Sheet({
  label,
  class: className = '',
  onDismiss,
  onEscape = onDismiss,
  children,
}: SheetProps) {
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
        data-layer
        onKeyDown={({ key }) => key === 'Escape' && onEscape?.()}
      >
        {children}
      </div>
    </div>
  );
}
