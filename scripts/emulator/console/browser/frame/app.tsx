/** The console: navigation beside the page, and what lies over both. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ClockPage } from '../clock/clockPage';
import { DatabasePage } from '../database/databasePage';
import type { EmulatorClock } from '../emulator/clock';
import type { JournalModel } from '../emulator/journalModel';
import type { Stream } from '../emulator/stream';
import { FaultsPage } from '../faults/faultsPage';
import { FunctionsPage } from '../functions/functionsPage';
import { PushPage } from '../push/pushPage';
import { StatePage } from '../state/statePage';
import { TemplatesPage } from '../templates/templatesPage';
import { TimelinePage } from '../timeline/timelinePage';
import { UsersPage } from '../users/usersPage';
import { type ConsoleParts, Parts, type Question } from './context';
import { Dialog } from './dialog';
import { Help } from './help';
import { keepFocus } from './keptFocus';
import { useKeys } from './keyboard';
import { Navigation } from './navigation';
import { PAGES, type PageId, useAddress, wayTo } from './route';
import './app.css';

const COMPONENTS: Record<PageId, () => preact.JSX.Element> = {
  timeline: TimelinePage,
  functions: FunctionsPage,
  clock: ClockPage,
  faults: FaultsPage,
  templates: TemplatesPage,
  users: UsersPage,
  push: PushPage,
  database: DatabasePage,
  state: StatePage,
};

const SHOWN_MS = 5_000;

const go = (href: string) => {
  window.location.hash = href;
};

interface Props {
  stream: Stream;
  clock: EmulatorClock;
  journal: JournalModel;
}

interface Asked extends Question {
  answer: (meant: boolean) => void;
}

export function App({ stream, clock, journal }: Props) {
  const { page } = useAddress();
  const main = useRef<HTMLElement>(null);
  const before = useRef(page);
  const [note, setNote] = useState<{ words: string; tone: 'calm' | 'alarm' }>();
  const [asked, setAsked] = useState<Asked>();
  const [helping, setHelping] = useState(false);
  const noteTimer = useRef(0);
  const parts = useMemo<ConsoleParts>(
    () => ({
      stream,
      clock,
      journal,
      notify(words, tone = 'calm') {
        window.clearTimeout(noteTimer.current);
        setNote({ words, tone });
        noteTimer.current = window.setTimeout(() => setNote(undefined), SHOWN_MS);
      },
      confirm: (question) => new Promise((answer) => setAsked({ ...question, answer })),
    }),
    [stream, clock, journal],
  );
  useKeys({
    '?': () => setHelping(true),
    ...Object.fromEntries(PAGES.map(({ id }, index) => [index + 1, () => go(wayTo(id))])),
  });
  useEffect(keepFocus, []);
  useEffect(() => {
    document.title = `${PAGES.find(({ id }) => id === page)?.title} · 信使控制台`;
    // A page that opens has the keyboard: Tab goes on from its beginning.
    if (before.current !== page) main.current?.focus({ preventScroll: true });
    before.current = page;
  }, [page]);

  const Page = COMPONENTS[page];
  const answer = (meant: boolean) => {
    asked?.answer(meant);
    setAsked(undefined);
  };
  return (
    <Parts.Provider value={parts}>
      <button type="button" class="button primary skip" onClick={() => main.current?.focus()}>
        跳到内容
      </button>
      <div class="app">
        <Navigation page={page} onHelp={() => setHelping(true)} />
        <main class={`page ${page}-page`} ref={main} tabIndex={-1}>
          <Page key={page} />
        </main>
      </div>
      <div class="notes" role="status">
        {note && <p class={`note ${note.tone}`}>{note.words}</p>}
      </div>
      {helping && <Help page={page} onClose={() => setHelping(false)} />}
      {asked && (
        <Dialog title={asked.title} onClose={() => answer(false)}>
          <p class="dialog-words">{asked.words}</p>
          <div class="dialog-actions">
            <button type="button" class="button" onClick={() => answer(false)}>
              取消
            </button>
            <button type="button" class="button danger" onClick={() => answer(true)}>
              {asked.action}
            </button>
          </div>
        </Dialog>
      )}
    </Parts.Provider>
  );
}
