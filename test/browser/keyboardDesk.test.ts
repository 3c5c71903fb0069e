/** The phone by keyboard alone, as an operator: to send, to answer a conversation, to look up what was sent. */
import { join } from 'node:path';
import { miniprogramSources } from '../../scripts/project/paths';
import { hasKeyboard, keyboardOnly } from './keyboardOnly';
import { OPERATOR, runPhones, topPage } from './runningPhones';

const phones = runPhones();
const PICTURE = join(miniprogramSources, 'images/card.png');
const USER = 'oXs1-LiLei-00000000000000001';

const open = async () => {
  const opened = await phones.open({ user: OPERATOR });
  const keys = keyboardOnly(opened.phone);
  const top = topPage(opened.page);
  const button = (name: string) => top.getByRole('button', { name, exact: true });
  const field = (name: string) => top.getByRole('textbox', { name, exact: true });
  await keys.enter(
    opened.phone.getByRole('navigation', { name: '标签栏' }).getByRole('button', { name: '我的' }),
  );
  await top.getByText('工作台').waitFor();
  return { ...opened, keys, top, button, field };
};

describe('an operator without a mouse', () => {
  it('writes a message of another template, sees it and sends it, and finds it in the record', async () => {
    const { phone, page, keys, top, button, field, errors } = await open();
    await keys.tabBackTo(button('发送订阅消息'));
    await keys.press('Enter');
    await keys.enter(top.getByRole('button', { name: /^模板\s*订单发货通知/ }));
    const sheet = page.getByRole('dialog', { name: '选择' });
    await sheet.waitFor();
    await keys.press('ArrowDown');
    // Round and round within the sheet.
    await keys.tabTo(sheet.getByRole('button', { name: '确定' }));
    await keys.press('Tab', 'Tab');
    expect(await hasKeyboard(sheet.getByRole('button', { name: '取消' }))).toBe(true);
    await keys.enter(sheet.getByRole('button', { name: '确定' }));
    const preview = top.getByRole('group', { name: '消息预览：预约提醒' });
    await preview.waitFor();
    expect(await hasKeyboard(top.getByRole('button', { name: /^模板\s*预约提醒/ }))).toBe(true);

    await keys.write(field('预约项目'), '洗'.repeat(21));
    await top.locator('.t-input--error + .t-input__tips').getByText('20 个字以内，不能换行').waitFor();
    await keys.write(field('预约项目'), '洗牙');
    await keys.write(field('预约时间'), '2026年11月24日 15:00');
    await keys.write(field('预约人'), '李雷');
    await keys.write(field('联系电话'), '13800138000');
    await preview.getByText('洗牙').waitFor();
    await keys.write(top.getByRole('textbox', { name: /^接收人的 openid/ }), `${OPERATOR}\n${USER}`);
    await keys.enter(button('发送给 2 人'));
    await top
      .getByText(/^没有可用的订阅/)
      .first()
      .waitFor();

    await keys.tabBackTo(phone.getByRole('button', { name: '返回' }));
    await keys.press('Enter');
    expect(await hasKeyboard(button('发送订阅消息'))).toBe(true);
    await keys.enter(button('发送记录'));
    await keys.tabTo(top.getByRole('radio', { name: '没有发出' }));
    await keys.press('Space');
    await keys.write(field('接收人'), USER);
    await keys.press('Enter');
    await top.getByText(`发给 ${USER}`).waitFor();
    expect(await top.getByRole('article').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('answers in all kinds, and takes, hands over and ends a conversation', async () => {
    await phones.request('POST', `/emulator/users/${USER}/chat/enter`, { sessionFrom: 'home' });
    await phones.request('POST', `/emulator/users/${USER}/chat`, { msgtype: 'text', content: '在吗？' });
    await phones.emulator.settled();
    const { phone, page, keys, top, button, field } = await open();
    await keys.tabBackTo(button('客服会话'));
    await keys.press('Enter');
    await keys.enter(top.getByRole('button', { name: /用户 000001/ }));
    const thread = top.getByRole('log');
    await keys.write(field('回复用户'), '在的');
    await keys.press('Enter');
    await thread.getByText('在的', { exact: true }).waitFor();

    const more = button('图片、链接和卡片');
    await keys.tabTo(more);
    await keys.press('Enter');
    await keys.tabTo(button('图片'));
    const chooser = phone.waitForEvent('filechooser');
    await keys.press('Enter');
    await (await chooser).setFiles(PICTURE);
    const picture = thread.getByRole('button', { name: '查看图片' });
    await picture.locator('img[src]').waitFor();
    await keys.tabBackTo(picture);
    await keys.press('Enter');
    await phone.getByRole('dialog', { name: '图片 1/1' }).waitFor();
    await keys.press('Escape');
    expect(await hasKeyboard(picture)).toBe(true);

    await keys.enter(more);
    await keys.enter(button('图文链接'));
    await keys.write(field('标题'), '物流详情');
    await keys.write(field('描述'), '看看到了哪里');
    await keys.write(field('网址'), 'https://example.com/track');
    await keys.write(field('图片'), 'https://example.com/track.png');
    await keys.enter(button('发送链接'));
    await thread.getByText('物流详情').waitFor();

    // Which lets the operator say five more.
    await phones.request('POST', `/emulator/users/${USER}/chat`, { msgtype: 'text', content: '还在吗？' });
    await thread.getByText('还在吗？').waitFor();
    await keys.tabBackTo(more);
    await keys.press('Enter');
    await keys.enter(button('小程序卡片'));
    await keys.write(field('标题'), '订单 1024');
    await keys.write(field('页面'), 'pages/landing/landing?order=1024');
    await keys.tabTo(button('选择封面图片'));
    const thumb = phone.waitForEvent('filechooser');
    await keys.press('Enter');
    await (await thumb).setFiles(PICTURE);
    await top.getByText(/已选择封面/).waitFor();
    await keys.enter(button('发送卡片'));
    await thread.getByText('订单 1024').waitFor();

    const moves = button('处理');
    const sheet = phone.getByRole('dialog', { name: '操作菜单' });
    await keys.tabBackTo(moves);
    await keys.press('Enter');
    await keys.enter(sheet.getByRole('button', { name: '转到网页版客服工具' }));
    await top.getByText(/下一条转客服工具/).waitFor();
    expect(await hasKeyboard(moves)).toBe(true);
    await keys.press('Enter');
    await keys.enter(sheet.getByRole('button', { name: '结束会话' }));
    await top.getByText(/已结束/).waitFor();
    await keys.press('Enter', 'Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await hasKeyboard(moves)).toBe(true);
    expect(await page.locator('page[hidden] :focus').count()).toBe(0);
  });
});
