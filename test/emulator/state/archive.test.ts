import { readArchive, restoreArchive, writeArchive } from '../../../scripts/emulator/state/archive';
import { openStore, type Store } from '../../../scripts/emulator/state/store';

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

function storeWith(tables: Record<string, [key: string | number | (string | number)[], value: unknown][]>) {
  const store = openStore();
  stores.push(store);
  for (const [name, entries] of Object.entries(tables)) {
    const table = store.table(name);
    for (const [key, value] of entries) table.put(key, value);
  }
  return store;
}

const header = (entries: number) => JSON.stringify({ format: 'xinshi-state', version: 1, entries });

describe('writeArchive and restoreArchive', () => {
  it('carry every entry of every table to another store', () => {
    const files: [string, unknown][] = [['a', Buffer.from([0, 255, 10])]];
    const subscriptions: [(string | number)[], unknown][] = [
      [['李雷', 1], { grants: 2, open: false, note: null, list: [1, 'a', true] }],
    ];
    const from = storeWith({ clock: [['aheadMs', -5]], files, subscriptions });
    const to = storeWith({ clock: [['aheadMs', 7]], files: [['b', 'goes']], subscriptions: [] });

    restoreArchive(to, readArchive(writeArchive(from)));

    expect(to.table('clock').entries()).toEqual([{ key: 'aheadMs', value: -5 }]);
    expect(to.table('files').entries()).toEqual([{ key: 'a', value: Buffer.from([0, 255, 10]) }]);
    expect(to.table('subscriptions').entries()).toEqual([{ key: ['李雷', 1], value: subscriptions[0]?.[1] }]);
  });

  it.each([{ $bytes: 'no bytes' }, { $$bytes: [{ $bytes: 1 }] }, { $bytes: Buffer.from('some') }])(
    'tell a field named $bytes from bytes: %j',
    (value) => {
      const from = storeWith({ journal: [['1', value]] });
      const to = storeWith({ journal: [] });

      restoreArchive(to, readArchive(writeArchive(from)));

      expect(to.table('journal').get('1')).toEqual(value);
    },
  );

  it('change nothing when a table is not known', () => {
    const to = storeWith({ clock: [['aheadMs', 7]] });
    const archive = readArchive(
      `${header(2)}\n{"table":"clock","key":"aheadMs","value":1}\n{"table":"nonsense","key":"a","value":1}\n`,
    );

    expect(() => restoreArchive(to, archive)).toThrow('a table "nonsense"');
    expect(to.table('clock').get('aheadMs')).toBe(7);
  });

  it('change nothing when a write fails half-way', () => {
    const to = storeWith({ clock: [['aheadMs', 7]] });
    const tooLong = 'k'.repeat(5_000);

    expect(() =>
      restoreArchive(to, {
        entries: [
          { table: 'clock', key: 'aheadMs', value: 1 },
          { table: 'clock', key: tooLong, value: 1 },
        ],
      }),
    ).toThrow();
    expect(to.table('clock').get('aheadMs')).toBe(7);
  });
});

describe('readArchive', () => {
  it.each([
    ['nothing', '', 'This is no state of the emulator'],
    ['another file', '{"name":"xinshi"}\n', 'This is no state of the emulator'],
    ['bytes', '\0\u0001\u0002', 'This is no state of the emulator'],
    ['a version of the future', '{"format":"xinshi-state","version":2,"entries":0}', 'has version 2'],
    ['a part of a state', `${header(2)}\n{"table":"clock","key":"a","value":1}`, 'not whole: it has 1'],
    ['a line that is cut', `${header(1)}\n{"table":"clock","key":`, 'Line 2 of this state is wrong'],
    [
      'a key that is none',
      `${header(1)}\n{"table":"clock","key":{},"value":1}`,
      'Line 2 of this state is wrong: key',
    ],
  ])('refuses %s', (_what, text, message) => {
    expect(() => readArchive(text)).toThrow(message);
  });
});
