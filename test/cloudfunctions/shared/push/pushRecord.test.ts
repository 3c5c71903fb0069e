import { normalise } from '../../../../cloudfunctions/shared/push/normalise';
import { pushId, recordOf } from '../../../../cloudfunctions/shared/push/pushRecord';

const origin = { ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: 1620963428 };
function idOf(fields: Record<string, unknown>): string {
  const packet = { ...origin, ...fields };
  return pushId(normalise(packet), packet);
}

describe('pushId', () => {
  it('tells messages by their MsgId', () => {
    const first = idOf({ MsgType: 'text', Content: 'x', MsgId: '49d72d67_1555684067' });
    expect(first).toBe('message:o1:49d72d67_1555684067');
    expect(idOf({ MsgType: 'text', Content: 'x', MsgId: '49d72d68_1555684067' })).not.toBe(first);
  });

  it('tells the messages of two users apart that have one MsgId', () => {
    const message = { MsgType: 'text', Content: 'x', MsgId: '1' };
    expect(idOf({ ...message, FromUserName: 'o2' })).not.toBe(idOf(message));
  });

  it('tells two messages apart whose ids have lost their digits', () => {
    const MsgId = Number('12345678901234567890');
    expect(idOf({ MsgType: 'text', Content: 'a', MsgId })).not.toBe(
      idOf({ MsgType: 'text', Content: 'b', MsgId }),
    );
  });

  it('is the same when an event comes again, in whatever shape', () => {
    const event = { MsgType: 'event', Event: 'subscribe_msg_popup_event' };
    const item = { TemplateId: 't1', SubscribeStatusString: 'accept' };
    expect(idOf({ ...event, List: item })).toBe(idOf({ ...event, SubscribeMsgPopupEvent: [item] }));
  });

  it('tells two receipts of the same second apart', () => {
    const event = { MsgType: 'event', Event: 'subscribe_msg_sent_event' };
    const receipt = (MsgID: string) => ({
      List: { TemplateId: 't1', MsgID, ErrorCode: '0', ErrorStatus: 'success' },
    });
    expect(idOf({ ...event, ...receipt('1') })).not.toBe(idOf({ ...event, ...receipt('2') }));
  });

  it('tells two packets apart whose kind it does not know', () => {
    const event = { MsgType: 'event', Event: 'wxa_media_check' };
    expect(idOf({ ...event, trace_id: '1' })).not.toBe(idOf({ ...event, trace_id: '2' }));
  });

  it('tells events by time and by user', () => {
    const event = { MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: 'x' };
    expect(idOf(event)).not.toBe(idOf({ ...event, CreateTime: 1620963429 }));
    expect(idOf(event)).not.toBe(idOf({ ...event, FromUserName: 'o2' }));
  });
});

describe('recordOf', () => {
  it('keeps the packet as it came', () => {
    const packet = { ...origin, MsgType: 'voice', $odd: { 'a.b': 1 } };
    const record = recordOf(normalise(packet), packet, 1_700_000_000_000);
    expect(record).toMatchObject({
      kind: 'unknown',
      openid: 'o1',
      createdAt: 1_620_963_428_000,
      receivedAt: 1_700_000_000_000,
      answer: 'success',
    });
    expect(JSON.parse(record.packet)).toEqual(packet);
  });
});
