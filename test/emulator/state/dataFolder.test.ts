import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../../scripts/emulator/state/store';
import { temporaryFolder } from '../../temporaryFolder';

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
const open = (folder: string): Store => {
  const store = openStore(folder);
  stores.push(store);
  return store;
};

/** A folder with a state of some size that was closed properly. */
async function closedFolder(): Promise<string> {
  const folder = temporaryFolder();
  const store = openStore(folder);
  const table = store.table<string>('some');
  for (let n = 0; n < 2_000; n++) table.put(n, 'x'.repeat(100));
  await store.close();
  return folder;
}

const leaveLock = (folder: string, lock: unknown) =>
  writeFileSync(join(folder, 'emulator.lock'), typeof lock === 'string' ? lock : JSON.stringify(lock));

describe('the lock of a data folder', () => {
  it('keeps a second emulator out of it, naming the folder and the process', () => {
    const folder = temporaryFolder();
    open(folder);

    expect(() => openStore(folder)).toThrow(
      `The data folder ${folder} is in use by another emulator (process ${process.pid})`,
    );
  });

  it('holds against a process that runs', () => {
    const folder = temporaryFolder();
    leaveLock(folder, { pid: process.ppid });

    expect(() => openStore(folder)).toThrow(`(process ${process.ppid})`);
  });

  it('is gone when the store is closed', async () => {
    const folder = await closedFolder();

    expect(existsSync(join(folder, 'emulator.lock'))).toBe(false);
    expect(open(folder).table('some').get(1)).toBe('x'.repeat(100));
  });

  it('is taken over from a process that is gone', async () => {
    const folder = await closedFolder();
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(gone, 'exit');
    leaveLock(folder, { pid: gone.pid });

    expect(open(folder).table('some').get(1)).toBe('x'.repeat(100));
  });

  it('is taken over when another process has got the number of the one that is gone', () => {
    const folder = temporaryFolder();
    leaveLock(folder, { pid: process.ppid, startedAt: 'another boot 1' });

    open(folder);
  });

  it('is taken over when it was being written as its process died', () => {
    const folder = temporaryFolder();
    leaveLock(folder, '');

    open(folder);
  });
});

describe('a data folder', () => {
  it('is made with its parents', () => {
    const folder = join(temporaryFolder(), 'made/for/it');

    open(folder).table('some').put('a', 1);

    expect(readFileSync(join(folder, 'state.mdb')).length).toBeGreaterThan(0);
  });

  it('that cannot be written is named with what to do', () => {
    const file = join(temporaryFolder({ file: '' }), 'file');

    expect(() => openStore(join(file, 'data'))).toThrow(
      /^The data folder .*file\/data cannot be read and written \(ENOTDIR\)\. Choose another with --data/,
    );
  });
});

describe('a state file that is a folder', () => {
  it('is refused like a folder that cannot be written', () => {
    const folder = temporaryFolder({ 'state.mdb/file': '' });

    expect(() => openStore(folder)).toThrow('cannot be read and written (EISDIR)');
  });
});

describe('a damaged state file', () => {
  const damages: [what: string, damage: (file: string) => void][] = [
    ['that is something else', (file) => writeFileSync(file, 'hello world')],
    ['that is something else of some size', (file) => writeFileSync(file, Buffer.alloc(100_000, 7))],
    ['that is cut', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ];

  it.each(damages)('%s is refused with what to do', async (_what, damage) => {
    const folder = await closedFolder();
    damage(join(folder, 'state.mdb'));

    expect(() => openStore(folder)).toThrow(/^The state in .*state\.mdb is damaged: .*Delete the file/);
    // Nothing holds the folder after that.
    expect(existsSync(join(folder, 'emulator.lock'))).toBe(false);
  });

  it('is found after an unclean end even when its head is whole', async () => {
    const folder = await closedFolder();
    const file = join(folder, 'state.mdb');
    const bytes = readFileSync(file);
    for (let at = 2 * 4096; at < bytes.length; at += 4096) bytes.fill(0x5a, at, at + 512);
    writeFileSync(file, bytes);
    leaveLock(folder, { pid: 0 });

    expect(() => openStore(folder)).toThrow('is damaged: not every entry can be read');
  });
});
