/** Pictures in an operator's conversation: where they come from, and what is said when they do not. */
import { askingUser, openKind, operatorAt, PICTURE, say } from './deskOnPhones';
import { runPhones } from './runningPhones';

const phones = runPhones();

afterEach(() => phones.faults());

/** An operator who has sent a picture: WeChat tells no address of it, so the desk asks WeChat for its bytes. */
async function operatorWithPicture() {
  const user = await askingUser(phones, '发我看看');
  const operator = await operatorAt(phones, user.name);
  const chooser = operator.phone.waitForEvent('filechooser');
  await openKind(operator.page, '图片');
  await (await chooser).setFiles(PICTURE);
  return { user, operator, picture: operator.thread.getByRole('button', { name: '查看图片' }) };
}

describe('a picture in a conversation', () => {
  it('is asked for once, however often the conversation is read', async () => {
    const { user, operator, picture } = await operatorWithPicture();
    await picture.waitFor();
    await say(user.phone, '看到了');
    await operator.thread.getByText('看到了').waitFor();
    const calls = await phones.request<{ name: string; openid?: string }[]>('GET', '/emulator/calls');
    const downloads = calls.filter(({ name }) => name === 'customerServiceMedia');
    expect(downloads).toHaveLength(1);
  });

  it('is enlarged from a file: WeChat previews no data: address', async () => {
    const { operator, picture } = await operatorWithPicture();
    await picture.click();
    const enlarged = operator.phone.getByRole('dialog', { name: '图片 1/1' }).getByRole('img');
    expect(await enlarged.getAttribute('src')).toMatch(/^blob:/);
  });

  it('that does not come says why, and comes when it is tapped', async () => {
    await phones.faults({ api: 'customerServiceMessage.getTempMedia', kind: 'error', errcode: -1 });
    const { operator, picture } = await operatorWithPicture();
    const trouble = operator.thread.getByRole('button', { name: '微信正忙，点一下重试' });
    await trouble.waitFor();
    await phones.faults();
    await trouble.click();
    await picture.waitFor();
  });

  it('that WeChat keeps no more says so, and cannot be asked for again', async () => {
    await phones.faults({ api: 'customerServiceMessage.getTempMedia', kind: 'error', errcode: 40007 });
    const { operator } = await operatorWithPicture();
    await operator.thread.getByRole('img', { name: '图片已过期', exact: true }).waitFor();
  });
});
