import fc from 'fast-check';
import { normalise } from '../../../../cloudfunctions/shared/push/normalise';
import { readJson } from '../../../../cloudfunctions/shared/push/wire/json';
import { readXml } from '../../../../cloudfunctions/shared/push/wire/xml';
import { type Packet, writePacket } from '../../../../scripts/emulator/wechat/push/packetText';
import { SAMPLE_PACKETS } from './samplePackets';

const fromJson = (packet: Packet) => normalise(readJson(writePacket(packet, 'json')) ?? {});
const fromXml = (packet: Packet) => normalise(readXml(writePacket(packet, 'xml')) ?? {});

describe('a packet', () => {
  it.each(SAMPLE_PACKETS)('is the same push from JSON and from XML: %j', (packet) => {
    const push = fromXml(packet);
    expect(push).toMatchObject({ openid: 'oXs1-sample', createdAt: 1_700_000_000_000 });
    expect(push).toEqual(fromJson(packet));
  });

  // What XML has no place for, and what a text loses at its ends outside of CDATA, is not what this is about.
  const text = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((value) => Buffer.from(value).toString())
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has none of them
    .filter((value) => !/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/.test(value));
  const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);
  const item = fc.record({
    TemplateId: fc.stringMatching(/^[\w-]{1,43}$/),
    SubscribeStatusString: fc.constantFrom('accept', 'reject', 'ban', 'acceptWithAudio', 'perhaps'),
    PopupScene: fc.constantFrom('0', '1'),
    MsgID: id,
    ErrorCode: fc.constantFrom('0', '43101'),
    ErrorStatus: text,
  });
  const packets = fc.record({
    ToUserName: fc.constant('gh_1'),
    FromUserName: fc.stringMatching(/^o[\w-]{1,27}$/),
    CreateTime: fc.integer({ min: 1, max: 4e9 }),
    MsgType: fc.constantFrom('text', 'image', 'miniprogrampage', 'event', 'voice'),
    Event: fc.constantFrom(
      'user_enter_tempsession',
      'subscribe_msg_popup_event',
      'subscribe_msg_change_event',
      'subscribe_msg_sent_event',
      'wxa_media_check',
    ),
    Content: text,
    PagePath: text,
    SessionFrom: text,
    MsgId: id,
    List: fc.oneof(item, fc.array(item, { minLength: 2, maxLength: 10 })),
  });

  it('is the same push from JSON and from XML, whatever it holds', () => {
    fc.assert(fc.property(packets, (packet) => expect(fromXml(packet)).toEqual(fromJson(packet))));
  });

  it('keeps each id to the last digit', () => {
    fc.assert(
      fc.property(packets, (packet) => {
        for (const push of [fromXml(packet), fromJson(packet)]) {
          if ('msgId' in push) expect(push.msgId).toBe(packet.MsgId);
          if (push.kind === 'messageSettled') {
            expect(push.receipts.map(({ msgid }) => msgid)).toEqual(
              [packet.List].flat().map(({ MsgID }) => MsgID),
            );
          }
        }
      }),
    );
  });
});
