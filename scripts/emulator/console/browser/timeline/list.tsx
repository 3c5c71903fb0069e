/** The rows of the timeline. Only those in sight are in the document, so that thousands stay fast. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { duration, timeInList } from '../frame/moment';
import type { Entry } from './entries';
import { meaningOf } from './explain';
import { KIND_NAMES } from './names';
import { useRowHeight } from './useRowHeight';
import './list.css';

interface Props {
  entries: Entry[];
  selected: string | undefined;
  /** Of the emulator's clock. */
  today: string;
  box: RefObject<HTMLDivElement | null>;
  nameOf: (openid: string) => string;
  onOpen: (key: string) => void;
}

/** Rows above and below those in sight. */
const MARGIN = 8;

export function List({ entries, selected, today, box, nameOf, onOpen }: Props) {
  const rowHeight = useRowHeight(box);
  const [view, setView] = useState({ top: 0, height: 0 });
  /** The row at the top edge: it stays there while newer ones come in above it. */
  const anchor = useRef<string | undefined>(undefined);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || element.scrollTop === 0 || anchor.current === undefined) return;
    const was = Math.floor(element.scrollTop / rowHeight);
    if (entries[was]?.key === anchor.current) return;
    const now = entries.findIndex(({ key }) => key === anchor.current);
    if (now >= 0) element.scrollTop += (now - was) * rowHeight;
  }, [entries, rowHeight]);

  // The chosen row comes into sight, whatever chose it.
  // Rows that come in must not move the list.
  useEffect(() => {
    const element = box.current;
    const index = entries.findIndex(({ key }) => key === selected);
    if (element === null || index < 0) return;
    const top = index * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight - element.clientHeight;
    }
  }, [selected, rowHeight]);

  const onScroll = () => {
    const element = box.current;
    if (element === null) return;
    anchor.current = entries[Math.floor(element.scrollTop / rowHeight)]?.key;
    setView({ top: element.scrollTop, height: element.clientHeight });
  };

  const first = Math.max(0, Math.floor(view.top / rowHeight) - MARGIN);
  const last = Math.min(entries.length, Math.ceil((view.top + view.height) / rowHeight) + MARGIN);
  const active = entries.slice(first, last).some(({ key }) => key === selected) ? selected : undefined;
  return (
    <div
      class="rows"
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label="调用和推送，从新到旧"
      aria-activedescendant={active}
      onScroll={onScroll}
    >
      <div class="rows-all" role="presentation" style={{ height: `${entries.length * rowHeight}px` }}>
        {entries.slice(first, last).map((entry, offset) => (
          <Row
            key={entry.key}
            entry={entry}
            index={first + offset}
            count={entries.length}
            top={(first + offset) * rowHeight}
            selected={entry.key === selected}
            user={entry.openid === undefined ? '' : nameOf(entry.openid)}
            today={today}
            onClick={() => onOpen(entry.key)}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  entry: Entry;
  index: number;
  count: number;
  top: number;
  selected: boolean;
  user: string;
  today: string;
  onClick: () => void;
}

function Row({ entry, index, count, top, selected, user, today, onClick }: RowProps) {
  const { key, kind, name, at, durationMs, outcome, depth, push, call } = entry;
  const fault = push?.fault ?? call?.fault;
  const meaning = meaningOf(entry);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the same
    <div
      id={key}
      class={`row kind-${kind} depth-${depth}`}
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
    >
      <span class="row-time mono">{timeInList(at, today)}</span>
      <span class="row-kind">{KIND_NAMES[kind]}</span>
      <span class="row-name mono">
        {name}
        {push?.replayOf !== undefined && <span class="badge">重放</span>}
        {fault !== undefined && <span class="badge fault">故障</span>}
      </span>
      <span class={`row-outcome ${outcome.state}`}>
        {outcome.words}
        {meaning && <span class="row-meaning"> {meaning}</span>}
      </span>
      <span class="row-user">{user}</span>
      <span class="row-duration mono">
        {durationMs === undefined ? '' : duration(durationMs)}
        {durationMs !== undefined && (
          <span class={`row-bar ${slowness(durationMs)}`} style={{ width: `${share(durationMs)}%` }} />
        )}
      </span>
    </div>
  );
}

/** Of the bar below a duration, in percent: by its logarithm, a cold start would make all others a dot. */
const share = (ms: number) => Math.min(100, (100 * Math.log10(1 + ms)) / Math.log10(1 + LONGEST_MS));
const LONGEST_MS = 10_000;
const SLOW_MS = 1_000;
const slowness = (ms: number) => (ms >= SLOW_MS ? 'slow' : '');
