import { openSetting, parseSetting, readSetting } from '../../../miniprogram/services/subscriptionSetting';
import { fakeWx } from '../fakeWx';

describe('parseSetting', () => {
  it('reads itemSettings', () => {
    expect(parseSetting({ mainSwitch: true, itemSettings: { a: 'accept', b: 'ban' } })).toEqual({
      known: true,
      mainSwitch: true,
      kept: { a: 'accept', b: 'ban' },
    });
  });

  it('reads what older clients give beside mainSwitch', () => {
    expect(parseSetting({ mainSwitch: false, a: 'reject' })).toEqual({
      known: true,
      mainSwitch: false,
      kept: { a: 'reject' },
    });
  });

  it('believes itemSettings where a client gives both', () => {
    expect(parseSetting({ mainSwitch: true, a: 'accept', itemSettings: { a: 'reject' } }).kept).toEqual({
      a: 'reject',
    });
  });

  it('reads the keys of a mini-game’s system messages like those of templates', () => {
    const itemSettings = { SYS_MSG_TYPE_INTERACTIVE: 'accept', SYS_MSG_TYPE_RANK: 'reject' };
    expect(parseSetting({ mainSwitch: true, itemSettings }).kept).toEqual(itemSettings);
    expect(parseSetting({ mainSwitch: true, ...itemSettings }).kept).toEqual(itemSettings);
  });

  it('takes the switch as on, and no choice as kept, when WeChat gives nothing', () => {
    expect(parseSetting(undefined)).toEqual({ known: false, mainSwitch: true, kept: {} });
  });
});

describe('readSetting', () => {
  it('asks for the subscriptions', async () => {
    fakeWx({
      getSetting: ({ withSubscriptions, success }) =>
        success(
          withSubscriptions
            ? { subscriptionsSetting: { mainSwitch: true, itemSettings: { a: 'accept' } } }
            : {},
        ),
    });
    expect((await readSetting()).kept).toEqual({ a: 'accept' });
  });

  it('says that a base library before 2.10.1 does not tell', async () => {
    fakeWx({ getSetting: ({ success }) => success({}) });
    expect((await readSetting()).known).toBe(false);
  });

  it('rejects with what WeChat fails with', async () => {
    fakeWx({ getSetting: ({ fail }) => fail({ errMsg: 'getSetting:fail' }) });
    await expect(readSetting()).rejects.toEqual({ errMsg: 'getSetting:fail' });
  });
});

describe('openSetting', () => {
  it('gives what stands after the settings were closed', async () => {
    let mainSwitch = false;
    fakeWx({
      openSetting: ({ success }) => {
        mainSwitch = true;
        success({});
      },
      getSetting: ({ success }) => success({ subscriptionsSetting: { mainSwitch } }),
    });
    expect((await openSetting()).mainSwitch).toBe(true);
  });
});
