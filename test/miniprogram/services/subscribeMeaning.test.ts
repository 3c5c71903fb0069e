import { explainAnswer, explainFailure } from '../../../miniprogram/services/subscribeMeaning';

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
