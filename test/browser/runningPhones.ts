/** One emulator and one browser for the tests of a file, and phones of people who are new. */
import type { FrameLocator, Page } from 'playwright-core';
import type { FaultRule } from '../../scripts/emulator/contract';
import type { Emulator } from '../../scripts/emulator/emulator';
import { defaultSeed } from '../../scripts/emulator/wechat/seed';
import { builtFunctions, miniprogramSources } from '../../scripts/project/paths';
import { type OpenPhone, openPhone, type PhoneOptions } from './phoneInBrowser';
import { runInBrowser } from './runningBrowser';

/** 韩梅梅, whom the seed makes an operator. */
export const OPERATOR = defaultSeed().variables['XINSHI_OPERATOR'] ?? '';

export interface RunningPhones {
  readonly emulator: Emulator;
  /** The phone of somebody new, unless it is said whose. */
  open(options?: PhoneOptions): Promise<OpenPhone & { openid: string }>;
  /** A request to the emulator; its JSON, or an Error for a status over 399. */
  request<Answer>(method: string, path: string, body?: object): Promise<Answer>;
  /** What goes wrong from now on; none, when nothing is given. */
  faults(...rules: (Pick<FaultRule, 'api'> & Record<string, unknown>)[]): Promise<void>;
}

export function runPhones(): RunningPhones {
  const running = runInBrowser(() => ({ functions: builtFunctions, miniprogram: miniprogramSources }));
  let people = 0;
  let opened: OpenPhone[] = [];

  // An open phone goes on listening.
  afterEach(async () => {
    await Promise.all(opened.map(({ phone }) => phone.close()));
    opened = [];
  });

  const request = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${running.emulator.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as Answer;
  };

  return {
    get emulator() {
      return running.emulator;
    },
    async open(options = {}) {
      people += 1;
      const openid = options.user ?? `oXs1-Test-${String(people).padStart(18, '0')}`;
      const phone = await openPhone(running.browser, running.emulator.url, { ...options, user: openid });
      opened.push(phone);
      return { ...phone, openid };
    },
    request,
    faults: async (...rules) => {
      await request('PUT', '/emulator/faults', { rules });
    },
  };
}

/** Taps a tab of the mini-program. */
export async function openTab(phone: Page, name: '首页' | '订阅' | '消息' | '我的'): Promise<void> {
  await phone.getByRole('navigation', { name: '标签栏' }).getByRole('button', { name }).click();
}

/** A card of the page 订阅消息. */
export const template = (page: FrameLocator, title: string, state: string) =>
  page.getByRole('checkbox', { name: `${title}，${state}`, exact: true });

/** Ticks templates, and taps 订阅. */
export async function subscribeTo(page: FrameLocator, ...titles: string[]): Promise<void> {
  for (const title of titles) await page.getByRole('checkbox', { name: title }).click();
  await page.getByRole('button', { name: /^订阅（/ }).click();
}

/** The page on top: those below it are hidden, and still there. */
export const topPage = (page: FrameLocator) => page.locator('page:not([hidden])');
