import fc from 'fast-check';
import { normalise } from '../../../../cloudfunctions/shared/push/normalise';

const origin = { ToUserName: 'gh_123456789abc', FromUserName: 'o1', CreateTime: 1620963428 };
const common = { openid: 'o1', account: 'gh_123456789abc', createdAt: 1_620_963_428_000 };

describe('normalise', () => {
  it('reads a text', () => {
    const packet = { ...origin, MsgType: 'text', Content: '测试', MsgId: '49d72d67b16d_1555684067' };
    expect(normalise(packet)).toEqual({
      ...common,
      kind: 'text',
      content: '测试',
      msgId: '49d72d67b16d_1555684067',
    });
  });

  it('reads an image', () => {
    const packet = {
      ...origin,
      MsgType: 'image',
      PicUrl: 'https://p',
      MediaId: 'm1',
      MsgId: 1234567890123456,
    };
    expect(normalise(packet)).toEqual({
      ...common,
      kind: 'image',
      picUrl: 'https://p',
      mediaId: 'm1',
      msgId: '1234567890123456',
    });
  });

  it('reads a mini-program card', () => {
    const packet = {
      ...origin,
      MsgType: 'miniprogrampage',
      MsgId: '1',
      Title: 'title',
      AppId: 'wx1',
      PagePath: 'index?foo=bar',
      ThumbUrl: 'https://t',
      ThumbMediaId: 'm1',
    };
    expect(normalise(packet)).toEqual({
      ...common,
      kind: 'miniProgramPage',
      msgId: '1',
      title: 'title',
      appid: 'wx1',
      pagePath: 'index?foo=bar',
      thumbUrl: 'https://t',
      thumbMediaId: 'm1',
    });
  });

  it('reads a user’s coming into the conversation', () => {
    const packet = { ...origin, MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: 'order:1' };
    expect(normalise(packet)).toEqual({ ...common, kind: 'sessionEntered', sessionFrom: 'order:1' });
  });

  it('has no id for a number that lost digits before it came', () => {
    const packet = { ...origin, MsgType: 'text', Content: 'x', MsgId: Number('12345678901234567890') };
    expect(normalise(packet)).toMatchObject({ msgId: '' });
  });

  it('reads CreateTime as a number and as digits', () => {
    expect(normalise({ ...origin, CreateTime: '1620963428', MsgType: 'text' })).toMatchObject(common);
    expect(normalise({ ...origin, CreateTime: 'yesterday', MsgType: 'text' })).toMatchObject({
      createdAt: 0,
    });
  });

  describe('reads the three subscription events in every shape', () => {
    const accepted = { TemplateId: 't1', SubscribeStatusString: 'accept', PopupScene: '0' };
    const refused = { TemplateId: 't2', SubscribeStatusString: 'reject', PopupScene: 0 };
    const shapes = (field: string, one: object, two: object): [string, object, number][] => [
      ['one in an array under its name', { [field]: [one] }, 1],
      ['two in an array under its name', { [field]: [one, two] }, 2],
      ['one under its name', { [field]: one }, 1],
      ['one in List under its name', { [field]: { List: one } }, 1],
      ['two in List under its name', { [field]: { List: [one, two] } }, 2],
      ['List inside an array under its name', { [field]: [{ List: [one, two] }] }, 2],
      ['one in List at the top', { List: one }, 1],
      ['two in List at the top', { List: [one, two] }, 2],
      ['List at the top beside an empty name', { [field]: [], List: [one, two] }, 2],
      ['List at the top beside an empty element', { [field]: '', List: [one, two] }, 2],
      ['items in List under its name', { [field]: { List: { item: [one, two] } } }, 2],
      ['items under its name', { [field]: { item: one } }, 1],
    ];

    it.each(shapes('SubscribeMsgPopupEvent', accepted, refused))('popup, %s', (_shape, items, count) => {
      const push = normalise({ ...origin, MsgType: 'event', Event: 'subscribe_msg_popup_event', ...items });
      const answers = [
        { tmplId: 't1', answer: 'accept', voice: false, scene: '0' },
        { tmplId: 't2', answer: 'reject', voice: false, scene: '0' },
      ];
      expect(push).toEqual({ ...common, kind: 'subscribeAnswered', answers: answers.slice(0, count) });
    });

    const gone = { TemplateId: 't1', SubscribeStatusString: 'reject' };
    it.each(shapes('SubscribeMsgChangeEvent', gone, { ...gone, TemplateId: 't2' }))(
      'change, %s',
      (_shape, items, count) => {
        const push = normalise({
          ...origin,
          MsgType: 'event',
          Event: 'subscribe_msg_change_event',
          ...items,
        });
        expect(push).toEqual({
          ...common,
          kind: 'subscriptionWithdrawn',
          tmplIds: ['t1', 't2'].slice(0, count),
        });
      },
    );

    const delivered = {
      TemplateId: 't1',
      MsgID: '1864323726461255680',
      ErrorCode: '0',
      ErrorStatus: 'success',
    };
    const failed = {
      TemplateId: 't2',
      MsgID: '1864323726461255681',
      ErrorCode: 1,
      ErrorStatus: 'user refuse',
    };
    it.each(shapes('SubscribeMsgSentEvent', delivered, failed))('sent, %s', (_shape, items, count) => {
      const push = normalise({ ...origin, MsgType: 'event', Event: 'subscribe_msg_sent_event', ...items });
      const receipts = [
        {
          tmplId: 't1',
          msgid: '1864323726461255680',
          delivered: true,
          errorCode: '0',
          status: 'success',
        },
        {
          tmplId: 't2',
          msgid: '1864323726461255681',
          delivered: false,
          errorCode: '1',
          status: 'user refuse',
        },
      ];
      expect(push).toEqual({ ...common, kind: 'messageSettled', receipts: receipts.slice(0, count) });
    });
  });

  it.each([
    ['accept', 'accept', false],
    ['acceptWithAudio', 'accept', true],
    ['reject', 'reject', false],
    ['ban', 'ban', false],
  ])('takes %s for %s', (status, answer, voice) => {
    const List = { TemplateId: 't1', SubscribeStatusString: status };
    expect(
      normalise({ ...origin, MsgType: 'event', Event: 'subscribe_msg_popup_event', List }),
    ).toMatchObject({
      answers: [{ tmplId: 't1', answer, voice, scene: '' }],
    });
  });

  it('guesses nothing from a status that it does not know', () => {
    const List = [
      { TemplateId: 't1', SubscribeStatusString: 'perhaps' },
      { TemplateId: 't2', SubscribeStatusString: 'accept' },
    ];
    expect(
      normalise({ ...origin, MsgType: 'event', Event: 'subscribe_msg_popup_event', List }),
    ).toMatchObject({
      answers: [{ tmplId: 't2', answer: 'accept' }],
    });
  });

  it('reads an accept in a change event as no withdrawal', () => {
    const List = { TemplateId: 't1', SubscribeStatusString: 'accept' };
    expect(
      normalise({ ...origin, MsgType: 'event', Event: 'subscribe_msg_change_event', List }),
    ).toMatchObject({
      kind: 'unknown',
    });
  });

  it.each([
    {},
    { MsgType: 'voice' },
    { MsgType: 'event' },
    { MsgType: 'event', Event: 'wxa_media_check' },
    { MsgType: 5 },
  ])('does not know %j', (packet) => {
    expect(normalise(packet)).toMatchObject({ kind: 'unknown', openid: '', createdAt: 0 });
  });

  it('does not know a packet that names no user', () => {
    const List = { TemplateId: 't1', SubscribeStatusString: 'accept' };
    const packet = { MsgType: 'event', Event: 'subscribe_msg_popup_event', CreateTime: 1620963428, List };
    expect(normalise(packet)).toMatchObject({ kind: 'unknown', event: 'subscribe_msg_popup_event' });
  });

  it('never throws', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('event', 'text', 'image', 'miniprogrampage'));
    const items = fc.oneof(
      fc.jsonValue(),
      fc.record({ List: fc.jsonValue() }),
      fc.array(fc.record({ List: fc.jsonValue() })),
    );
    const packets = fc.record(
      {
        MsgType: text,
        Event: fc.constantFrom(
          'subscribe_msg_popup_event',
          'subscribe_msg_change_event',
          'subscribe_msg_sent_event',
        ),
        FromUserName: fc.jsonValue(),
        CreateTime: fc.jsonValue(),
        MsgId: fc.jsonValue(),
        List: items,
        SubscribeMsgPopupEvent: items,
        SubscribeMsgChangeEvent: items,
        SubscribeMsgSentEvent: items,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(packets, fc.dictionary(fc.string(), fc.jsonValue())), (packet) => {
        expect(normalise(packet).kind).toEqual(expect.any(String));
      }),
    );
  });

  it('finds the same items whatever shape they come in', () => {
    const item = fc.record({
      TemplateId: fc.string({ minLength: 1 }),
      SubscribeStatusString: fc.constantFrom('accept', 'reject', 'ban', 'acceptWithAudio'),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (list) => {
        const event = { ...origin, MsgType: 'event', Event: 'subscribe_msg_popup_event' };
        const observed = normalise({ ...event, List: list.length === 1 ? list[0] : list });
        const documented = normalise({ ...event, SubscribeMsgPopupEvent: list });
        expect(documented).toEqual(observed);
      }),
    );
  });
});
