import { mostPerRequest, subscribe } from '../../../miniprogram/services/subscribe';
import { fakeWx } from '../fakeWx';

/** WeChat, answering accept to everything; `asked` has what it was asked for. */
function acceptingWx(version = '3.8.12'): string[][] {
  const asked: string[][] = [];
  fakeWx({
    getAppBaseInfo: () => ({ SDKVersion: version }),
    requestSubscribeMessage: ({ tmplIds, success }) => {
      asked.push(tmplIds);
      success(Object.fromEntries(tmplIds.map((tmplId) => [tmplId, 'accept'])));
    },
  });
  return asked;
}

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

  it('does not ask WeChat for a mix of one-time and long-term templates', async () => {
    const asked = acceptingWx();
    const result = await subscribe([
      { tmplId: 'a', type: 'oneTime' },
      { tmplId: 'b', type: 'longTerm' },
    ]);
    expect(result).toMatchObject({ ok: false, failure: { errCode: 20002 } });
    expect(asked).toEqual([]);
  });

  it('does not ask WeChat for nothing', async () => {
    const asked = acceptingWx();
    expect(await subscribe([])).toMatchObject({ ok: false, failure: { errCode: 10001 } });
    expect(asked).toEqual([]);
  });

  it('asks for one template where the base library takes one', async () => {
    const asked = acceptingWx('2.8.3');
    expect(await subscribe(['a', 'b'])).toEqual({ ok: true, answers: { a: 'accept' } });
    expect(asked).toEqual([['a']]);
  });

  it('says that WeChat is too old where the API is missing', async () => {
    fakeWx({});
    expect(await subscribe(['a'])).toMatchObject({ ok: false, failure: { wayOut: '请更新微信后再试。' } });
  });
});

describe('mostPerRequest', () => {
  it.each([
    ['2.4.4', 1],
    ['2.8.3', 1],
    ['2.8.4', 3],
    ['2.10.0', 3],
    ['3.8.12', 3],
  ])('in base library %s is %d of 3', (version, most) => {
    acceptingWx(version);
    expect(mostPerRequest(3)).toBe(most);
  });

  it('reads the version as old clients give it, and takes none as the latest', () => {
    globalThis.wx = { getSystemInfoSync: () => ({ SDKVersion: '2.8.0' }) } as typeof wx;
    expect(mostPerRequest(3)).toBe(1);
    globalThis.wx = { getSystemInfoSync: () => ({}) } as typeof wx;
    expect(mostPerRequest(3)).toBe(3);
  });
});
