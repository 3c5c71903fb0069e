/** Customer service between two phones: the user's chat, and the operator's desk. */
import { askingUser, openKind, operatorAt, PICTURE, reply, say } from './deskOnPhones';
import { OPERATOR, runPhones } from './runningPhones';

const phones = runPhones();

afterEach(() => phones.faults());

// The browser's own; the tests' types have no document.
declare const document: {
  querySelector(selector: string): { scrollHeight: number; scrollTop: number; clientHeight: number } | null;
};

/** Runs in the mini-program's page. */
function isThreadAtEnd(): boolean {
  const thread = document.querySelector('[role=log]');
  return thread !== null && thread.scrollHeight - thread.scrollTop - thread.clientHeight < 2;
}

describe('the desk', () => {
  it('shows who waits, and brings words both ways', async () => {
    const user = await askingUser(phones, '我的订单到哪里了？');
    const operator = await operatorAt(phones, user.name);
    await operator.thread.getByText('我的订单到哪里了？').waitFor();
    await operator.thread.getByText('用户进入会话，来自 home').waitFor();
    await operator.top.getByText(/^还可回 \d 条 · 47:59:\d\d$/).waitFor();

    await reply(operator.page, '已经在路上了');
    await operator.thread.getByText('已经在路上了').waitFor();
    await user.chat.getByText('已经在路上了').waitFor();
    expect(await operator.page.getByRole('textbox', { name: '回复用户' }).inputValue()).toBe('');

    await say(user.phone, '太好了');
    await operator.thread.getByText('太好了').waitFor();
    expect([...user.errors, ...operator.errors]).toEqual([]);
  });

  it('shows the user 对方正在输入 while the operator types, until he says it', async () => {
    const user = await askingUser(phones, '在吗？');
    const operator = await operatorAt(phones, user.name);
    await operator.page.getByRole('textbox', { name: '回复用户' }).fill('在');
    await user.phone.getByText('对方正在输入…').waitFor();
    await reply(operator.page, '在的');
    await user.chat.getByText('在的').waitFor();
    await user.phone.getByText('对方正在输入…').waitFor({ state: 'detached' });
  });

  it('keeps the latest in sight: when it opens, when a picture comes, when more is said', async () => {
    const user = await askingUser(phones, '看看这些');
    for (let count = 1; count <= 8; count += 1) await say(user.phone, `第 ${count} 件：请看照片`);
    await user.phone.locator('input[type=file]').setInputFiles(PICTURE);
    await user.chat.getByRole('button', { name: '查看图片' }).waitFor();
    await phones.emulator.settled();
    const operator = await operatorAt(phones, user.name);
    const atEnd = () => operator.phone.frames()[1]?.waitForFunction(isThreadAtEnd);
    await operator.thread.getByRole('button', { name: '查看图片' }).waitFor();
    await atEnd();
    for (const text of ['第一件收到', '第二件收到']) {
      await reply(operator.page, text);
      await operator.thread.getByText(text).waitFor();
      await atEnd();
    }
    await operator.page.getByRole('button', { name: '图片、链接和卡片' }).click();
    await atEnd();
  });

  it('sends a picture, a link and a card', async () => {
    const user = await askingUser(phones, '发我看看');
    const operator = await operatorAt(phones, user.name);

    const chooser = operator.phone.waitForEvent('filechooser');
    await openKind(operator.page, '图片');
    await (await chooser).setFiles(PICTURE);
    await user.chat.getByRole('img').first().waitFor();
    await operator.thread.getByRole('button', { name: '查看图片' }).waitFor();

    await openKind(operator.page, '图文链接');
    await operator.page.getByRole('textbox', { name: '标题' }).fill('物流详情');
    await operator.page.getByRole('textbox', { name: '描述' }).fill('点开看看到了哪里');
    await operator.page.getByRole('textbox', { name: '网址' }).fill('https://example.com/track');
    await operator.page.getByRole('textbox', { name: '图片' }).fill('https://example.com/track.png');
    await operator.page.getByRole('button', { name: '发送链接' }).click();
    await user.chat.getByText('物流详情').waitFor();

    await openKind(operator.page, '小程序卡片');
    await operator.page.getByRole('textbox', { name: '标题' }).fill('订单 1024');
    await operator.page.getByRole('textbox', { name: '页面' }).fill('pages/landing/landing?order=1024');
    const thumb = operator.phone.waitForEvent('filechooser');
    await operator.page.getByRole('button', { name: '选择封面图片' }).click();
    await (await thumb).setFiles(PICTURE);
    await operator.top.getByText('已选择封面').waitFor();
    await operator.page.getByRole('button', { name: '发送卡片' }).click();
    await user.chat.getByText('订单 1024').click();
    await user.page.getByText('这张卡片带来的参数').waitFor();
    await user.page.getByText('1024', { exact: true }).waitFor();
  });

  it('says why nothing more can be sent, keeps what was written, and counts again when the user writes', async () => {
    const user = await askingUser(phones, '请问…');
    const operator = await operatorAt(phones, user.name);
    for (let left = 5; left > 0; left -= 1) {
      await phones.request('POST', `/emulator/users/${OPERATOR}/call`, {
        name: 'customerServiceSend',
        data: { to: user.openid, message: { msgtype: 'text', content: `第 ${left} 条` } },
      });
    }
    await operator.top.getByText('条数已用完，等用户再发消息').waitFor();
    await reply(operator.page, '再说一句');
    await operator.top.getByText('客服消息条数已达上限').waitFor();
    expect(await operator.page.getByRole('textbox', { name: '回复用户' }).inputValue()).toBe('再说一句');
    await say(user.phone, '请讲');
    await operator.top.getByText(/^还可回 5 条/).waitFor();
  });

  it('keeps what could not be sent for want of a network, and says that the page is out of date', async () => {
    const user = await askingUser(phones, '还在吗？');
    const operator = await operatorAt(phones, user.name);
    await operator.thread.getByText('还在吗？').waitFor();
    const network = async (name: string) => {
      await operator.phone.getByRole('button', { name: '更多' }).click();
      await operator.phone.getByRole('dialog', { name: '菜单' }).getByRole('button', { name }).click();
      await operator.phone.keyboard.press('Escape');
    };
    await network('断网');
    await reply(operator.page, '在的，马上处理');
    await operator.top.getByText('不确定是否已经发出').waitFor();
    await operator.top.getByText('没有连上服务，正在重试…').waitFor();
    const box = operator.page.getByRole('textbox', { name: '回复用户' });
    expect(await box.inputValue()).toBe('在的，马上处理');

    await network('正常');
    await operator.page.getByRole('button', { name: '发送', exact: true }).click();
    await user.chat.getByText('在的，马上处理').waitFor();
    await operator.thread.getByText('在的，马上处理').waitFor();
    await operator.top.getByText('没有连上服务，正在重试…').waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe('');
  });

  it('empties the box when WeChat gives no answer: what may have been sent stands in the thread', async () => {
    const user = await askingUser(phones, '收到了吗？');
    const operator = await operatorAt(phones, user.name);
    await phones.faults({ api: 'customerServiceMessage.send', kind: 'timeout', workDone: true });
    await reply(operator.page, '收到了');
    await operator.thread.getByText('不确定是否送到').waitFor();
    await operator.top.getByText('不确定是否已经发出').waitFor();
    expect(await operator.page.getByRole('textbox', { name: '回复用户' }).inputValue()).toBe('');
  });

  it('is taken and given back, and hands the next message over to WeChat', async () => {
    const user = await askingUser(phones, '我要投诉');
    const operator = await operatorAt(phones, user.name);
    const move = async (name: string) => {
      await operator.page.getByRole('button', { name: '处理', exact: true }).click();
      await operator.phone.getByRole('button', { name }).click();
    };
    await move('由我处理');
    await operator.top.getByText('我在处理').waitFor();
    await move('不再处理');
    await operator.top.getByText('我在处理').waitFor({ state: 'detached' });
    await move('转到网页版客服工具');
    await operator.top.getByText('下一条转客服工具').waitFor();
    await say(user.phone, '转人工');
    await user.phone.getByText('已转接人工客服，正在等待接入').waitFor();
    await say(user.phone, '有人吗？');
    await user.chat.getByText('有人吗？').waitFor();
    // Where it happened, and not always at the end.
    expect(await user.chat.textContent()).toMatch(/已转接人工客服，正在等待接入.*有人吗？/);
  });
});

describe('the card that the user sends', () => {
  it('comes to the desk, and leads both to its page', async () => {
    const user = await askingUser(phones, '看这个');
    await user.phone.getByRole('button', { name: /发送给客服/ }).click();
    await phones.emulator.settled();
    const operator = await operatorAt(phones, user.name);
    await operator.thread.getByRole('button', { name: '打开卡片：我想咨询信使' }).click();
    await operator.top.getByText('这张卡片带来的参数').waitFor();
    await operator.top.getByText('consult', { exact: true }).waitFor();

    await user.chat.getByText('我想咨询信使').click();
    await user.page.getByText('这张卡片带来的参数').waitFor();
    await user.page.getByText('consult', { exact: true }).waitFor();
  });
});
