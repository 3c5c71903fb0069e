import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ErrorBody } from '../../scripts/emulator/contract';
import { temporaryFolder } from '../temporaryFolder';
import { LI_LEI, runEmulator } from './runningEmulator';

const SDK = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const told = ({ errCode, errMsg }) => ({ errCode, errMsg });
`;

const project = temporaryFolder({
  'functions/upload/index.js': `${SDK}
    exports.main = ({ cloudPath, base64 }) =>
      cloud.uploadFile({ cloudPath, fileContent: Buffer.from(base64, 'base64') }).catch(told);`,
  'functions/uploadStream/index.js': `${SDK}
    const fs = require('node:fs');
    exports.main = ({ cloudPath, file }) => cloud.uploadFile({ cloudPath, fileContent: fs.createReadStream(file) });`,
  'functions/uploadLarge/index.js': `${SDK}
    exports.main = ({ megabytes }) =>
      cloud.uploadFile({ cloudPath: 'large.bin', fileContent: Buffer.alloc(megabytes * 1024 * 1024, 1) }).catch(told);`,
  'functions/download/index.js': `${SDK}
    exports.main = ({ fileID }) =>
      cloud.downloadFile({ fileID }).then(
        ({ fileContent, statusCode }) => ({ base64: fileContent.toString('base64'), statusCode }),
        told,
      );`,
  'functions/links/index.js': `${SDK} exports.main = ({ fileList }) => cloud.getTempFileURL({ fileList }).catch(told);`,
  'functions/remove/index.js': `${SDK} exports.main = ({ fileList }) => cloud.deleteFile({ fileList }).catch(told);`,
});
const emulator = runEmulator({ functions: join(project, 'functions') });

const call = <T>(name: string, data: unknown) => emulator.call<T>(LI_LEI, name, data);
/** Every byte there is. */
const BYTES = Buffer.from(Array.from({ length: 1_000 }, (_, index) => (index * 31) % 256));

async function upload(cloudPath: string, bytes = BYTES): Promise<string> {
  const { fileID } = await call<{ fileID: string }>('upload', {
    cloudPath,
    base64: bytes.toString('base64'),
  });
  return fileID;
}
const download = (fileID: string) => call<{ base64: string }>('download', { fileID });

interface Link {
  fileID: string;
  status: number;
  errMsg: string;
  maxAge: number;
  tempFileURL: string;
}
async function linkOf(fileID: string, maxAge?: number): Promise<Link> {
  const { fileList } = await call<{ fileList: Link[] }>('links', {
    fileList: [maxAge === undefined ? fileID : { fileID, maxAge }],
  });
  const [link] = fileList;
  if (link === undefined) throw new Error('no link');
  return link;
}

/** STORAGE_FILE_NONEXIST, in the words of wx-server-sdk. */
const NONEXISTENT = { status: -503003, errMsg: 'storage file not exists' };

describe('uploadFile', () => {
  it('keeps bytes as they are, under an id of environment, bucket and path', async () => {
    const fileID = await upload('orders/1.png');

    expect(fileID).toBe('cloud://local-xinshi.6c6f-local-xinshi-1250000000/orders/1.png');
    expect(await download(fileID)).toEqual({ base64: BYTES.toString('base64'), statusCode: 200 });
  });

  it('takes a stream', async () => {
    const file = join(temporaryFolder({ 'a.txt': '你好，世界' }), 'a.txt');

    const { fileID } = await call<{ fileID: string }>('uploadStream', { cloudPath: 'a.txt', file });

    expect(Buffer.from((await download(fileID)).base64, 'base64').toString()).toBe('你好，世界');
  });

  it('takes an empty file, and puts a file in the place of one with its path', async () => {
    const fileID = await upload('again.bin');

    expect(await upload('again.bin', Buffer.alloc(0))).toBe(fileID);
    expect(await download(fileID)).toMatchObject({ base64: '' });
  });

  it('refuses a form that cannot be read', async () => {
    const response = await fetch(`${emulator.url}/storage`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data' },
      body: 'x',
    });

    expect([response.status, ((await response.json()) as ErrorBody).error.code]).toEqual([
      400,
      'INVALID_FORM',
    ]);
  });

  it('takes the form that SDKs of old send', async () => {
    const metadata = await fetch(`${emulator.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'storage.getUploadMetadata', path: 'old.bin' }),
    });
    const { data } = (await metadata.json()) as { data: { url: string; fileId: string } };
    const form = new FormData();
    form.set('key', 'old.bin');
    form.set('file', new Blob([new Uint8Array(BYTES)]), 'old.bin');

    expect((await fetch(data.url, { method: 'POST', body: form })).status).toBe(204);
    expect(await download(data.fileId)).toMatchObject({ base64: BYTES.toString('base64') });
  });

  it.each([
    ['../../etc/passwd'],
    ['a/../../b'],
    ['./.'],
    ['C:\\Windows\\system.ini'],
    ['中文/文件 名?#%.png'],
    ['😀.txt'],
    ['%2e%2e/%2fa'],
    [`${'long/'.repeat(169)}.txt`],
    ['__proto__'],
  ])('takes %j as a name and nothing more', async (cloudPath) => {
    const fileID = await upload(cloudPath, Buffer.from(cloudPath));

    expect(fileID.endsWith(`/${cloudPath}`)).toBe(true);
    expect(Buffer.from((await download(fileID)).base64, 'base64').toString()).toBe(cloudPath);
    expect((await linkOf(fileID)).tempFileURL).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/storage\/[\w.\-/?=&]+$/);
  });

  it.each([
    ['', 'must not be empty'],
    ['/etc/passwd', 'must not begin with /'],
    ['a//b', 'must not contain //'],
    ['a\0b', 'must not contain control characters'],
    ['a\nb', 'must not contain control characters'],
    ['x'.repeat(851), 'must not exceed 850 bytes'],
    ['中'.repeat(284), 'must not exceed 850 bytes'],
  ])('refuses a path that breaks a rule of names: %j', async (cloudPath, rule) => {
    expect(await call('upload', { cloudPath, base64: '' })).toEqual({
      errCode: expect.any(Number),
      errMsg: expect.stringContaining(rule),
    });
  });

  it('refuses a file beyond 64 MB with the words of COS', async () => {
    expect(await call('uploadLarge', { megabytes: 65 })).toMatchObject({
      errMsg: expect.stringContaining('[EntityTooLarge]: A file may have 67108864 bytes'),
    });
    expect(await call('uploadLarge', { megabytes: 20 })).toMatchObject({ fileID: expect.any(String) });
  });

  it('is for the address that was given out, and for 15 minutes', async () => {
    const response = await fetch(`${emulator.url}/storage?path=a&sign=00&t=9999999999`, {
      method: 'PUT',
      body: 'x',
    });

    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });
});

describe('getTempFileURL', () => {
  it('gives a link that anybody can open for a day, with the content type of the name', async () => {
    const link = await linkOf(await upload('photo.png'));

    expect(link).toMatchObject({ status: 0, errMsg: 'ok', maxAge: 86_400 });
    const response = await fetch(link.tempFileURL);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
  });

  it("gives a link that is over after maxAge of the emulator's clock", async () => {
    const { tempFileURL } = await linkOf(await upload('short.txt'), 60);
    emulator.clock.advance(58_000);
    expect((await fetch(tempFileURL)).status).toBe(200);

    emulator.clock.advance(3_000);

    const response = await fetch(tempFileURL);
    expect([response.status, ((await response.json()) as ErrorBody).error.code]).toEqual([
      403,
      'LINK_EXPIRED',
    ]);
  });

  it('gives a link that opens this file alone, until its own time', async () => {
    const { tempFileURL } = await linkOf(await upload('mine.txt'));
    const other = createHash('sha256').update('photo.png').digest('hex');

    for (const forged of [
      tempFileURL.replace(/storage\/\w+/, `storage/${other}`),
      tempFileURL.replace(/t=\d+/, 't=9999999999'),
      tempFileURL.replace(/sign=\w+/, 'sign='),
      tempFileURL.split('?')[0] as string,
    ]) {
      const response = await fetch(forged);
      expect([response.status, ((await response.json()) as ErrorBody).error.code]).toEqual([
        403,
        'LINK_FORGED',
      ]);
    }
  });

  it('says STORAGE_FILE_NONEXIST of a file that is not there, beside those that are', async () => {
    const there = await upload('there.txt');
    const missing = there.replace('there', 'missing');

    const { fileList } = await call<{ fileList: Link[] }>('links', {
      fileList: [there, missing, 'cloud://elsewhere.bucket/a', 'no id'],
    });

    expect(fileList).toMatchObject([{ status: 0 }, NONEXISTENT, NONEXISTENT, NONEXISTENT]);
  });

  it('takes 50 files at most', async () => {
    expect(await call('links', { fileList: Array(51).fill('cloud://a.b/c') })).toMatchObject({
      errMsg: expect.stringContaining('at most 50 files'),
    });
  });
});

describe('downloadFile', () => {
  it('fails with STORAGE_FILE_NONEXIST when there is no such file', async () => {
    expect(await download('cloud://local-xinshi.6c6f-local-xinshi-1250000000/nowhere.txt')).toMatchObject({
      errMsg: expect.stringContaining('storage file not exists'),
    });
  });
});

describe('deleteFile', () => {
  it('deletes files, and says STORAGE_FILE_NONEXIST of those that are not there', async () => {
    const fileID = await upload('gone.txt');
    const { tempFileURL } = await linkOf(fileID);

    expect(await call('remove', { fileList: [fileID, `${fileID}x`] })).toMatchObject({
      fileList: [{ fileID, status: 0, errMsg: 'ok' }, NONEXISTENT],
    });
    expect(await linkOf(fileID)).toMatchObject(NONEXISTENT);
    expect((await fetch(tempFileURL)).status).toBe(404);
  });
});

describe('GET /emulator/storage/file', () => {
  const open = (id: string, headers: Record<string, string> = {}) =>
    fetch(`${emulator.url}/emulator/storage/file?id=${encodeURIComponent(id)}`, { headers });

  it('opens a cloud:// id for the phone', async () => {
    const response = await open(await upload('中文 名.jpg'));

    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
  });

  it("keeps an uploaded page from using the emulator's origin", async () => {
    const response = await open(await upload('page.html'));

    expect(response.headers.get('content-security-policy')).toBe('sandbox');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers 404 with -503003 when there is no such file, and 403 to a page of another origin', async () => {
    const missing = await open('cloud://local-xinshi.6c6f-local-xinshi-1250000000/../state.mdb');
    expect([missing.status, await missing.json()]).toMatchObject([
      404,
      { error: { code: 'STORAGE_FILE_NONEXIST', errCode: -503003 } },
    ]);
    expect((await open('cloud://a.b/c', { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('a reset', () => {
  it('empties cloud storage, and ends the links that were given out', async () => {
    const fileID = await upload('reset.txt');
    const { tempFileURL } = await linkOf(fileID);

    await emulator.reset();

    expect(await linkOf(fileID)).toMatchObject(NONEXISTENT);
    expect((await fetch(tempFileURL)).status).toBe(403);
  });
});
