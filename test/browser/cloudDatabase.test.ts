/** A mini-program that works with the database itself: two users of it, and the developer who sets its permissions. */
import type { FrameLocator } from 'playwright-core';
import { createEmulator } from '../../scripts/emulator/emulator';
import { temporaryFolder } from '../temporaryFolder';
import { openConsole } from './consoleInBrowser';
import { openPhone } from './phoneInBrowser';
import { runInBrowser } from './runningBrowser';

const APP = '{ "pages": ["pages/notes/notes"], "window": { "navigationBarTitleText": "Notes" } }';
const NOTES = {
  'app.json': APP,
  'app.js': 'wx.cloud.init({ traceUser: true }); App({})',
  'pages/notes/notes.wxml': `
    <view class="notes">{{notes}}</view>
    <view class="change">{{change}}</view>
    <view class="said">{{said}}</view>
    <button wx:for="{{buttons}}" wx:key="*this" data-name="{{item}}" bind:tap="tap">{{item}}</button>`,
  'pages/notes/notes.js': `
    const db = wx.cloud.database({ env: 'anything' })
    const _ = db.command
    const notes = db.collection('notes')
    const does = {
      add: () => notes.add({ data: { text: 'mine', n: 1, at: db.serverDate(), place: db.Geo.Point(113, 23) } }),
      count: () => notes.where({ n: _.gt(0).and(_.lt(5)) }).count(),
      increase: () => notes.where({ n: _.exists(true) }).update({ data: { n: _.inc(1) } }),
      missing: () => db.collection('nowhere').get(),
      callback: () => new Promise((resolve) => notes.get({ fail: resolve, success: resolve })),
      transaction: () => db.startTransaction === undefined ? { errMsg: 'none' } : {},
      other: async () => { const other = new wx.cloud.Cloud({ resourceEnv: 'x' }); await other.init(); return other.database().collection('notes').count() },
      marker: async () => {
        const { result } = await wx.cloud.callFunction({
          name: 'echo', slow: true, config: { env: 'x' }, data: { run: wx.cloud.CloudID('run-1'), n: 1 },
        })
        return { run: result.run, n: result.n }
      },
      upload: () => new Promise((resolve) => {
        wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/note.txt', 'x'.repeat(100000))
        let last = 0
        const task = wx.cloud.uploadFile({
          cloudPath: 'note.txt',
          filePath: wx.env.USER_DATA_PATH + '/note.txt',
          success: ({ statusCode, errMsg }) => resolve({ statusCode, errMsg, last }),
          fail: resolve,
        })
        task.onProgressUpdate(({ progress }) => { last = progress })
      }),
      abort: () => new Promise((resolve) => {
        const task = wx.cloud.uploadFile({
          cloudPath: 'never.txt',
          filePath: wx.env.USER_DATA_PATH + '/note.txt',
          success: resolve,
          fail: resolve,
        })
        task.abort()
      }),
      stop: () => watcher.close().then(() => ({ errMsg: 'closed' })),
    }
    let watcher
    Page({
      data: { notes: '', change: '', said: '', buttons: Object.keys(does) },
      onLoad() {
        watcher = notes.orderBy('n', 'asc').watch({
          onChange: ({ docs, docChanges, type }) => this.setData({
            notes: docs.map(({ text, n }) => text + n).join(' ') || 'empty',
            change: type || docChanges.map(({ queueType, dataType }) => queueType + ':' + dataType).join(' '),
          }),
          onError: ({ errCode }) => this.setData({ notes: 'error ' + errCode }),
        })
      },
      async tap({ target }) {
        const name = target.dataset.name
        const outcome = await Promise.resolve(does[name]()).catch((error) => error)
        const { message } = outcome instanceof Error ? outcome : {}
        this.setData({ said: name + ' ' + JSON.stringify({ ...outcome, message }) })
      },
    })`,
};

const functions = () =>
  `${temporaryFolder({ 'functions/echo/index.js': 'exports.main = async (event) => event' })}/functions`;

const running = runInBrowser(() => ({
  functions: functions(),
  miniprogram: temporaryFolder(NOTES),
  seed: {
    collections: [
      { name: 'notes', permission: 'READONLY', documents: [{ _id: 'of-nobody', text: 'first', n: 7 }] },
    ],
  },
}));

const HAN = 'oXs1-Test-HanMeiMei000000000';
const LI = 'oXs1-Test-LiLei0000000000000';

/** Taps a button, and gives what the mini-program says to it. */
async function tap(page: FrameLocator, name: string): Promise<Record<string, unknown>> {
  await page.getByText(name, { exact: true }).click();
  const said = page.locator('.said', { hasText: new RegExp(`^${name} `) });
  await said.waitFor();
  return JSON.parse(((await said.textContent()) ?? '').slice(name.length + 1));
}

it('two users work with one collection, each with his own documents, and see it change', async () => {
  const [li, han] = await Promise.all([
    openPhone(running.browser, running.emulator.url, { user: LI }),
    openPhone(running.browser, running.emulator.url, { user: HAN }),
  ]);
  await li.page.getByText('first7', { exact: true }).waitFor();
  await han.page.getByText('first7', { exact: true }).waitFor();

  expect(await tap(li.page, 'add')).toMatchObject({ errMsg: 'collection.add:ok' });
  for (const { page } of [li, han]) {
    await page.getByText('mine1 first7').waitFor();
    await page.getByText('enqueue:add').waitFor();
  }
  expect(await tap(han.page, 'increase')).toMatchObject({ stats: { updated: 0 } });
  expect(await tap(li.page, 'increase')).toMatchObject({ stats: { updated: 1 } });
  await han.page.getByText('mine2 first7').waitFor();
  await han.page.getByText('update:update').waitFor();
  expect(await tap(han.page, 'count')).toEqual({ total: 1, errMsg: 'collection.count:ok' });
  expect(await tap(han.page, 'other')).toMatchObject({ total: 2 });
  expect(await tap(han.page, 'missing')).toMatchObject({
    errCode: -502005,
    message: expect.stringMatching(/^errCode: -502005 database collection not exists \| errMsg: /),
  });
  expect(await tap(han.page, 'transaction')).toEqual({ errMsg: 'none' });
  expect(han.warnings.join()).toContain('startTransaction');

  await tap(han.page, 'stop');
  await tap(li.page, 'increase');
  await li.page.getByText('mine3 first7').waitFor();
  expect(await han.page.locator('.notes').textContent()).toBe('mine2 first7');

  // The developer closes the collection to users.
  const { page: console } = await openConsole(running.browser, running.emulator.url, { page: 'database' });
  await console.getByLabel('权限').selectOption('仅管理端可读写');
  await console.getByText('notes：仅管理端可读写').waitFor();
  expect(await tap(li.page, 'add')).toMatchObject({ errCode: -502003, errMsg: 'Permission denied' });
  expect(await tap(li.page, 'callback')).toMatchObject({ errCode: -502003 });
  await Promise.all([li, han].map(({ phone }) => phone.close()));
  await console.context().close();
});

it('uploads with its progress, stops, and tells functions that there is no open data', async () => {
  const { phone, page } = await openPhone(running.browser, running.emulator.url, { user: LI });
  expect(await tap(page, 'upload')).toEqual({ statusCode: 204, errMsg: 'cloud.uploadFile:ok', last: 100 });
  expect(await tap(page, 'abort')).toMatchObject({ errMsg: 'cloud.uploadFile:fail abort' });
  expect(await tap(page, 'marker')).toEqual({
    run: { cloudID: 'run-1', errCode: -601006, errMsg: expect.any(String) },
    n: 1,
  });
  await phone.close();
});

it('a mini-program that does not name the database is not kept waiting for its code', async () => {
  const miniprogram = temporaryFolder({
    'app.json': APP,
    'app.js': 'App({})',
    'pages/notes/notes.wxml': '<view>plain</view>',
    'pages/notes/notes.js': 'Page({})',
  });
  const emulator = await createEmulator({ functions: functions(), miniprogram, port: 0 });
  const { phone, page } = await openPhone(running.browser, emulator.url);
  await page.getByText('plain').waitFor();
  const scripts = await page
    .locator('body')
    .evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)));
  expect(scripts).toContain('runtime.js');
  expect(scripts).not.toContain('cloudDatabase.js');
  await phone.close();
  await emulator.close();
});
