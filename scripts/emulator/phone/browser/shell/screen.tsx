/** One of WeChat's own screens, over the one that it was opened from. Escape leaves it, as a phone's back key does. */
import type { ComponentChildren } from 'preact';
import { TitleBar } from './titleBar';

interface ScreenProps {
  class: string;
  title: string;
  /** What a screen reader calls it. Default: its title. */
  label?: string;
  onBack(): void;
  children: ComponentChildren;
}

export function Screen({ class: className, title, label = title, onBack, children }: ScreenProps) {
  return (
    <section
      class={`screen ${className}`}
      data-layer
      tabIndex={-1}
      aria-label={label}
      // While an input method is at work, Escape is its own.
      onKeyDown={({ key, isComposing }) => key === 'Escape' && !isComposing && onBack()}
    >
      <TitleBar title={title} onBack={onBack} />
      {children}
    </section>
  );
}
