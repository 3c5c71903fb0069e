import { readArchive, restoreArchive, writeArchive } from '../../../scripts/emulator/state/archive';
import { openStore, type Store } from '../../../scripts/emulator/state/store';

let store: Store;
beforeEach(() => {
  store = openStore();
});
afterEach(() => store.close());

const settings = () => store.table<{ n: number }>('settings', { remembered: true });

describe('a table that is remembered', () => {
  it('gives what was written, also after it was read', () => {
    const table = settings();
    expect(table.get('a')).toBeUndefined();
    table.put('a', { n: 1 });
    expect(table.get('a')).toEqual({ n: 1 });
    expect(table.get('a')).toBe(table.get('a'));
    table.put('a', { n: 2 });
    expect(table.get('a')).toEqual({ n: 2 });
    table.remove('a');
    expect(table.get('a')).toBeUndefined();
    table.put('a', { n: 3 });
    table.get('a');
    table.clear();
    expect(table.get('a')).toBeUndefined();
  });

  it('follows what another who opened it writes', () => {
    const table = settings();
    table.get('a');
    store.table('settings').put('a', { n: 1 });
    expect(table.get('a')).toEqual({ n: 1 });
  });

  it('forgets what a transaction took back, also one inside another', () => {
    const table = settings();
    table.put('a', { n: 1 });
    const takenBack = () =>
      store.transaction(() => {
        table.put('a', { n: 2 });
        expect(table.get('a')).toEqual({ n: 2 });
        throw new Error('taken back');
      });

    expect(takenBack).toThrow('taken back');
    expect(table.get('a')).toEqual({ n: 1 });
    store.transaction(() => {
      expect(takenBack).toThrow('taken back');
      expect(table.get('a')).toEqual({ n: 1 });
    });
  });

  it('is empty when the store is cleared, and full when a state is put in its place', () => {
    const table = settings();
    table.put('a', { n: 1 });
    table.get('a');
    const archive = readArchive(writeArchive(store));
    store.clear();
    expect(table.get('a')).toBeUndefined();
    restoreArchive(store, archive);
    expect(table.get('a')).toEqual({ n: 1 });
  });

  it('lets nobody change what it remembers', () => {
    const table = settings();
    table.put('a', { n: 1 });
    expect(() => {
      (table.get('a') as { n: number }).n = 2;
    }).toThrow(TypeError);
  });
});
