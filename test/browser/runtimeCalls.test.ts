/** What a browser can do of `wx` beside WeChat's screens: files, canvases, sounds, network, places, workers, worklets. */
import type { Browser, FrameLocator } from 'playwright-core';
import { createEmulator, type Emulator } from '../../scripts/emulator/emulator';
import { defaultSeed } from '../../scripts/emulator/wechat/seed';
import { launchChromium } from '../../scripts/project/chromium';
import { builtFunctions } from '../../scripts/project/paths';
import { LI_LEI } from '../../scripts/project/seed';
import { temporaryFolder } from '../temporaryFolder';
import { startOwnServer } from './ownServer';
import { type OpenPhone, openPhone } from './phoneInBrowser';

/** Each answers with what the test expects of it. */
const CHECKS = `
const port = Number('PORT');
const told = (begin) => new Promise((resolve) => begin(resolve));

exports.files = async () => {
  const fs = wx.getFileSystemManager();
  const folder = wx.env.USER_DATA_PATH + '/folder';
  fs.mkdirSync(folder);
  fs.writeFileSync(folder + '/a.txt', '你好', 'utf8');
  await fs.appendFile({ filePath: folder + '/a.txt', data: '!' });
  fs.copyFileSync(folder + '/a.txt', folder + '/b.txt');
  fs.renameSync(folder + '/b.txt', folder + '/c.txt');
  let thrown;
  try { fs.readFileSync(folder + '/none') } catch (error) { thrown = error.message }
  const read = [fs.readFileSync(folder + '/c.txt', 'utf8'), fs.readFileSync(folder + '/a.txt', 'hex', 6), fs.readdirSync(folder).sort()];
  const failure = await told((fail) => fs.access({ path: folder + '/none', fail }));
  const size = fs.statSync(folder + '/a.txt').size;
  fs.rmdirSync(folder, true);
  return { read, size, thrown, failure: failure.errMsg, own: fs.readFileSync('data.json', 'utf8'), gone: fs.readdirSync(wx.env.USER_DATA_PATH) };
};

exports.oldCanvas = async () => {
  const context = wx.createCanvasContext('old');
  context.setFillStyle('#ff0000');
  context.fillRect(0, 0, 10, 10);
  context.font = '20px sans-serif';
  const wide = context.measureText('mm').width > 20;
  await told((drawn) => context.draw(false, drawn));
  const { data } = await wx.canvasGetImageData({ canvasId: 'old', x: 0, y: 0, width: 20, height: 1 });
  const { tempFilePath } = await wx.canvasToTempFilePath({ canvasId: 'old', destWidth: 40, destHeight: 20 });
  const { width, height } = await wx.getImageInfo({ src: tempFilePath });
  return { wide, left: [...data.slice(0, 4)], right: [...data.slice(60, 64)], width, height };
};

exports.newCanvas = async (page) => {
  const [{ node }] = await told((done) => page.createSelectorQuery().select('#new').fields({ node: true }).exec(done));
  node.width = 8;
  node.height = 4;
  const context = node.getContext('2d');
  context.fillStyle = 'blue';
  context.fillRect(0, 0, 8, 4);
  const { tempFilePath } = await wx.canvasToTempFilePath({ canvas: node, destWidth: 8, destHeight: 4 });
  const image = node.createImage();
  await told((done) => { image.onload = done; image.src = tempFilePath });
  const offscreen = wx.createOffscreenCanvas({ type: '2d', width: 2, height: 2 });
  offscreen.getContext('2d').drawImage(image, 0, 0);
  await told((done) => node.requestAnimationFrame(done));
  return { src: image.src === tempFilePath, width: image.width, pixel: [...offscreen.getContext('2d').getImageData(0, 0, 1, 1).data] };
};

exports.request = async () => {
  const headers = [];
  const address = 'http://127.0.0.1:' + port;
  const answer = await told((success) => {
    const task = wx.request({ url: address + '/echo', method: 'POST', data: { a: 1 }, enableChunked: true, success });
    task.onHeadersReceived(({ statusCode }) => headers.push(statusCode));
    task.onChunkReceived(({ data }) => headers.push(data.byteLength));
  });
  const aborted = await told((fail) => wx.request({ url: address + '/never', fail }).abort());
  const foreign = await told((fail) => wx.request({ url: 'https://example.com', fail }));
  return { data: answer.data, headers, aborted: aborted.errMsg, foreign: foreign.errMsg.slice(0, 35) };
};

exports.transfer = async () => {
  const address = 'http://127.0.0.1:' + port;
  const progress = [];
  const { tempFilePath, statusCode } = await told((success) =>
    wx.downloadFile({ url: address + '/file', success }).onProgressUpdate((step) => progress.push(step.totalBytesWritten)));
  const uploaded = await told((success) => wx.uploadFile({ url: address + '/echo', filePath: tempFilePath, name: 'file', success }));
  return { statusCode, text: wx.getFileSystemManager().readFileSync(tempFilePath, 'utf8'), progress: progress.at(-1), sent: uploaded.data.includes('downloaded') };
};

exports.socket = async () => {
  const events = [];
  wx.onSocketOpen(() => events.push('shared open'));
  const task = wx.connectSocket({ url: 'ws://127.0.0.1:' + port });
  await told((open) => task.onOpen(open));
  const answer = told((message) => task.onMessage(message));
  const closed = told((close) => task.onClose(close));
  const early = wx.connectSocket({ url: 'ws://example.com' });
  events.push((await told((error) => early.onError(error))).errMsg.slice(0, 22));
  task.send({ data: 'ping' });
  events.push((await answer).data, task.readyState === task.OPEN);
  task.close({});
  await closed;
  return events;
};

exports.user = async () => {
  const { code } = await wx.login();
  const { userInfo } = await wx.getUserProfile({ desc: 'x' });
  return { code, nickName: userInfo.nickName };
};

exports.absent = async () => {
  wx.onBLECharacteristicValueChange(() => {});
  const bluetooth = await told((fail) => wx.openBluetoothAdapter({ fail }));
  const photo = await told((fail) => wx.createCameraContext().takePhoto({ fail }));
  const xr = wx.getXrFrameSystem();
  class Part extends xr.Component {}
  return {
    bluetooth: bluetooth.errMsg,
    photo: photo.errMsg,
    made: typeof new Part(),
    canIUse: ['createInnerAudioContext', 'openBluetoothAdapter', 'video.src', 'canvas.type', 'getFileSystemManager', 'makeCoffee'].map(wx.canIUse),
  };
};

exports.worker = async () => {
  const worker = wx.createWorker('workers/sum.js');
  const answer = told((message) => worker.onMessage(message));
  worker.postMessage({ numbers: [1, 2, 3] });
  return answer;
};

exports.worklet = async (page) => {
  const { shared, derived, timing, sequence, runOnJS } = wx.worklet;
  const left = shared(0);
  const twice = derived(() => left.value * 2);
  page.applyAnimatedStyle('#moved', () => ({ marginLeft: left.value + 'px' }));
  await told((ended) => { left.value = sequence(timing(5, { duration: 20 }), timing(10, { duration: 20 }, runOnJS(ended))) });
  await told((done) => setTimeout(done, 50));
  const [{ marginLeft }] = await told((done) => page.createSelectorQuery().select('#moved').fields({ computedStyle: ['marginLeft'] }).exec(done));
  return { marginLeft, twice: twice.value };
};

exports.sound = async (page) => {
  const fs = wx.getFileSystemManager();
  const silence = 'UklGRiwAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQgAAACAgICAgICAgA==';
  const filePath = wx.env.USER_DATA_PATH + '/silence.wav';
  fs.writeFileSync(filePath, silence, 'base64');
  const sound = wx.createInnerAudioContext();
  const ready = told((canplay) => sound.onCanplay(canplay));
  sound.src = filePath;
  await ready;
  const broken = wx.createInnerAudioContext();
  const failed = told((error) => broken.onError(error));
  broken.src = wx.env.USER_DATA_PATH + '/data.txt';
  const film = wx.createVideoContext('film');
  film.pause();
  return { paused: sound.paused, duration: sound.duration > 0, broken: (await failed).errCode, film: typeof film.sendDanmu, font: (await told((fail) => wx.loadFontFace({ family: 'f', source: 'url("none.ttf")', fail }))).errMsg };
};
`;

const MINI_PROGRAM = {
  'app.json': JSON.stringify({ pages: ['a', 'b'], workers: 'workers' }),
  'a.json': '{ "usingComponents": { "c-list": "list" } }',
  'b.json': '{ "usingComponents": { "c-list": "list", "c-item": "item" } }',
  'b.js': 'Page({})',
  'b.wxml': '<c-list><c-item/><c-item/></c-list>',
  'list.json': '{ "component": true }',
  'list.wxml': '<view>{{items}} items drawn by {{by}}</view><slot/>',
  'list.js': `Component({
    data: { items: 0, by: '' },
    relations: { './item': { type: 'child', linked() { this.setData({ items: this.data.items + 1, by: this.renderer }) } } },
  })`,
  'item.json': '{ "component": true }',
  'item.wxml': '<view/>',
  'item.js': "Component({ relations: { './list': { type: 'parent' } } })",
  'app.js': 'App({})',
  'data.json': '{"a":1}',
  'workers/sum.js':
    'const { sum } = require("./add"); worker.onMessage(({ numbers }) => worker.postMessage({ sum: sum(numbers), wx: typeof wx.request }))',
  'workers/add.js': 'exports.sum = (numbers) => numbers.reduce((a, b) => a + b)',
  'a.js': `
    const checks = require('./checks');
    Page({
      data: { answer: '' },
      async run({ currentTarget: { dataset: { name } } }) {
        const answer = await checks[name](this).catch((error) => ({ error: error.errMsg || String(error) }));
        this.setData({ answer: JSON.stringify({ [name]: answer }) });
      },
      open() { wx.navigateTo({ url: 'b' }) },
      async scan() { this.setData({ answer: JSON.stringify({ scan: (await wx.scanCode({})).result }) }) },
      async choose() { const { latitude } = await wx.chooseLocation(); this.setData({ answer: JSON.stringify({ choose: latitude }) }) },
    })`,
};

const names = [...CHECKS.matchAll(/exports\.(\w+)/g)].map(([, name]) => name);

const WXML = `
  <view id="answer">{{answer}}</view>
  ${names.map((name) => `<view bind:tap="run" data-name="${name}">run ${name}</view>`).join('\n')}
  <c-list/><view bind:tap="open">open</view><view bind:tap="scan">scan</view><view bind:tap="choose">choose</view>
  <view id="moved">moved</view>
  <canvas canvas-id="old" style="width: 20px; height: 10px"/><canvas type="2d" id="new"/>
  <video id="film"/><audio id="sound" name="song" author="singer" controls/>`;

let server: Awaited<ReturnType<typeof startOwnServer>>;
let emulator: Emulator;
let browser: Browser;
let opened: OpenPhone;
let page: FrameLocator;

// The emulator compiles the phone's own code first.
jest.setTimeout(60_000);
beforeAll(async () => {
  server = await startOwnServer();
  const miniprogram = temporaryFolder({
    ...MINI_PROGRAM,
    'a.wxml': WXML,
    'checks.js': CHECKS.replace('PORT', String(server.port)),
  });
  [emulator, browser] = await Promise.all([
    createEmulator({ functions: builtFunctions, miniprogram, port: 0 }),
    launchChromium(),
  ]);
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
      failure: 'access:fail no such file or directory wxfile://usr/folder/none',
      own: '{"a":1}',
      gone: [],
    });
  });

  it('draw on a canvas without a type, in the lengths of the page, and make a picture of it', async () => {
    expect(await run('oldCanvas')).toEqual({
      wide: true,
      left: [255, 0, 0, 255],
      right: [0, 0, 0, 0],
      width: 40,
      height: 20,
    });
  });

  it('draw on a 2d canvas, with pictures of this session', async () => {
    expect(await run('newCanvas')).toEqual({ src: true, width: 8, pixel: [0, 0, 255, 255] });
  });

  it('tell of a request while it runs, end it, and refuse other addresses as WeChat does', async () => {
    expect(await run('request')).toEqual({
      data: { a: 1 },
      headers: [200, 7],
      aborted: 'request:fail abort',
      foreign: 'request:fail url not in domain list',
    });
  });

  it('download and upload files', async () => {
    expect(await run('transfer')).toEqual({ statusCode: 200, text: 'downloaded', progress: 10, sent: true });
  });

  it('speak through a socket', async () => {
    expect(await run('socket')).toEqual(['shared open', 'url not in domain list', 'ping', true]);
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

  it('run a worker with modules of its own', async () => {
    expect(await run('worker')).toEqual({ sum: 6, wx: 'undefined' });
  });

  it('move what a worklet binds', async () => {
    expect(await run('worklet')).toEqual({ marginLeft: '10px', twice: 20 });
  });

  it('play sounds, and say which cannot be played', async () => {
    expect(await run('sound')).toEqual({
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
  it('are linked to those that only a later page uses, and told what draws them', async () => {
    await page.getByText('open', { exact: true }).click();
    await page.getByText('2 items drawn by webview').waitFor();
  });
});
