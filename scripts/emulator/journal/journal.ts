/** What happened in the emulator: calls, pushes and log lines, newest first, and the stream of events. */
import * as v from 'valibot';
import type { CallRecord, EmulatorEvent, LogRecord, PushRecord } from '../contract';
import type { Store, Table } from '../state/store';

/** A record is dropped when this many newer ones, of all kinds, have been made. */
const KEPT_RECORDS = 2_000;
/** Old records are looked for once in so many. */
const PRUNED_EVERY = 100;

export const PushRecordSchema = v.looseObject({
  id: v.pipe(v.string(), v.digits()),
  msgType: v.string(),
  openid: v.string(),
  packet: v.record(v.string(), v.unknown()),
  attempts: v.array(v.looseObject({ startedAt: v.number(), durationMs: v.number() })),
  createdAt: v.number(),
});

export interface Journal {
  /** Adds a record, or replaces the one with the same id, and tells the listeners. */
  recordCall(call: CallRecord): void;
  recordPush(push: PushRecord): void;
  recordLog(log: LogRecord): void;
  calls(limit: number): CallRecord[];
  pushes(limit: number): PushRecord[];
  logs(limit: number): LogRecord[];
  /** Tells the listeners of something that is not kept as a record. */
  announce(event: EmulatorEvent): void;
  /** @returns a function that ends the subscription */
  listen(listener: (event: EmulatorEvent) => void): () => void;
  /** An id for a new record; ids order by the time they were made. */
  nextId(): string;
  /** Writes the records that are not written yet: they are written together, when what made them has been answered. */
  flush(): void;
}

export function createJournal(store: Store): Journal {
  const calls = store.table<CallRecord>('journal.calls', {
    shape: v.looseObject({
      id: v.pipe(v.string(), v.digits()),
      kind: v.string(),
      name: v.string(),
      startedAt: v.number(),
    }),
  });
  const pushes = store.table<PushRecord>('journal.pushes', { shape: PushRecordSchema });
  const logs = store.table<LogRecord>('journal.logs', {
    shape: v.looseObject({ id: v.pipe(v.string(), v.digits()), text: v.string(), at: v.number() }),
  });
  /** Of the newest record; undefined until it is looked up. */
  let lastId: number | undefined;
  const unwritten: (() => void)[] = [];
  let flushing: NodeJS.Immediate | undefined;
  const listeners = new Set<(event: EmulatorEvent) => void>();

  const announce = (event: EmulatorEvent) => {
    // Other records stand in the store now.
    if (event.type === 'reset') lastId = undefined;
    for (const listener of listeners) listener(event);
  };
  const keep = <T extends { id: string }>(table: Table<T>, record: T) => {
    const number = Number(record.id);
    unwritten.push(() => {
      table.put(record.id, record);
      if (number % PRUNED_EVERY === 0) prune(table, number - KEPT_RECORDS);
    });
    flushing ??= setImmediate(flush);
  };
  const flush = () => {
    clearImmediate(flushing);
    flushing = undefined;
    const writes = unwritten.splice(0);
    if (writes.length === 0 || store.closed) return;
    store.transaction(() => {
      for (const write of writes) write();
    });
  };
  const read = <T>(table: Table<T>, limit: number): T[] => {
    flush();
    return table.list({ reverse: true, limit });
  };
  /** Ids go on from what is kept, which another run, or an import, may have written. */
  const lastKept = () => Math.max(...[calls, pushes, logs].map((table) => Number(table.lastKey() ?? 0)));

  return {
    recordCall(call) {
      keep(calls, call);
      announce({ type: 'call', call });
    },
    recordPush(push) {
      keep(pushes, push);
      announce({ type: 'push', push });
    },
    recordLog(log) {
      keep(logs, log);
      announce({ type: 'log', log });
    },
    calls: (limit) => read(calls, limit),
    pushes: (limit) => read(pushes, limit),
    logs: (limit) => read(logs, limit),
    flush,
    announce,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nextId() {
      lastId = (lastId ?? lastKept()) + 1;
      return idOf(lastId);
    },
  };
}

const idOf = (number: number) => String(number).padStart(12, '0');

function prune(table: Table<unknown>, newestDropped: number): void {
  for (const { key } of table.entries({ limit: 2 * PRUNED_EVERY })) {
    if (Number(key) > newestDropped) return;
    table.remove(key);
  }
}
