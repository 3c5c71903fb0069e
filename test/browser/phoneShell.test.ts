/** WeChat's own screens round the mini-program: they follow the emulator, and lose nothing when it refuses. */
import { runPhones } from './runningPhones';

const phones = runPhones();

describe('the phone', () => {
  it('shows faults that are arranged and taken away elsewhere', async () => {
    const { phone } = await phones.open();
    await phone.getByRole('button', { name: '更多' }).click();
    await phones.faults({ kind: 'duplicate', api: 'push' });
    const menu = phone.getByRole('dialog', { name: '菜单' });
    await menu.getByText('1 条规则生效').waitFor();
    await phones.faults();
    await menu.getByText('1 条规则生效').waitFor({ state: 'detached' });
  });
});
