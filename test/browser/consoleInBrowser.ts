/** The console opened in a browser over an emulator with small functions, for the tests that click. */
import type { Browser, Locator, Page } from 'playwright-core';
import { temporaryFolder } from '../temporaryFolder';

/** Functions that do one thing each: answer a push, echo, fail, send, wait for a file, call another. */
export function consoleFunctions(): string {
  const sdk = "const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });";
  const project = temporaryFolder({
    'functions/messagePush/index.js': `exports.main = async (event) => { console.log('收到', event.MsgType); return 'success'; };`,
    'functions/echo/index.js': `exports.main = async (event) => { console.log('回声 #' + event.n); return { n: event.n }; };`,
    'functions/echo/config.json':
      '{"triggers":[{"name":"yearly","type":"timer","config":"0 0 0 1 1 * 2090"}]}',
    'functions/fail/index.js': `exports.main = async () => { console.error('就要出错了'); throw new Error('故意的 <b id="injected">粗体</b>'); };`,
    'functions/reply/index.js': `${sdk} exports.main = ({ touser, content }) =>
      cloud.openapi.customerServiceMessage.send({ touser, msgtype: 'text', text: { content } });`,
    // Under load two cold starts take longer than the 5 seconds of a function that is not listed.
    'cloudbaserc.json': JSON.stringify({
      functionRoot: 'functions',
      functions: ['slow', 'outer', 'echo', 'reply'].map((name) => ({ name, timeout: 30 })),
    }),
    'functions/slow/index.js': `const { existsSync } = require('node:fs');
      exports.main = async ({ until }) => {
        console.log('第一步');
        while (!existsSync(until)) await new Promise((done) => setTimeout(done, 20));
        console.log('第二步');
      };`,
    'functions/outer/index.js': `${sdk} exports.main = () => cloud.callFunction({ name: 'echo', data: { n: 9 } });`,
    'functions/reply/config.json': '{"permissions":{"openapi":["customerServiceMessage.send"]}}',
  });
  return `${project}/functions`;
}

export interface ConsoleOptions {
  /** Default `timeline`. */
  page?: string;
  width?: number;
  colorScheme?: 'light' | 'dark';
}

export interface OpenConsole {
  page: Page;
  /** Errors in the browser's console, and exceptions. */
  errors: string[];
}

/** @param url the emulator's */
export async function openConsole(
  browser: Browser,
  url: string,
  { page: path = 'timeline', width = 1280, colorScheme = 'light' }: ConsoleOptions = {},
): Promise<OpenConsole> {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    colorScheme,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${url}/console/#/${path}`);
  await page.getByText('实时', { exact: true }).waitFor();
  return { page, errors };
}

/** What the page put into the clipboard. */
export const clipboard = (page: Page) => page.evaluate('navigator.clipboard.readText()') as Promise<string>;

/** The rows of the timeline; `options` are those of selects as well. */
export const timelineOf = (page: Page): Locator =>
  page.getByRole('listbox', { name: '调用和推送，从新到旧' });
