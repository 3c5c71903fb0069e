import { readdirSync } from 'node:fs';
import { openStore } from '../../../scripts/emulator/state/store';
import { temporaryFolder } from '../../temporaryFolder';

describe('a store without a data folder', () => {
  const { TMPDIR } = process.env;
  afterEach(() => {
    process.env['TMPDIR'] = TMPDIR;
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
  });

  it('keeps what it is given, and has no file that could be left behind, even while it is open', async () => {
    const folder = temporaryFolder();
    process.env['TMPDIR'] = folder;
    const store = openStore();
    const table = store.table<string>('some');
    // More than the file that LMDB begins with.
    for (let n = 0; n < 5_000; n++) table.put(n, 'x'.repeat(1_000));

    expect(readdirSync(folder)).toEqual([]);
    expect(table.get(4_999)).toBe('x'.repeat(1_000));
    expect(table.list()).toHaveLength(5_000);
    await store.close();
    expect(readdirSync(folder)).toEqual([]);
  });
});
