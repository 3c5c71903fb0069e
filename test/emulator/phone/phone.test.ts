import fastify, { type FastifyInstance } from 'fastify';
import { type Phone, registerPhone } from '../../../scripts/emulator/phone/phone';
import { addFiles, temporaryFolder } from '../../temporaryFolder';

const MINI_PROGRAM = {
  'app.json': '{ "pages": ["pages/a/a"] }',
  'app.js': 'App({})',
  'pages/a/a.js': 'Page({})',
  'pages/a/a.wxml': '<view/>',
};

let app: FastifyInstance;
let phone: Phone | undefined;

const serve = async (files: Record<string, string>, onRebuilt = () => {}) => {
  const miniprogram = temporaryFolder(files);
  app = fastify();
  phone = await registerPhone(app, { miniprogram, onRebuilt });
  return { miniprogram, phone };
};

afterEach(async () => {
  await phone?.close();
  await app?.close();
  phone = undefined;
});

const get = (url: string) => app.inject({ url });

describe('registerPhone', () => {
  it('serves the phone, its code and the mini-program', async () => {
    await serve(MINI_PROGRAM);
    for (const url of ['/phone/', '/phone/shell.js', '/phone/shell.css', '/phone/miniprogram/']) {
      expect((await get(url)).statusCode).toBe(200);
    }
    const { body, headers } = await get('/phone/miniprogram/program.js');
    expect(body).toMatch(/^xinshi\.start\(/);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it('sends its code again only when it has changed', async () => {
    let changed = () => {};
    const change = new Promise<void>((resolve) => (changed = resolve));
    const { miniprogram } = await serve(MINI_PROGRAM, () => changed());
    const url = '/phone/miniprogram/program.js';
    const { headers } = await get(url);
    expect(headers['cache-control']).toBe('no-cache');
    const ask = () => app.inject({ url, headers: { 'if-none-match': String(headers.etag) } });
    expect(await ask()).toMatchObject({ statusCode: 304, body: '' });
    addFiles(miniprogram, { 'pages/a/a.js': 'Page({ changed: true })' });
    await change;
    expect((await ask()).body).toContain('changed: true');
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
  ])('sends the part of a film that a browser asks for: %s', async (range, statusCode, body, part) => {
    await serve({ ...MINI_PROGRAM, 'film.mp4': '0123456789' });
    const answer = await app.inject({ url: '/phone/miniprogram/files/film.mp4', headers: { range } });
    expect(answer).toMatchObject({ statusCode, body, headers: { 'accept-ranges': 'bytes' } });
    expect(answer.headers['content-range']).toBe(part);
  });

  it('lets no text become code', async () => {
    await serve(MINI_PROGRAM);
    const policy = String((await get('/phone/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it('hands a mistake in the source to the phone, and goes on', async () => {
    await serve({ ...MINI_PROGRAM, 'pages/a/a.js': 'Page({' });
    const { statusCode, body } = await get('/phone/miniprogram/program.js');
    expect(statusCode).toBe(200);
    expect(body).toMatch(/^xinshi\.fail\(\[\{"file":"pages\/a\/a\.js","line":1,/);
  });

  it('gives the pages of app.json, and none that it could never read', async () => {
    const { phone } = await serve(MINI_PROGRAM);
    expect(phone.pages()).toEqual(['pages/a/a']);
    await phone.close();
    expect((await serve({ 'app.json': '{' })).phone.pages()).toEqual([]);
  });

  it('tells of a change, reads app.json again, and keeps the pages while it is broken', async () => {
    let changed = () => {};
    const nextChange = () => new Promise<void>((resolve) => (changed = resolve));
    const { miniprogram, phone } = await serve(MINI_PROGRAM, () => changed());
    let change = nextChange();
    addFiles(miniprogram, { 'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }' });
    await change;
    expect(phone.pages()).toEqual(['pages/a/a', 'pages/b/b']);
    change = nextChange();
    addFiles(miniprogram, { 'app.json': '{' });
    await change;
    expect(phone.pages()).toEqual(['pages/a/a', 'pages/b/b']);
  });

  it('finds the mini-program that a project.config.json names', async () => {
    const { phone } = await serve({
      'project.config.json': '{ "miniprogramRoot": "client/" }',
      ...Object.fromEntries(Object.entries(MINI_PROGRAM).map(([file, text]) => [`client/${file}`, text])),
    });
    expect(phone.pages()).toEqual(['pages/a/a']);
  });

  it('says what to do when there is no mini-program', async () => {
    await expect(serve({ 'readme.md': '' })).rejects.toThrow(/no app\.json.*--miniprogram/);
  });
});
