/** Every answer of WeChat's subscribe panel, and every code that it fails with, as the user meets them. */
import type { FrameLocator } from 'playwright-core';
import type { Template } from '../../scripts/emulator/contract';
import { openTab, runPhones, subscribeTo, template } from './runningPhones';

const phones = runPhones();
let templates: Template[];

beforeAll(async () => {
  templates = await phones.request('GET', '/emulator/templates');
});

afterEach(async () => {
  await phones.faults();
  await phones.request('PUT', '/emulator/templates', templates);
  await phones.request('PATCH', '/emulator/mini-program', {
    maxTemplatesPerRequest: 5,
    subscribingBanned: false,
    keptTemplatesAt: 'itemSettings',
  });
});

/** The phone of somebody new, on the page 订阅消息. */
async function openSubscriptions() {
  const opened = await phones.open();
  await openTab(opened.phone, '订阅');
  await template(opened.page, '订单发货通知', '从未询问').waitFor();
  const panel = opened.phone.getByRole('dialog', { name: '订阅消息' });
  return { ...opened, panel };
}

/** Changes one template in WeChat, of which the mini-program does not know. */
const change = (title: string, changes: Partial<Template>) =>
  phones.request(
    'PUT',
    '/emulator/templates',
    templates.map((each) => (each.title === title ? { ...each, ...changes } : each)),
  );

const failure = (page: FrameLocator) => page.getByRole('alert');

describe('what the user answers', () => {
  it('accept and reject: one more send, or none', async () => {
    const { page, panel, errors } = await openSubscriptions();
    await subscribeTo(page, '订单发货通知', '收款到账通知', '预约提醒');
    await panel.getByText('收款到账通知').click();
    await panel.getByRole('button', { name: '允许' }).click();
    await template(page, '订单发货通知', '已授权 1 条').waitFor();
    await template(page, '收款到账通知', '已拒绝').waitFor();
    expect(await page.getByText('你同意了', { exact: true }).count()).toBe(2);
    expect(await page.getByText('你没有同意', { exact: true }).count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('取消: all are refused', async () => {
    const { page, panel } = await openSubscriptions();
    await subscribeTo(page, '订单发货通知');
    await panel.getByRole('button', { name: '取消' }).click();
    await template(page, '订单发货通知', '已拒绝').waitFor();
  });

  it('总是保持: asked no more, and each request still gives one send', async () => {
    const { page, panel } = await openSubscriptions();
    await subscribeTo(page, '预约提醒');
    await panel.getByText('总是保持以上选择，不再询问').click();
    await panel.getByRole('button', { name: '允许' }).click();
    await template(page, '预约提醒', '总是接收 · 1 条').waitFor();
    await subscribeTo(page, '预约提醒');
    await template(page, '预约提醒', '总是接收 · 2 条').waitFor();
    expect(await panel.count()).toBe(0);
  });

  it('总是保持, refused: asked no more, and told where to change it', async () => {
    const { page, panel, openid } = await openSubscriptions();
    const [{ tmplId }] = templates.filter(({ title }) => title === '预约提醒') as [Template];
    await phones.request('POST', `/emulator/users/${openid}/subscribe`, {
      tmplIds: [tmplId],
      choices: { [tmplId]: 'reject' },
      alwaysKeep: true,
    });
    await subscribeTo(page, '预约提醒');
    await page.getByText(/微信不再询问。想收的话，到「我的」里的「订阅设置」打开/).waitFor();
    await template(page, '预约提醒', '总是拒绝').waitFor();
    expect(await panel.count()).toBe(0);
  });

  it('the voice reminder, for a template that has it and is asked for alone', async () => {
    const { page, panel } = await openSubscriptions();
    await subscribeTo(page, '收款到账通知');
    await panel.getByText('语音提醒').click();
    await panel.getByRole('button', { name: '允许' }).click();
    await page.getByText('你同意了，并打开了语音提醒').waitFor();
  });

  it('a long-term template: open until the user closes it', async () => {
    const { page, panel } = await openSubscriptions();
    await subscribeTo(page, '班车到站提醒');
    await panel.getByRole('button', { name: '允许' }).click();
    await template(page, '班车到站提醒', '已开启').waitFor();
  });

  it('a banned template is not asked for, and then cannot be ticked', async () => {
    await change('预约提醒', { banned: true });
    const { page, phone } = await openSubscriptions();
    await subscribeTo(page, '预约提醒');
    await template(page, '预约提醒', '已封禁').waitFor();
    // It is told to be disabled; a tap on it says why.
    await page.getByRole('checkbox', { name: '预约提醒' }).click({ force: true });
    await phone.getByText('这条消息已被微信封禁，无法订阅').waitFor();
    await page.getByRole('button', { name: '请勾选要订阅的消息' }).waitFor();
  });

  it('templates of one title: WeChat keeps one, and the other is said to be left out', async () => {
    await change('预约提醒', { title: '订单发货通知' });
    const { page, panel } = await openSubscriptions();
    await subscribeTo(page, '订单发货通知', '预约提醒');
    await panel.getByRole('button', { name: '允许' }).click();
    await page.getByText('与另一条消息同名，微信只保留了一条，请单独订阅').waitFor();
    await template(page, '预约提醒', '从未询问').waitFor();
  });
});

describe('what is refused before WeChat is asked', () => {
  it('one-time and long-term templates together', async () => {
    const { page, phone } = await openSubscriptions();
    await page.getByRole('checkbox', { name: '订单发货通知' }).click();
    await page.getByRole('checkbox', { name: '班车到站提醒' }).click({ force: true });
    await phone.getByText('一次性和长期的消息要分开订阅').waitFor();
    await page.getByRole('button', { name: '订阅（1/3）' }).waitFor();
  });
});

describe('what WeChat fails with', () => {
  it.each([
    [10002, '没能取到消息列表'],
    [10005, '小程序不在前台，无法弹出订阅窗口'],
  ])('%d, before the panel: %s', async (errcode, meaning) => {
    await phones.faults({ api: 'requestSubscribeMessage', kind: 'error', errcode });
    const { page, errors } = await openSubscriptions();
    await subscribeTo(page, '订单发货通知');
    await failure(page).getByText(meaning).waitFor();
    expect(errors).toEqual([]);
  });

  it('10003, after the panel; once more is enough when the network is back', async () => {
    await phones.faults({ api: 'requestSubscribeMessage', kind: 'error', errcode: 10003 });
    const { page, panel } = await openSubscriptions();
    await subscribeTo(page, '订单发货通知');
    await panel.getByRole('button', { name: '允许' }).click();
    await failure(page).getByText('订阅没有提交成功').waitFor();
    await phones.faults();
    await page.getByRole('button', { name: '订阅（1/3）' }).click();
    await panel.getByRole('button', { name: '允许' }).click();
    await template(page, '订单发货通知', '已授权 1 条').waitFor();
    expect(await failure(page).count()).toBe(0);
  });

  it('20001: a template that WeChat does not have', async () => {
    await phones.request(
      'PUT',
      '/emulator/templates',
      templates.filter(({ title }) => title !== '预约提醒'),
    );
    const { page } = await openSubscriptions();
    await subscribeTo(page, '预约提醒');
    await failure(page).getByText('有消息模板不存在').waitFor();
  });

  it('20002: a type that is another one in WeChat', async () => {
    await change('预约提醒', { type: 3 });
    const { page } = await openSubscriptions();
    await subscribeTo(page, '订单发货通知', '预约提醒');
    await failure(page).getByText('一次性和长期的消息不能一起订阅').waitFor();
  });

  it('20003: a WeChat that takes fewer', async () => {
    await phones.request('PATCH', '/emulator/mini-program', { maxTemplatesPerRequest: 1 });
    const { page } = await openSubscriptions();
    await subscribeTo(page, '订单发货通知', '预约提醒');
    await failure(page).getByText('一次勾选得太多').waitFor();
  });

  it('20004: the main switch is off; the settings open from there, and all is well again', async () => {
    const { page, phone, openid, panel } = await openSubscriptions();
    await phones.request('PATCH', `/emulator/users/${openid}/setting`, { mainSwitch: false });
    await subscribeTo(page, '订单发货通知');
    await failure(page).getByText('你关闭了订阅消息').waitFor();
    await failure(page).getByRole('button', { name: '去设置' }).click();
    await phone.getByText('接收订阅消息', { exact: true }).click();
    await phone.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '订阅（1/3）' }).click();
    await panel.getByRole('button', { name: '允许' }).click();
    await template(page, '订单发货通知', '已授权 1 条').waitFor();
  });

  it('20005: the mini-program is banned from subscribing', async () => {
    await phones.request('PATCH', '/emulator/mini-program', { subscribingBanned: true });
    const { page } = await openSubscriptions();
    await subscribeTo(page, '订单发货通知');
    await failure(page).getByText('这个小程序被禁止使用订阅消息').waitFor();
  });
});
