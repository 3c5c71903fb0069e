import {
  explainAnswer,
  explainFailure,
  parseSetting,
  readSetting,
  subscribe,
} from '../../../miniprogram/services/subscribe';
import { fakeWx } from '../fakeWx';

describe('subscribe', () => {
  it("gives WeChat's answer for each template that was asked for", async () => {
    fakeWx({
      requestSubscribeMessage: ({ success }) =>
        success({ errMsg: 'requestSubscribeMessage:ok', a: 'accept', b: 'reject', unasked: 'accept' }),
    });
    expect(await subscribe(['a', 'b'])).toEqual({ ok: true, answers: { a: 'accept', b: 'reject' } });
  });

  it('leaves out an answer that it does not know', async () => {
    fakeWx({ requestSubscribeMessage: ({ success }) => success({ errMsg: 'ok', a: 'someday' }) });
    expect(await subscribe(['a'])).toEqual({ ok: true, answers: {} });
  });

  it('calls WeChat at once, while the tap is being handled', () => {
    let asked = false;
    fakeWx({
      requestSubscribeMessage: () => {
        asked = true;
      },
    });
    void subscribe(['a']);
    expect(asked).toBe(true);
  });

  it('explains a refusal', async () => {
    fakeWx({
      requestSubscribeMessage: ({ fail }) =>
        fail({ errMsg: 'requestSubscribeMessage:fail The main switch is switched off', errCode: 20004 }),
    });
    expect(await subscribe(['a'])).toMatchObject({
      ok: false,
      failure: { errCode: 20004, remedy: 'openSetting' },
    });
  });
});

describe('explainAnswer', () => {
  it.each(['accept', 'acceptWithAudio', 'reject', 'ban', 'filter'] as const)(
    'says what %s means',
    (answer) => {
      expect(explainAnswer(answer)).toMatch(/[\u4e00-\u9fff]/);
    },
  );
});

describe('explainFailure', () => {
  const documented = [10001, 10002, 10003, 10004, 10005, 20001, 20002, 20003, 20004, 20005];

  it.each(documented)('says what %d means and the way out', (errCode) => {
    const failure = explainFailure({ errMsg: 'requestSubscribeMessage:fail', errCode });
    expect(failure.meaning).not.toBe('订阅没有成功');
    expect(failure.wayOut).not.toBe('');
  });

  it('knows the refusal of a call that no tap made, which has no code', () => {
    const errMsg = 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.';
    expect(explainFailure({ errMsg })).toMatchObject({ meaning: '订阅窗口只能由点击打开', remedy: 'retry' });
  });

  it("shows WeChat's words for a code that it does not know", () => {
    expect(explainFailure({ errMsg: 'fail new reason', errCode: 29999 }).wayOut).toContain('fail new reason');
  });
});

describe('parseSetting', () => {
  it('reads itemSettings', () => {
    expect(parseSetting({ mainSwitch: true, itemSettings: { a: 'accept', b: 'ban' } })).toEqual({
      mainSwitch: true,
      kept: { a: 'accept', b: 'ban' },
    });
  });

  it('reads what older clients give beside mainSwitch', () => {
    expect(parseSetting({ mainSwitch: false, a: 'reject' })).toEqual({
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
    expect(parseSetting(undefined)).toEqual({ mainSwitch: true, kept: {} });
  });
});

describe('readSetting', () => {
  it('asks for the subscriptions', async () => {
    fakeWx({
      getSetting: async ({ withSubscriptions }) =>
        withSubscriptions
          ? { subscriptionsSetting: { mainSwitch: true, itemSettings: { a: 'accept' } } }
          : {},
    });
    expect((await readSetting()).kept).toEqual({ a: 'accept' });
  });
});
