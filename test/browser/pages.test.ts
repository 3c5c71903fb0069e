/** The mini-program's other pages: what they show when all is well, and when it is not. */
import { OPERATOR, openTab, runPhones, template } from './runningPhones';

const phones = runPhones();

afterEach(() => phones.faults());

const ORDER = {
  orderNo: 'XS20261123001',
  product: '手冲咖啡豆',
  shippedAt: '2026年11月23日 15:01',
  note: '请留意电话',
};

const call = (openid: string, name: string, data: object) =>
  phones.request('POST', `/emulator/users/${openid}/call`, { name, data });

const subscribe = async (openid: string, tmplIds: string[], more: object = {}) => {
  await phones.request('POST', `/emulator/users/${openid}/subscribe`, { tmplIds, ...more });
  await phones.emulator.settled();
};

const ORDER_SHIPPED = 'mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w';
const APPOINTMENT = 'Qd5rTn8bPz1LxVfG7mHsYw3cJk0eUaR9iOqX6tKuM2s';

/** Whatever asks the database fails. */
const DATABASE_DOWN = {
  api: 'database',
  kind: 'cloudError',
  code: 'DATABASE_REQUEST_FAILED',
  message: 'down',
};

describe('the home page', () => {
  it('leads to the rest', async () => {
    const { page, phone, errors } = await phones.open();
    await page.getByRole('button', { name: '订阅消息' }).click();
    await template(page, '订单发货通知', '从未询问').waitFor();
    await openTab(phone, '首页');
    await page.getByRole('button', { name: '我的消息' }).click();
    await page.getByText('还没有消息').waitFor();
    expect(errors).toEqual([]);
  });
});

describe('the page that a card leads to', () => {
  it('shows what the card brought, with a lone % in it too', async () => {
    const { phone, page, errors } = await phones.open();
    const at = encodeURIComponent('pages/landing/landing?rate=100%&topic=%E5%92%A8%E8%AF%A2');
    await phone.goto(`${phones.emulator.url}/phone/?page=${at}`);
    await page.getByText('100%', { exact: true }).waitFor();
    await page.getByText('咨询', { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });
});

describe('my messages', () => {
  it('tell what arrived, and why a message did not go out', async () => {
    const { page, phone, openid, errors } = await phones.open();
    await subscribe(openid, [ORDER_SHIPPED]);
    await call(openid, 'subscribeSend', { template: 'orderShipped', data: ORDER });
    await call(openid, 'subscribeSend', { template: 'orderShipped', data: ORDER });
    await phones.emulator.settled();
    await openTab(phone, '消息');
    await page.getByRole('article', { name: /^订单发货通知，已送达/ }).waitFor();
    const refused = page.getByRole('article', { name: /^订单发货通知，没有发出/ });
    await refused.getByText('没有可用的订阅（43101）').waitFor();
    await refused.getByText('手冲咖啡豆').waitFor();
    expect(errors).toEqual([]);
  });

  it('come page by page, and stay when the page is left and shown again', async () => {
    const { page, phone, openid } = await phones.open();
    for (let count = 0; count < 22; count += 1) {
      await call(openid, 'subscribeSend', { template: 'orderShipped', data: ORDER });
    }
    await openTab(phone, '消息');
    await page.getByRole('article').nth(19).scrollIntoViewIfNeeded();
    await page.getByText('没有更多了').waitFor();
    expect(await page.getByRole('article').count()).toBe(22);

    await openTab(phone, '我的');
    await call(openid, 'subscribeSend', { template: 'orderShipped', data: ORDER });
    await openTab(phone, '消息');
    await page.getByRole('article').nth(22).waitFor();
    await page.getByText('没有更多了').waitFor();
  });

  it('say that they cannot be read, and can be tried again', async () => {
    await phones.faults(DATABASE_DOWN);
    const { page, phone } = await phones.open();
    await openTab(phone, '消息');
    await page.getByText('服务出错了').waitFor();
    await phones.faults();
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('还没有消息').waitFor();
  });
});

describe('the settings', () => {
  it('show the switch, what is kept, and what keeping means', async () => {
    const { page, phone, openid } = await phones.open();
    await subscribe(openid, [ORDER_SHIPPED, APPOINTMENT], {
      choices: { [APPOINTMENT]: 'reject' },
      alwaysKeep: true,
    });
    await openTab(phone, '我的');
    await page.getByRole('button', { name: '订阅设置' }).click();
    await page.getByText('已打开').waitFor();
    await page.getByText('总是接收', { exact: true }).waitFor();
    await page.getByText('总是拒绝', { exact: true }).waitFor();
    expect(await page.getByText('每次询问').count()).toBe(2);

    await page.getByRole('button', { name: '打开微信的设置' }).click();
    await phone.getByText('接收订阅消息', { exact: true }).click();
    await phone.getByRole('button', { name: '返回' }).click();
    await page.getByText('已关闭').waitFor();
  });
});

describe('my page', () => {
  it('shows the desk to operators alone', async () => {
    const user = await phones.open();
    await openTab(user.phone, '我的');
    await user.page.getByText(user.openid).waitFor();
    expect(await user.page.getByText('工作台').count()).toBe(0);

    const operator = await phones.open({ user: OPERATOR });
    await openTab(operator.phone, '我的');
    await operator.page.getByText('工作台').waitFor();
  });

  it('shows it to a user who has become an operator since', async () => {
    const { phone, page, openid } = await phones.open();
    await openTab(phone, '我的');
    await page.getByText(openid).waitFor();
    await openTab(phone, '首页');
    await phones.request('POST', '/emulator/database/xinshi_operators/documents', {
      document: { _id: openid },
    });
    await openTab(phone, '我的');
    await page.getByText('工作台').waitFor();
  });
});

describe('sending', () => {
  async function openSend() {
    const operator = await phones.open({ user: OPERATOR });
    await openTab(operator.phone, '我的');
    await operator.page.getByRole('button', { name: '发送订阅消息' }).click();
    await operator.page.getByRole('group', { name: '消息预览：订单发货通知' }).waitFor();
    const send = operator.page.getByRole('button', { name: /^发送/ });
    return { ...operator, send };
  }

  it('shows the card while it is written, and the rule that a value breaks', async () => {
    const { page } = await openSend();
    await page.getByRole('textbox', { name: '商品名称' }).fill('云南小粒咖啡');
    await page
      .getByRole('group', { name: /^消息预览/ })
      .getByText('云南小粒咖啡')
      .waitFor();
    await page.getByRole('textbox', { name: '商品名称' }).fill('长'.repeat(21));
    await page.locator('.t-input--error + .t-input__tips').getByText('20 个字以内，不能换行').waitFor();
  });

  it('keeps what was written for a template while another one is looked at', async () => {
    const { page } = await openSend();
    const choose = async (key: 'ArrowDown' | 'ArrowUp', title: string) => {
      await page.getByRole('button', { name: /^模板/ }).click();
      const sheet = page.getByRole('dialog', { name: '选择' });
      await sheet.press(key);
      await sheet.getByRole('button', { name: '确定' }).click();
      await page.getByRole('group', { name: `消息预览：${title}` }).waitFor();
    };
    await page.getByRole('textbox', { name: '商品名称' }).fill('云南小粒咖啡');
    await choose('ArrowDown', '预约提醒');
    await choose('ArrowUp', '订单发货通知');
    expect(await page.getByRole('textbox', { name: '商品名称' }).inputValue()).toBe('云南小粒咖啡');
  });

  it('sends to several, and says what became of each', async () => {
    const { page, send, errors } = await openSend();
    const subscribed = 'oXs1-Subscribed-000000000000';
    await subscribe(subscribed, [ORDER_SHIPPED]);
    await subscribe('oXs1-Another-000000000000000', [APPOINTMENT]);
    await page.getByRole('button', { name: '填入示例' }).click();
    await page
      .getByRole('textbox', { name: '接收人的 openid，每行一个' })
      .fill(`${subscribed}\noXs1-Another-000000000000000`);
    await send.click();
    await page.getByText('已发出，还可发 0 条').waitFor();
    await page.getByText(/^没有可用的订阅/).waitFor();
    expect(errors).toEqual([]);
  });

  it('asks before the same goes out once more, and not once something was changed', async () => {
    const { phone, page, send } = await openSend();
    await subscribe(OPERATOR, [ORDER_SHIPPED]);
    await page.getByRole('button', { name: '填入示例' }).click();
    await send.click();
    await page.getByText('已发出，还可发 0 条').waitFor();
    const question = phone.getByRole('alertdialog', { name: '再发一次吗？' });
    await send.click();
    await question.getByText('内容没有改动，刚才已经发给 1 人，他们会再收到一条。').waitFor();
    await question.getByRole('button', { name: '取消' }).click();
    await page.getByText('已发出，还可发 0 条').waitFor();

    await page.getByRole('textbox', { name: '商品名称' }).fill('云南小粒咖啡');
    await send.click();
    await page.getByText(/^没有可用的订阅/).waitFor();
  });

  it('asks before what may have gone out is sent once more', async () => {
    const { phone, page, send } = await openSend();
    await subscribe(OPERATOR, [ORDER_SHIPPED]);
    await phones.faults({ api: 'subscribeMessage.send', kind: 'timeout', workDone: true });
    await page.getByRole('button', { name: '填入示例' }).click();
    await send.click();
    await page.getByText('不确定是否已经发出').waitFor();
    await send.click();
    const question = phone.getByRole('alertdialog', { name: '再发一次吗？' });
    await question.getByText('刚才有 1 人不确定是否收到，再发可能会收到两条。').waitFor();
  });
});

describe('the record of sends', () => {
  it('is filtered by kind, outcome and receiver', async () => {
    const receiver = 'oXs1-Filtered-0000000000000';
    await call(OPERATOR, 'subscribeSend', { template: 'orderShipped', to: receiver, data: ORDER });
    const { page, phone } = await phones.open({ user: OPERATOR });
    await openTab(phone, '我的');
    await page.getByRole('button', { name: '发送记录' }).click();
    await page.getByRole('article').first().waitFor();
    await page.getByRole('textbox', { name: '接收人' }).fill(receiver);
    await page.getByRole('textbox', { name: '接收人' }).press('Enter');
    await page.getByText(`发给 ${receiver}`).waitFor();
    await page.getByRole('radio', { name: '没有发出' }).click();
    await page.getByText(`发给 ${receiver}`).waitFor();
    await page.getByRole('radio', { name: '客服消息' }).click();
    await page.getByText('没有符合条件的记录').waitFor();
  });
});
