import type { EmulatorEvent, LogRecord } from '../../../scripts/emulator/contract';
import { createJournal, type Journal } from '../../../scripts/emulator/journal/journal';
import { openStore, type Store } from '../../../scripts/emulator/state/store';

let store: Store;
let journal: Journal;
beforeEach(() => {
  store = openStore();
  journal = createJournal(store);
});
afterEach(() => store.close());

const write = (text: string) => {
  const log: LogRecord = {
    id: journal.nextId(),
    functionName: 'f',
    requestId: 'r',
    level: 'info',
    text,
    at: 0,
  };
  journal.recordLog(log);
  return log;
};
const texts = (limit = 10) => journal.logs(limit).map(({ text }) => text);

describe('the journal', () => {
  it('gives records newest first, as many as asked for', () => {
    for (const text of ['a', 'b', 'c']) write(text);

    expect(texts()).toEqual(['c', 'b', 'a']);
    expect(texts(2)).toEqual(['c', 'b']);
  });

  it('replaces a record that is recorded again', () => {
    const log = write('half');
    journal.recordLog({ ...log, text: 'whole' });

    expect(texts()).toEqual(['whole']);
  });

  it('goes on with its ids where an earlier run stopped', () => {
    const { id } = write('before');
    journal.flush();
    journal = createJournal(store);

    expect(write('after').id > id).toBe(true);
    expect(texts()).toEqual(['after', 'before']);
  });

  it('drops old records, so that it does not grow for ever', () => {
    for (let n = 1; n <= 2_300; n++) write(String(n));

    const kept = texts(5_000);
    expect(kept.length).toBeLessThan(2_200);
    expect(kept[0]).toBe('2300');
  });

  it('tells its listeners what happens until they leave', () => {
    const heard: EmulatorEvent['type'][] = [];
    const leave = journal.listen(({ type }) => heard.push(type));
    write('a');
    journal.announce({ type: 'reset' });
    leave();
    write('b');

    expect(heard).toEqual(['log', 'reset']);
  });

  it('writes its records when what made them has been answered, and drops them when the store is closed', async () => {
    const listed = () => store.table<LogRecord>('journal.logs').list();
    write('a');
    expect(listed()).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(listed()).toHaveLength(1);

    write('b');
    await store.close();
    await new Promise((resolve) => setImmediate(resolve));
    store = openStore();
  });
});
