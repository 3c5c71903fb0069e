import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClock } from '../../../scripts/emulator/state/clock';
import { openStore } from '../../../scripts/emulator/state/store';
import { createFileStorage } from '../../../scripts/emulator/storage/storage';
import { temporaryFolder } from '../../temporaryFolder';

const BASE_URL = 'http://127.0.0.1:9527';

function openStorage(directory?: string) {
  const store = openStore(directory);
  const clock = createClock(store);
  const storage = createFileStorage({ store, clock, envId: 'local-xinshi', baseUrl: () => BASE_URL });
  return { store, clock, storage };
}

function put({ storage }: ReturnType<typeof openStorage>, path: string, bytes: Buffer): string {
  const { data } = storage.handle('storage.getUploadMetadata', { path }) as {
    data: { url: string; fileId: string };
  };
  const query = new URL(data.url).searchParams;
  expect(storage.upload(path, { sign: query.get('sign') ?? '', t: query.get('t') ?? '' }, bytes)).toBe(
    'done',
  );
  return data.fileId;
}

describe('cloud storage', () => {
  it("keeps files and links over a restart, in the emulator's store alone", async () => {
    const folder = temporaryFolder();
    const directory = join(folder, 'data');
    const before = openStorage(directory);
    const fileId = put(before, '../../outside.txt', Buffer.from('kept'));
    const { data } = before.storage.handle('storage.batchGetDownloadUrl', {
      file_list: [{ fileid: fileId }],
    }) as { data: { download_list: { tempFileURL: string }[] } };
    await before.store.close();

    const after = openStorage(directory);

    const link = new URL(data.download_list[0]?.tempFileURL ?? '');
    const [, , key = ''] = link.pathname.split('/');
    const signature = {
      sign: link.searchParams.get('sign') ?? '',
      t: link.searchParams.get('t') ?? '',
    };
    expect(after.storage.open(key, signature)).toMatchObject({ bytes: Buffer.from('kept') });
    expect(after.storage.read(fileId)).toMatchObject({ cloudPath: '../../outside.txt' });
    expect(readdirSync(folder)).toEqual(['data']);
    expect(readdirSync(directory).join()).not.toContain('outside');
    await after.store.close();
  });

  it('refuses an upload when its 15 minutes are over', async () => {
    const opened = openStorage();
    const { data } = opened.storage.handle('storage.getUploadMetadata', { path: 'late.txt' }) as {
      data: { url: string };
    };
    const query = new URL(data.url).searchParams;
    const signature = { sign: query.get('sign') ?? '', t: query.get('t') ?? '' };
    opened.clock.advance(15 * 60_000);

    expect(opened.storage.upload('late.txt', signature, Buffer.from('x'))).toBe('expired');
    expect(opened.storage.upload('other.txt', signature, Buffer.from('x'))).toBe('forged');
    await opened.store.close();
  });

  it('refuses an action that it does not know', () => {
    expect(() => openStorage().storage.handle('storage.formatDisk', {})).toThrow(
      /no action storage.formatDisk/,
    );
  });
});
