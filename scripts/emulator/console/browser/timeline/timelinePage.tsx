/** The timeline: what happened, live, with everything about one entry beside it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { User } from '../../../contract';
import { useConnection, useParts, useRedraw } from '../frame/context';
import { isTyping } from '../frame/keyboard';
import { useFetched } from '../frame/useFetched';
import { Empty } from '../parts/empty';
import { useActions } from './actions';
import { Details } from './details';
import { type Entry, flatten, groupEntries } from './entries';
import { isFiltered, matches, NO_FILTER } from './filter';
import { Filters } from './filters';
import { List } from './list';
import './timeline.css';

export function TimelinePage() {
  const { journal } = useParts();
  useRedraw((redraw) => journal.watch(redraw));
  const users = useFetched<User[]>('/emulator/users', ['push', 'call']).value ?? NOBODY;
  const [filter, setFilter] = useState(NO_FILTER);
  const [selected, setSelected] = useState<string>();
  const [opened, setOpened] = useState(false);
  const search = useRef<HTMLInputElement>(null);

  const { version } = journal;
  // The version says when the records have changed.
  const all = useMemo(() => {
    const { calls, pushes, logs } = journal.records;
    return flatten(groupEntries(calls, pushes, logs));
  }, [version]);
  const shown = useMemo(() => all.filter((entry) => matches(entry, filter)), [all, filter]);
  const names = useMemo(() => [...new Set(all.map(({ name }) => name))].sort(), [all]);
  const nicknames = useMemo(() => new Map(users.map(({ openid, nickname }) => [openid, nickname])), [users]);
  const nameOf = (openid: string) => nicknames.get(openid) ?? openid;
  const entry = all.find(({ key }) => key === selected);
  const close = () => setOpened(false);
  useKeys({
    shown,
    entry,
    opened,
    search,
    select: setSelected,
    setOpened,
    failed: () => setFilter((now) => ({ ...now, failedOnly: !now.failedOnly })),
  });

  return (
    <div class={opened && entry ? 'timeline with-details' : 'timeline'}>
      <h1 class="unseen">时间线</h1>
      <div class="timeline-list">
        <Filters filter={filter} names={names} users={users} search={search} onChange={setFilter} />
        <Connection />
        {shown.length > 0 ? (
          <List
            entries={shown}
            selected={selected}
            nameOf={nameOf}
            onSelect={setSelected}
            onOpen={() => setOpened(true)}
          />
        ) : (
          <Nothing filtered={isFiltered(filter)} onClear={() => setFilter(NO_FILTER)} />
        )}
        <p class="timeline-count" role="status">
          {isFiltered(filter) ? `${shown.length} / ${all.length} 条` : `${all.length} 条`}
        </p>
      </div>
      {opened && entry && (
        <Details key={entry.key} entry={entry} nameOf={nameOf} onClose={close} onSelect={setSelected} />
      )}
    </div>
  );
}

const NOBODY: User[] = [];

function Connection() {
  if (useConnection() !== 'lost') return null;
  return (
    <p class="lost-words" role="alert">
      连不上模拟器，正在重试。下面是断开之前的记录。
    </p>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { state } = useParts().journal;
  if (state === 'loading') return <div class="empty waiting">正在读取…</div>;
  if (state === 'failed')
    return <Empty title="读取失败" words="模拟器可能没有在运行。启动后，这里会自动继续。" />;
  if (!filtered) {
    return (
      <Empty
        title="还没有发生任何事"
        words="在手机上点一下，或者用 wx-server-sdk 调用一个云函数：调用、推送和日志会立刻出现在这里。"
      />
    );
  }
  return (
    <Empty title="没有符合条件的记录" words="换一个搜索词，或者放宽筛选。">
      <button type="button" class="button" onClick={onClear}>
        清除筛选
      </button>
    </Empty>
  );
}

interface Keys {
  shown: Entry[];
  entry: Entry | undefined;
  opened: boolean;
  search: { current: HTMLInputElement | null };
  select: (key: string) => void;
  setOpened: (opened: boolean) => void;
  failed: () => void;
}

/** Rows that PageUp and PageDown go. */
const PAGE = 15;

const SCROLLING = /^(Arrow|Page|Home|End)/;

function useKeys(keys: Keys): void {
  const { copyCurl, again } = useActions();
  const latest = useRef(keys);
  latest.current = keys;
  const actions = useRef({ copyCurl, again });
  actions.current = { copyCurl, again };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || document.querySelector('dialog[open]') !== null) return;
      const { shown, entry, opened, search, select, setOpened, failed } = latest.current;
      const at = shown.findIndex(({ key }) => key === entry?.key);
      const go = (index: number) => {
        const next = shown[Math.max(0, Math.min(shown.length - 1, index))];
        if (next !== undefined) select(next.key);
      };
      const doings: Record<string, () => void> = {
        j: () => go(at + 1),
        ArrowDown: () => go(at + 1),
        k: () => go(at - 1),
        ArrowUp: () => go(at - 1),
        PageDown: () => go(at + PAGE),
        PageUp: () => go(at - PAGE),
        Home: () => go(0),
        End: () => go(shown.length - 1),
        Enter: () => setOpened(true),
        Escape: () => setOpened(false),
        '/': () => search.current?.focus(),
        f: failed,
        c: () => entry && actions.current.copyCurl(entry),
        r: () => entry && actions.current.again(entry),
      };
      const doing = doings[event.key];
      if (doing === undefined) return;
      const { target } = event;
      const within = (selector: string) => target instanceof HTMLElement && target.closest(selector) !== null;
      // A button or link under the focus takes Enter itself; the details scroll by the other keys.
      if (event.key === 'Enter' && (within('button, a, input') || entry === undefined)) return;
      if (SCROLLING.test(event.key) && within('.details')) return;
      if (event.key === 'Escape' && !opened) return;
      event.preventDefault();
      doing();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
