/** The timeline: what happened, live, with everything about one entry beside it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { User } from '../../../contract';
import { useConnection, useParts, useRedraw } from '../frame/context';
import { useDraft } from '../frame/draft';
import { day } from '../frame/moment';
import { hrefOf } from '../frame/route';
import { useFetched } from '../frame/useFetched';
import { useNarrow } from '../frame/useNarrow';
import { Empty } from '../parts/empty';
import { useActions } from './actions';
import { Details } from './details';
import { EditAgain, editableOf } from './editAgain';
import { flatten, groupEntries, rootOf } from './entries';
import { isFiltered, matches, NO_FILTER } from './filter';
import { Filters } from './filters';
import { List } from './list';
import { relatedTo } from './related';
import { useTimelineKeys } from './useTimelineKeys';
import { useView } from './useView';
import './timeline.css';

export function TimelinePage() {
  const { journal, clock, notify } = useParts();
  useRedraw((redraw) => journal.watch(redraw));
  useRedraw((redraw) => clock.watch(redraw));
  const users = useFetched<User[]>('/emulator/users', ['push', 'call']).value ?? NOBODY;
  const view = useView();
  const { filter, selected, opened } = view;
  /** The key of the entry that is changed and done again; it may go meanwhile. */
  const [edited, setEdited] = useState<string>();
  /** The heads of groups that are not shown any more. */
  const [cleared = NOTHING_CLEARED, setCleared] = useDraft<ReadonlySet<string>>('cleared');
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const actions = useActions(view.open);

  const { version } = journal;
  // The version says when the records have changed.
  const all = useMemo(
    () => flatten(groupEntries({ ...journal.records, begun: journal.begun.values() })),
    [version],
  );
  const shown = useMemo(
    () => all.filter((entry) => !cleared.has(rootOf(entry).key) && matches(entry, filter)),
    [all, filter, cleared],
  );
  const names = useMemo(() => [...new Set(all.map(({ name }) => name))].sort(), [all]);
  const nicknames = useMemo(() => new Map(users.map(({ openid, nickname }) => [openid, nickname])), [users]);
  const nameOf = (openid: string) => nicknames.get(openid) ?? openid;
  const entry = all.find(({ key }) => key === selected);
  const related = useMemo(() => (entry && opened ? relatedTo(entry, all) : []), [entry, opened, all]);

  const focusList = () => list.current?.focus({ preventScroll: true });
  const close = () => {
    view.close();
    focusList();
  };
  const edit = () => {
    if (entry && editableOf(entry)) setEdited(entry.key);
    else notify('这一条没有可以改的：日志里没有完整的内容，或者它只能由函数来做', 'alarm');
  };
  useTimelineKeys({
    shown,
    entry,
    view,
    actions,
    focusList,
    focusSearch: () => search.current?.focus(),
    onEdit: edit,
    onClear: () => setCleared(new Set(all.map(({ key }) => key))),
  });
  const isOver = useNarrow() && opened && entry !== undefined;
  useEffect(() => {
    if (isOver) document.querySelector<HTMLElement>('.details-close')?.focus();
    else if (document.activeElement === document.body) focusList();
    // Beside the page; what lies over both has the keyboard alone.
    const navigation = document.querySelector('.navigation');
    navigation?.toggleAttribute('inert', isOver);
    return () => navigation?.removeAttribute('inert');
  }, [isOver]);

  return (
    <div class={opened ? 'timeline with-details' : 'timeline'}>
      <h1 class="unseen">时间线</h1>
      <Filters
        filter={filter}
        names={names}
        users={users}
        search={search}
        inert={isOver}
        onChange={view.setFilter}
        onLeave={focusList}
      />
      <div class="timeline-list" inert={isOver}>
        <Connection />
        {shown.length > 0 ? (
          <List
            entries={shown}
            selected={selected}
            today={day(clock.now())}
            box={list}
            nameOf={nameOf}
            onOpen={view.open}
          />
        ) : (
          <Nothing
            filtered={isFiltered(filter)}
            cleared={cleared.size > 0}
            onClear={() => view.setFilter(NO_FILTER)}
          />
        )}
        <footer class="timeline-foot">
          <p role="status">
            {isFiltered(filter) || cleared.size > 0
              ? `${shown.length} / ${all.length} 条`
              : `${all.length} 条`}
          </p>
          {isFiltered(filter) && (
            <button
              type="button"
              class="button plain small"
              onClick={() => {
                view.setFilter(NO_FILTER);
                focusList();
              }}
            >
              清除筛选
            </button>
          )}
          {cleared.size > 0 ? (
            <button
              type="button"
              class="button plain small timeline-foot-end"
              onClick={() => setCleared(undefined)}
            >
              显示清掉的
            </button>
          ) : (
            <p class="key-hints timeline-foot-end" aria-hidden="true">
              <kbd>j</kbd>
              <kbd>k</kbd> 移动 <kbd>Enter</kbd> 详情 <kbd>f</kbd> 只看失败 <kbd>c</kbd> 复制 curl{' '}
              <kbd>?</kbd> 全部按键
            </p>
          )}
        </footer>
      </div>
      {opened && entry && (
        <Details
          entry={entry}
          related={related}
          actions={actions}
          nameOf={nameOf}
          onClose={close}
          onSelect={view.open}
          onEdit={edit}
        />
      )}
      {opened && !entry && <Gone state={journal.state} onClose={close} />}
      {entry && entry.key === edited && (
        <EditAgain
          entry={entry}
          onSend={async (body) => {
            await actions.againWith(entry, body);
            setEdited(undefined);
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}

const NOBODY: User[] = [];
const NOTHING_CLEARED: ReadonlySet<string> = new Set();

/** An address may be older than what the journal keeps. */
const Gone = ({ state, onClose }: { state: 'loading' | 'ready' | 'failed'; onClose: () => void }) => (
  <section class="details" aria-label="详情">
    {state === 'ready' ? (
      <Empty title="这条记录已经不在了" words="日志只留最近的两千条；重置和导入也会清掉它们。">
        <button type="button" class="button" onClick={onClose}>
          关闭详情
        </button>
      </Empty>
    ) : (
      <div class="empty waiting">正在读取…</div>
    )}
  </section>
);

function Connection() {
  if (useConnection() !== 'lost') return null;
  return (
    <p class="lost-words" role="alert">
      连不上模拟器，正在重试。下面是断开之前的记录。
    </p>
  );
}

interface NothingProps {
  filtered: boolean;
  cleared: boolean;
  onClear: () => void;
}

function Nothing({ filtered, cleared, onClear }: NothingProps) {
  const { state } = useParts().journal;
  if (state === 'loading') return <div class="empty waiting">正在读取…</div>;
  if (state === 'failed')
    return <Empty title="读取失败" words="模拟器可能没有在运行。启动后，这里会自动继续。" />;
  if (filtered) {
    return (
      <Empty title="没有符合条件的记录" words="换一个搜索词，或者放宽筛选。">
        <button type="button" class="button" onClick={onClear}>
          清除筛选
        </button>
      </Empty>
    );
  }
  if (cleared) return <Empty title="已清屏" words="接下来发生的会出现在这里。" />;
  return (
    <Empty
      title="还没有发生任何事"
      words="在手机上点一下，或者调用一个云函数：调用、推送和日志会立刻出现在这里。"
    >
      <div class="button-row">
        {document.documentElement.dataset['phone'] === 'true' && (
          <a class="button" href="/phone/">
            打开手机
          </a>
        )}
        <a class="button" href={hrefOf('functions')}>
          调用云函数
        </a>
      </div>
    </Empty>
  );
}
