/** A mini-program that tries one call of `wx` after another, and shows what it was answered. */
import { WECHAT_NAMES } from '../weChatNames';

/** Each answers with what the test expects of it. */
const CHECKS = `
const port = Number('PORT');
const names = 'NAMES'.split(' ');
const told = (begin) => new Promise((resolve) => begin(resolve));

exports.files = async () => {
  const fs = wx.getFileSystemManager();
  const folder = wx.env.USER_DATA_PATH + '/folder';
  fs.mkdirSync(folder); fs.writeFileSync(folder + '/a.txt', '你好', 'utf8');
  await fs.appendFile({ filePath: folder + '/a.txt', data: '!' });
  fs.copyFileSync(folder + '/a.txt', folder + '/b.txt'); fs.renameSync(folder + '/b.txt', folder + '/c.txt');
  let thrown;
  try { fs.readFileSync(folder + '/none') } catch (error) { thrown = error.message }
  const root = await told((fail) => fs.rmdir({ dirPath: wx.env.USER_DATA_PATH, recursive: true, fail }));
  const read = [fs.readFileSync(folder + '/c.txt', 'utf8'), fs.readFileSync(folder + '/a.txt', 'hex', 6), fs.readdirSync(folder).sort()];
  const failure = await told((fail) => fs.access({ path: folder + '/none', fail }));
  const size = fs.statSync(folder + '/a.txt').size;
  fs.renameSync(folder + '/a.txt', folder + '/a.txt');
  const same = fs.readFileSync(folder + '/a.txt', 'utf8');
  const outside = await told((fail) => fs.readFile({ filePath: '../data.json', fail }));
  fs.rmdirSync(folder, true);
  return { read, size, thrown, same, outside: outside.errMsg, failure: [failure.errMsg, failure.errno, failure.errCode], root: root.errMsg, own: fs.readFileSync('data.json', 'utf8'), gone: fs.readdirSync(wx.env.USER_DATA_PATH) };
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
  const [fs, photo] = [wx.getFileSystemManager(), wx.env.USER_DATA_PATH + '/photo.jpg'];
  fs.copyFileSync(tempFilePath, photo);
  const { width, height, type } = await wx.getImageInfo({ src: photo });
  fs.unlinkSync(photo);
  context.drawImage(tempFilePath, 0, 0, 20, 10);
  const first = told((drawn) => context.draw(false, drawn));
  context.fillStyle = '#0000ff';
  context.fillRect(0, 0, 10, 10);
  await told((drawn) => context.draw(true, drawn));
  await first;
  const after = await wx.canvasGetImageData({ canvasId: 'old', x: 0, y: 0, width: 1, height: 1 });
  return { last: [...after.data], wide, left: [...data.slice(0, 4)], right: [...data.slice(60, 64)], width, height, type };
};

exports.newCanvas = async (page) => {
  const [{ node }] = await told((done) => page.createSelectorQuery().select('#new').fields({ node: true }).exec(done));
  Object.assign(node, { width: 8, height: 4 });
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
  const task = await wx.request({ url: address + '/echo' });
  const aborted = await told((fail) => wx.request({ url: address + '/never', fail }).abort());
  const foreign = await told((fail) => wx.request({ url: 'https://example.com', fail }));
  const form = await told((success) => wx.request({ url: address + '/type', method: 'POST', data: { a: 1 }, header: { 'Content-Type': 'application/x-www-form-urlencoded' }, success }));
  return { task: typeof task.abort, form: form.data, data: answer.data, headers, aborted: [aborted.errMsg, aborted.errno], foreign: foreign.errMsg.slice(0, 35) };
};

exports.wrong = async () => {
  const { errMsg, errno } = await told((fail) => wx.navigateTo({ fail }));
  const toast = await wx.showToast({ title: 5 }).catch((failure) => failure);
  const request = await told((fail) => wx.request({ url: null, fail }));
  return [errMsg, errno, toast.errMsg, request.errMsg];
};

exports.emulator = async () => {
  const { url } = require('./emulator');
  const byAnotherName = url.replace('127.0.0.1', 'localhost');
  const answers = [];
  for (const address of [byAnotherName + '/emulator/users', ...['/emulator/users', '/http/../emulator/users', '/admin', '/cgi-bin/token', '/sns/none'].map((path) => url + path)])
    answers.push(await told((ended) => wx.request({ url: address, success: ({ statusCode }) => ended(statusCode), fail: ({ errMsg }) => ended(errMsg.slice(0, 35)) })));
  return answers;
};

exports.transfer = async () => {
  const address = 'http://127.0.0.1:' + port;
  const progress = [];
  const { tempFilePath, statusCode } = await told((success) =>
    wx.downloadFile({ url: address + '/file', success }).onProgressUpdate((step) => progress.push(step.totalBytesWritten)));
  const uploaded = await told((success) => wx.uploadFile({ url: address + '/echo', filePath: tempFilePath, name: 'file', success }));
  const form = await told((success) => wx.uploadFile({ url: address + '/type', filePath: tempFilePath, name: 'file', header: { 'Content-Type': 'multipart/form-data' }, success }));
  const denied = await told((fail) => wx.downloadFile({ url: address + '/file', filePath: 'a.txt', fail }));
  return { form: form.data.slice(0, 30), denied: denied.errMsg, statusCode, text: wx.getFileSystemManager().readFileSync(tempFilePath, 'utf8'), progress: progress.at(-1), sent: uploaded.data.includes('downloaded') };
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
  const hasty = wx.connectSocket({ url: 'ws://127.0.0.1:' + port });
  const ended = told((close) => hasty.onClose(close));
  hasty.close({});
  await ended;
  events.push(early.readyState === early.CLOSED, hasty.readyState === hasty.CLOSED);
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

exports.lacking = async () => names.filter((name) => wx[name] === undefined);

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
  const song = wx.createInnerAudioContext();
  const begun = told((canplay) => song.onCanplay(canplay));
  song.src = 'song.wav';
  await begun;
  const found = told((seeked) => song.onSeeked(seeked));
  song.seek(0.5);
  await found;
  const film = wx.createVideoContext('film');
  film.pause();
  return { sought: song.currentTime, paused: sound.paused, duration: sound.duration > 0, broken: (await failed).errCode, film: typeof film.sendDanmu, font: (await told((fail) => wx.loadFontFace({ family: 'f', source: 'url("none.ttf")', fail }))).errMsg };
};
`;

/** A second, of letters: each byte of it is less than 128. */
const SONG = `RIFFd\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0@\x1f\0\0@\x1f\0\0\x01\0\x08\0data@\x1f\0\0${'\0'.repeat(8000)}`;

const MINI_PROGRAM = {
  'app.json': JSON.stringify({ pages: ['a', 'b'], workers: 'workers', resolveAlias: { '@own/*': '/*' } }),
  'a.json': '{ "usingComponents": { "c-list": "list" } }',
  'b.json': '{ "usingComponents": { "c-list": "list", "c-item": "item", "base": "item" } }',
  'b.js': 'Page({})',
  'b.wxml':
    '<c-list><c-item/><c-item/></c-list><base/><button class="own" type="default">said</button><button class="own">unsaid</button>',
  'app.wxss': '.own { color: rgb(1, 2, 3) }',
  'list.json': '{ "component": true }',
  'list.wxml': '<view>{{items}} items drawn by {{by}}</view><slot/>',
  'list.js': `Component({
    data: { items: 0, by: '' },
    relations: { './item': { type: 'child', linked() { this.setData({ items: this.data.items + 1, by: this.renderer }) } } },
  })`,
  'item.json': '{ "component": true }',
  'item.wxml': '<view>an item</view>',
  'item.js': "Component({ relations: { './list': { type: 'parent' } } })",
  'app.js': 'App({})',
  'data.json': '{"a":1}',
  'song.wav': SONG,
  'workers/sum.js':
    'const { sum } = require("./add"); worker.onMessage(({ numbers }) => worker.postMessage({ sum: sum(numbers), wx: typeof wx.request }))',
  'workers/add.js': 'exports.sum = (numbers) => numbers.reduce((a, b) => a + b)',
  'a.js': `
    const checks = require('@own/checks.js');
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

const checks = [...CHECKS.matchAll(/exports\.(\w+)/g)].map(([, name]) => name);

const WXML = `
  <view id="answer">{{answer}}</view>
  ${checks.map((name) => `<view bind:tap="run" data-name="${name}">run ${name}</view>`).join('\n')}
  <c-list/><view bind:tap="open">open</view><view bind:tap="scan">scan</view><view bind:tap="choose">choose</view>
  <view id="moved">moved</view>
  <canvas canvas-id="old" style="width: 20px; height: 10px"/><canvas type="2d" id="new"/>
  <video id="film"/><audio id="sound" name="song" author="singer" controls/>`;

/** @param port of the server that it speaks to */
export const callsMiniProgram = (port: number): Record<string, string> => ({
  ...MINI_PROGRAM,
  'a.wxml': WXML,
  'checks.js': CHECKS.replace('PORT', String(port)).replace('NAMES', [...WECHAT_NAMES].join(' ')),
});
