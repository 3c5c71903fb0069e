/** The list beside a page's panel: one of its rows is chosen, by a click or by the arrows, j and k. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useKeys, within } from '../frame/keyboard';

interface Props {
  /** What is chosen from: 用户. */
  label: string;
  items: { key: string; content: ComponentChildren }[];
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

export function Chooser({ label, items, chosen, onChoose }: Props) {
  const box = useRef<HTMLElement>(null);
  // On a narrow screen it scrolls.
  useEffect(() => {
    box.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const at = items.findIndex(({ key }) => key === chosen);
  const go = (index: number) => (event: KeyboardEvent) => {
    // Elsewhere the keys are of what has the focus there.
    if (!within(event, '.chooser') && within(event, 'main > *')) return false;
    const next = items[Math.max(0, Math.min(items.length - 1, index))];
    if (next === undefined) return false;
    onChoose(next.key);
    box.current?.querySelectorAll('button')[items.indexOf(next)]?.focus();
    return true;
  };
  useKeys({
    j: go(at + 1),
    ArrowDown: go(at + 1),
    k: go(at - 1),
    ArrowUp: go(at - 1),
    Home: go(0),
    End: go(items.length - 1),
  });
  return (
    <nav class="chooser" aria-label={label} ref={box}>
      {items.map(({ key, content }) => (
        <button type="button" key={key} aria-current={key === chosen} onClick={() => onChoose(key)}>
          {content}
        </button>
      ))}
    </nav>
  );
}
