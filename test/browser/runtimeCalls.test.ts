/** What a browser can do of `wx` beside WeChat's screens: files, canvases, sounds, network, places, workers, worklets. */
import type { Browser, FrameLocator } from 'playwright-core';
import { createEmulator, type Emulator } from '../../scripts/emulator/emulator';
import { defaultSeed } from '../../scripts/emulator/wechat/seed';
import { launchChromium } from '../../scripts/project/chromium';
import { builtFunctions } from '../../scripts/project/paths';
import { LI_LEI } from '../../scripts/project/seed';
import { addFiles, temporaryFolder } from '../temporaryFolder';
import { callsMiniProgram } from './callsMiniProgram';
import { startOwnServer } from './ownServer';
import { type OpenPhone, openPhone, styleOf } from './phoneInBrowser';

let server: Awaited<ReturnType<typeof startOwnServer>>;
let emulator: Emulator;
let browser: Browser;
let opened: OpenPhone;
let page: FrameLocator;

// The emulator compiles the phone's own code first.
jest.setTimeout(60_000);
beforeAll(async () => {
  server = await startOwnServer();
  const miniprogram = temporaryFolder(callsMiniProgram(server.port));
  [emulator, browser] = await Promise.all([
    createEmulator({ functions: builtFunctions, miniprogram, port: 0 }),
    launchChromium(),
  ]);
  addFiles(miniprogram, { 'emulator.js': `exports.url = '${emulator.url}'` });
  opened = await openPhone(browser, emulator.url, { user: LI_LEI });
  page = opened.page;
});
afterAll(async () => {
  await opened?.phone.close();
  await browser?.close();
  await emulator?.close();
  server?.close();
});

async function answerTo(name: string): Promise<unknown> {
  const answer = page.locator('#answer').filter({ hasText: `{"${name}":` });
  await answer.waitFor();
  return JSON.parse((await answer.textContent()) ?? '')[name];
}

async function run(name: string): Promise<unknown> {
  await page.getByText(`run ${name}`, { exact: true }).click();
  return answerTo(name);
}

describe("WeChat's calls, by what a browser can do", () => {
  it('write, read, list and remove files of this session, and read those of the mini-program', async () => {
    expect(await run('files')).toEqual({
      read: ['你好!', '21', ['a.txt', 'c.txt']],
      size: 7,
      thrown: 'readFileSync:fail no such file or directory wxfile://usr/folder/none',
      failure: ['access:fail no such file or directory wxfile://usr/folder/none', 1300002, 1300002],
      same: '你好!',
      root: 'rmdir:fail permission denied, open "wxfile://usr"',
      outside: 'readFile:fail no such file or directory ../data.json',
      own: '{"a":1}',
      gone: [],
    });
  });

  it('draw on a canvas without a type, in the lengths of the page and in the order of the calls, and make a picture of it', async () => {
    expect(await run('oldCanvas')).toEqual({
      last: [0, 0, 255, 255],
      wide: true,
      left: [255, 0, 0, 255],
      right: [0, 0, 0, 0],
      width: 40,
      height: 20,
      type: 'jpeg',
    });
  });

  it('draw on a 2d canvas, with pictures of this session', async () => {
    expect(await run('newCanvas')).toEqual({ src: true, width: 8, pixel: [0, 0, 255, 255] });
  });

  it('tell of a request while it runs, end it, and refuse other addresses as WeChat does', async () => {
    expect(await run('request')).toEqual({
      task: 'function',
      form: 'application/x-www-form-urlencoded',
      data: { a: 1 },
      headers: [200, 7],
      aborted: ['request:fail abort', 600003],
      foreign: 'request:fail url not in domain list',
    });
  });

  it("refuse what they cannot use in WeChat's words", async () => {
    expect(await run('wrong')).toEqual([
      'navigateTo:fail parameter error: parameter.url should be String instead of Undefined;',
      1001,
      'showToast:fail parameter error: parameter.title should be String instead of Number;',
      'request:fail parameter error: parameter.url should be String instead of Null;',
    ]);
  });

  it('reach of the emulator what a server of WeChat answers, and none of its controls', async () => {
    const refused = 'request:fail url not in domain list';
    expect(await run('emulator')).toEqual([refused, refused, refused, refused, 200, 200]);
  });

  it('download files to where a mini-program may write, and upload them', async () => {
    expect(await run('transfer')).toEqual({
      form: 'multipart/form-data; boundary=',
      denied: 'downloadFile:fail permission denied, open "a.txt"',
      statusCode: 200,
      text: 'downloaded',
      progress: 10,
      sent: true,
    });
  });

  it('speak through a socket', async () => {
    expect(await run('socket')).toEqual([
      'shared open',
      'url not in domain list',
      'ping',
      true,
      // Refused, and closed before it was open.
      true,
      true,
    ]);
  });

  it('log in with a code that code2Session takes', async () => {
    const { code, nickName } = (await run('user')) as { code: string; nickName: string };
    const { push, miniProgram } = defaultSeed();
    const response = await fetch(
      `${emulator.url}/sns/jscode2session?appid=${push.appid}&secret=${miniProgram.secret}&js_code=${code}&grant_type=authorization_code`,
    );
    expect(await response.json()).toMatchObject({ openid: LI_LEI });
    expect(nickName).toBe('微信用户');
  });

  it('fail by name where there is nothing to do it with, and say so to canIUse', async () => {
    expect(await run('absent')).toEqual({
      bluetooth: 'openBluetoothAdapter:fail the emulator has no Bluetooth',
      photo: 'createCameraContext:fail the emulator has no camera and no microphone',
      made: 'object',
      canIUse: [true, false, true, true, true, false],
    });
    expect(opened.warnings).toContain('wx.openBluetoothAdapter: the emulator has no Bluetooth');
  });

  it('are all there: none that WeChat has is undefined', async () => {
    expect(await run('lacking')).toEqual([]);
  });

  it('run a worker with modules of its own', async () => {
    expect(await run('worker')).toEqual({ sum: 6, wx: 'undefined' });
  });

  it('move what a worklet binds', async () => {
    expect(await run('worklet')).toEqual({ marginLeft: '10px', twice: 20 });
  });

  it('play sounds, seek in them, and say which cannot be played', async () => {
    expect(await run('sound')).toEqual({
      sought: 0.5,
      paused: true,
      duration: true,
      broken: expect.any(Number),
      film: 'function',
      font: 'loadFontFace:fail the font cannot be loaded from none.ttf',
    });
    await page.getByRole('button', { name: '播放song' }).waitFor();
  });

  it('ask the user for what a camera or a map would give', async () => {
    await page.getByText('scan', { exact: true }).click();
    await opened.phone.getByRole('textbox').fill('a code');
    await opened.phone.getByRole('button', { name: '确定' }).click();
    expect(await answerTo('scan')).toBe('a code');
    await page.getByText('choose', { exact: true }).click();
    await opened.phone.getByRole('textbox').fill('30.5, 114.3');
    await opened.phone.getByRole('button', { name: '确定' }).click();
    expect(await answerTo('choose')).toBe(30.5);
  });
});

describe('components', () => {
  it('are linked to those that only a later page uses, told what draws them, and pause a film below', async () => {
    const film = page.locator('#film video');
    await film.evaluate((video: { pause(): void; title: string }) => {
      video.pause = () => {
        video.title = 'paused';
      };
    });
    await page.getByText('open', { exact: true }).click();
    await page.getByText('2 items drawn by webview').waitFor();
    // One is called as an element that a browser does not draw.
    await page.getByText('an item').nth(2).waitFor();
    expect(await film.getAttribute('title')).toBe('paused');
  });

  it('look as a type says that is written, and else as a class of the mini-program', async () => {
    expect(await styleOf(page.getByText('said', { exact: true }), 'color')).toBe('rgb(0, 0, 0)');
    expect(await styleOf(page.getByText('unsaid'), 'color')).toBe('rgb(1, 2, 3)');
  });
});
