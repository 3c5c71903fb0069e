/** Every page of the mini-program for everybody: heard, in the dark, with large letters, with long texts. */
import type { Page } from 'playwright-core';
import type { Template } from '../../scripts/emulator/contract';
import { seriousFindings } from './axe';
import { type PhoneOptions, styleOf } from './phoneInBrowser';
import { unreadable } from './readable';
import { OPERATOR, openTab, runPhones, topPage } from './runningPhones';
import { tooSmall } from './touchable';

const phones = runPhones();
const LI_LEI = 'oXs1-LiLei-00000000000000001';

beforeAll(async () => {
  const [{ tmplId }] = (await phones.request('GET', '/emulator/templates')) as [Template];
  await phones.request('POST', `/emulator/users/${OPERATOR}/subscribe`, { tmplIds: [tmplId] });
  await phones.request('POST', `/emulator/users/${LI_LEI}/chat/enter`, { sessionFrom: 'home' });
  await phones.request('POST', `/emulator/users/${LI_LEI}/chat`, { msgtype: 'text', content: '在吗？' });
  await phones.emulator.settled();
  const data = { orderNo: '1', product: '字'.repeat(20), shippedAt: '2026年11月23日', note: '请留意电话' };
  await phones.request('POST', `/emulator/users/${OPERATOR}/call`, {
    name: 'subscribeSend',
    data: { template: 'orderShipped', data },
  });
});

/** Goes through all pages, and calls `look` on each when it is drawn. */
async function everyPage(
  options: PhoneOptions,
  look: (phone: Page, name: string) => Promise<void>,
  begin: (phone: Page) => Promise<void> = async () => {},
) {
  const opened = await phones.open({ user: OPERATOR, ...options });
  const { phone, page } = opened;
  const back = () => phone.getByRole('button', { name: '返回' }).click();
  const visit = async (entry: string, drawn: string) => {
    await topPage(page).getByRole('button', { name: entry }).click();
    await topPage(page).getByText(drawn).first().waitFor();
    await look(phone, entry);
  };
  await page.getByText('一条消息的路').waitFor();
  await begin(phone);
  await look(phone, '首页');
  await openTab(phone, '订阅');
  await page.getByRole('checkbox', { name: '订单发货通知' }).click();
  await look(phone, '订阅');
  await openTab(phone, '消息');
  await page.getByRole('article').first().waitFor();
  await look(phone, '消息');
  await openTab(phone, '我的');
  await page.getByText('工作台').waitFor();
  await look(phone, '我的');
  await visit('订阅设置', '每一种消息');
  await back();
  await visit('联系客服', '会话带上');
  await back();
  await visit('发送订阅消息', '接收人');
  await back();
  await visit('发送记录', '发给');
  await back();
  await visit('客服会话', '用户 000001');
  await visit('用户 000001', '在吗？');
  return opened;
}

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  it('no page has a serious finding of axe, or an error in the console', async () => {
    const findings: Record<string, string[]> = {};
    const { errors } = await everyPage({ colorScheme }, async (phone, name) => {
      const found = await seriousFindings(phone);
      if (found.length > 0) findings[name] = found;
    });
    expect(findings).toEqual({});
    expect(errors).toEqual([]);
  });
});

describe('TDesign', () => {
  it('has our colours, on a dark system too', async () => {
    const { page, phone } = await phones.open({ user: OPERATOR, colorScheme: 'dark' });
    await openTab(phone, '我的');
    const cell = page.locator('.t-cell').filter({ hasText: '订阅设置' });
    expect(await styleOf(cell, 'backgroundColor')).toBe('rgb(28, 28, 28)');
    expect(await styleOf(topPage(page), 'backgroundColor')).toBe('rgb(17, 17, 17)');
  });
});

describe('the smallest screen', () => {
  it('has no control that is too small for a finger', async () => {
    const problems: Record<string, string[]> = {};
    await everyPage(
      {},
      async (phone, name) => {
        const [, frame] = phone.frames();
        const found = frame ? await tooSmall(frame, 'page:not([hidden])') : [];
        if (found.length > 0) problems[name] = found;
      },
      (phone) => phone.setViewportSize({ width: 320, height: 568 }),
    );
    expect(problems).toEqual({});
  });
});

describe("WeChat's largest letters, on a narrow phone", () => {
  it('cut nothing off, leave nothing beside the screen, and put no button on another', async () => {
    const problems: Record<string, string[]> = {};
    const note = (name: string, found: string[]) => {
      if (found.length > 0) problems[name] = found;
    };
    const choose = async (phone: Page) => {
      await phone.setViewportSize({ width: 320, height: 568 });
      await phone.getByRole('button', { name: '更多' }).click();
      const menu = phone.getByRole('dialog', { name: '菜单' });
      await menu.getByRole('button', { name: '关怀模式' }).click();
      note('菜单', await unreadable(phone, '.menu'));
      await phone.keyboard.press('Escape');
    };
    const { phone, page } = await everyPage(
      {},
      async (visited, name) => {
        const [, frame] = visited.frames();
        if (frame) note(name, await unreadable(frame, 'page:not([hidden])'));
      },
      choose,
    );
    // As large as WeChat says that the user has set it: 23.8 of 17.
    expect(await styleOf(page.getByRole('button', { name: '处理' }), 'fontSize')).toBe(
      `${(28 * 23.8) / 32}px`,
    );

    const back = () => phone.getByRole('button', { name: '返回' }).click();
    for (const entry of ['服务通知', '设置']) {
      await phone.getByRole('button', { name: '更多' }).click();
      await phone.getByRole('dialog').getByRole('button', { name: entry }).click();
      note(`微信：${entry}`, await unreadable(phone, '.screen:not([hidden])'));
      await back();
    }
    expect(problems).toEqual({});
  });
});
