/** The console: navigation beside the page, and what lies over both. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ClockPage } from '../clock/clockPage';
import { DatabasePage } from '../database/databasePage';
import type { EmulatorClock } from '../emulator/clock';
import type { JournalModel } from '../emulator/journalModel';
import type { Stream } from '../emulator/stream';
import { FaultsPage } from '../faults/faultsPage';
import { PushPage } from '../push/pushPage';
import { StatePage } from '../state/statePage';
import { TemplatesPage } from '../templates/templatesPage';
import { TimelinePage } from '../timeline/timelinePage';
import { UsersPage } from '../users/usersPage';
import { type ConsoleParts, Parts, type Question } from './context';
import { Dialog } from './dialog';
import { Help } from './help';
import { isTyping } from './keyboard';
import { Navigation } from './navigation';
import { goTo, PAGES, type PageId, usePage } from './route';
import './app.css';

const COMPONENTS: Record<PageId, () => preact.JSX.Element> = {
  timeline: TimelinePage,
  clock: ClockPage,
  faults: FaultsPage,
  templates: TemplatesPage,
  users: UsersPage,
  push: PushPage,
  database: DatabasePage,
  state: StatePage,
};

const SHOWN_MS = 5_000;

interface Props {
  stream: Stream;
  clock: EmulatorClock;
  journal: JournalModel;
}

interface Asked extends Question {
  answer: (meant: boolean) => void;
}

export function App({ stream, clock, journal }: Props) {
  const page = usePage();
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
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || document.querySelector('dialog[open]') !== null) return;
      if (event.key === '?') setHelping(true);
      const chosen = /^[1-8]$/.test(event.key) ? PAGES[Number(event.key) - 1] : undefined;
      if (chosen !== undefined) goTo(chosen.id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    document.title = `${PAGES.find(({ id }) => id === page)?.title} · 信使控制台`;
  }, [page]);

  const Page = COMPONENTS[page];
  const answer = (meant: boolean) => {
    asked?.answer(meant);
    setAsked(undefined);
  };
  return (
    <Parts.Provider value={parts}>
      <div class="app">
        <Navigation page={page} onHelp={() => setHelping(true)} />
        <main class={`page ${page}-page`}>
          <Page key={page} />
        </main>
      </div>
      <div class="notes" role="status">
        {note && <p class={`note ${note.tone}`}>{note.words}</p>}
      </div>
      {helping && <Help onClose={() => setHelping(false)} />}
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
