/** What the journal has, kept in the browser as it grows. */
import type { BegunCall, CallRecord, LogRecord, PushRecord } from '../../../contract';
import { ask } from './ask';
import type { Stream } from './stream';

/** Of each kind; what is older is forgotten. The emulator itself keeps 2,000 records. */
const KEPT = 5_000;

/** Each in the order of ids. */
interface Records {
  calls: CallRecord[];
  pushes: PushRecord[];
  logs: LogRecord[];
}

const none = (): Records => ({ calls: [], pushes: [], logs: [] });

export class JournalModel {
  records = none();
  /** Calls of functions that go on, by request id, as far as this page has seen them begin. */
  begun = new Map<string, BegunCall>();
  /** `failed` when the first look did not succeed. */
  state: 'loading' | 'ready' | 'failed' = 'loading';
  /** Rises with each change. */
  version = 0;
  private readonly watchers = new Set<() => void>();
  private scheduled = false;
  /** What came in while the records are fetched; replaced by each fetch, so that an older one has no effect. */
  private meanwhile = none();

  constructor(stream: Stream) {
    stream.watch((connection) => {
      if (connection === 'live') {
        // Those may have ended with the emulator; what goes on still shows when it ends.
        this.begun.clear();
        void this.load();
      } else if (this.state === 'loading') this.become('failed');
    });
    stream.follow('callBegun', ({ call }) => {
      this.change(() => this.begun.set(call.requestId, call));
    });
    stream.follow('call', ({ call }) => {
      if (call.kind === 'function') this.begun.delete(call.requestId);
      this.add('calls', call);
    });
    stream.follow('push', ({ push }) => this.add('pushes', push));
    stream.follow('log', ({ log }) => this.add('logs', log));
    stream.follow('reset', () => {
      this.change(() => {
        this.records = none();
        this.begun.clear();
      });
      void this.load();
    });
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private async load(): Promise<void> {
    const meanwhile = none();
    this.meanwhile = meanwhile;
    try {
      const [calls, pushes, logs] = await Promise.all([
        ask<CallRecord[]>('GET', '/emulator/calls?limit=2000'),
        ask<PushRecord[]>('GET', '/emulator/pushes?limit=2000'),
        ask<LogRecord[]>('GET', '/emulator/logs?limit=2000'),
      ]);
      if (this.meanwhile !== meanwhile) return;
      this.records = {
        calls: merged(calls, meanwhile.calls),
        pushes: merged(pushes, meanwhile.pushes),
        logs: merged(logs, meanwhile.logs),
      };
      this.become('ready');
    } catch {
      if (this.state === 'loading') this.become('failed');
    }
  }

  private add<K extends keyof Records>(kind: K, record: Records[K][number]): void {
    this.change(() => {
      for (const records of [this.records, this.meanwhile]) put<{ id: string }>(records[kind], record);
    });
  }

  private become(state: JournalModel['state']): void {
    this.change(() => {
      this.state = state;
    });
  }

  /** Many records may come in one frame: they are drawn together. */
  private change(work: () => void): void {
    work();
    this.version += 1;
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      for (const watcher of this.watchers) watcher();
    });
  }
}

/** Adds the record, or replaces the one with its id, in a list in the order of ids. */
function put<T extends { id: string }>(records: T[], record: T): void {
  let index = records.length;
  while (index > 0 && (records[index - 1]?.id ?? '') > record.id) index -= 1;
  const isKnown = records[index - 1]?.id === record.id;
  records.splice(isKnown ? index - 1 : index, isKnown ? 1 : 0, record);
  if (records.length > KEPT) records.splice(0, records.length - KEPT);
}

/** @param fetched newest first. @param streamed may be newer than what was fetched */
function merged<T extends { id: string }>(fetched: T[], streamed: T[]): T[] {
  const byId = new Map([...fetched, ...streamed].map((record) => [record.id, record]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(-KEPT);
}
