import {
  openPush,
  openVerification,
  TIMESTAMP_WINDOW_MS,
} from '../../../../../cloudfunctions/shared/push/http/open';
import { pushCipher } from '../../../../../cloudfunctions/shared/push/wire/cipher';
import { sign } from '../../../../../cloudfunctions/shared/push/wire/signature';
import { writePacket } from '../../../../../scripts/emulator/wechat/push/packetText';
import { encryptedPush, envelope, NOW, open, plainPush, SECRETS } from '../signedPushes';

const packet = {
  ToUserName: 'gh_1',
  FromUserName: 'o1',
  CreateTime: 1_700_000_000,
  MsgType: 'text',
  Content: '在吗',
  MsgId: '12345678901234567890',
};
const push = {
  kind: 'text',
  openid: 'o1',
  account: 'gh_1',
  createdAt: 1_700_000_000_000,
  content: '在吗',
  msgId: '12345678901234567890',
};
const JSON_TEXT = writePacket(packet, 'json');

const refusal = (status: number, why: unknown = expect.any(String)) => ({
  ok: false,
  refused: { status, why },
});

describe('openPush', () => {
  describe.each(['json', 'xml'] as const)('in %s', (format) => {
    const text = writePacket(packet, format);

    it('opens a plain push', () => {
      expect(open(plainPush(text))).toMatchObject({
        ok: true,
        opened: { push, text, format, cipher: undefined },
      });
    });

    it('opens a push in safe mode', () => {
      const opened = open(encryptedPush(text));
      expect(opened).toMatchObject({ ok: true, opened: { push, text, format } });
      expect(opened.ok && opened.opened.cipher).toBeDefined();
    });

    it('takes of a push in compatible mode what is encrypted, whatever stands beside it', () => {
      const { query } = encryptedPush(text);
      const Encrypt = pushCipher(SECRETS.aesKey, SECRETS.appid).encrypt(text);
      const { timestamp = '', nonce = '' } = query;
      const msg_signature = sign(SECRETS.token, timestamp, nonce, Encrypt);
      const body = writePacket({ ...packet, Content: '转账', Encrypt }, format);
      expect(open({ query: { ...query, msg_signature }, body })).toMatchObject({
        ok: true,
        opened: { push, text },
      });
    });

    it('reads an event that it does not know', () => {
      const text = writePacket(
        { ...packet, MsgType: 'event', Event: 'wxa_media_check', trace_id: '1' },
        format,
      );
      expect(open(encryptedPush(text))).toMatchObject({
        ok: true,
        opened: { push: { kind: 'unknown', event: 'wxa_media_check' }, packet: { trace_id: '1' } },
      });
    });
  });

  it.each([
    ['no signature', { signature: undefined }],
    ['a wrong signature', { signature: sign('other', '1700000000', '1514711492') }],
    ['another nonce', { nonce: '1514711493' }],
    ['another timestamp', { timestamp: '1700000001' }],
    ['no nonce', { nonce: undefined }],
    ['no timestamp', { timestamp: undefined }],
    // The parts are joined without a mark between them: the same text, cut elsewhere.
    ['a digit of the nonce moved to the timestamp', { nonce: '151471149', timestamp: '21700000000' }],
    ['a digit of the timestamp moved to the nonce', { nonce: '15147114921', timestamp: '700000000' }],
  ])('refuses a plain push with %s', (_, change) => {
    const { query, body } = plainPush(JSON_TEXT);
    expect(open({ query: { ...query, ...change }, body })).toEqual(refusal(403));
  });

  it('refuses a timestamp that is older or newer than the window, and no other', () => {
    const signed = plainPush(JSON_TEXT);
    for (const off of [-TIMESTAMP_WINDOW_MS, TIMESTAMP_WINDOW_MS]) {
      expect(open(signed, SECRETS, NOW + off)).toMatchObject({ ok: true });
      expect(open(signed, SECRETS, NOW + off * 1.01)).toEqual(
        refusal(403, expect.stringContaining('timestamp')),
      );
      expect(open(encryptedPush(JSON_TEXT), SECRETS, NOW + off * 1.01)).toEqual(refusal(403));
    }
  });

  it('refuses what was encrypted for another appid, or with another key, in the same words', () => {
    const otherAppid = open(encryptedPush(JSON_TEXT, { appid: 'wxffffffffffffffff' }));
    const otherKey = open(encryptedPush(JSON_TEXT, { aesKey: 'B'.repeat(43) }));
    expect(otherAppid).toEqual(refusal(403));
    expect(otherKey).toEqual(otherAppid);
  });

  it('refuses an encrypted push whose msg_signature was taken away, or whose ciphertext was exchanged', () => {
    const { query, body } = encryptedPush(JSON_TEXT);
    const { msg_signature, ...unsigned } = query;
    expect(open({ query: unsigned, body })).toEqual(refusal(403));
    expect(open({ query: { ...unsigned, encrypt_type: undefined }, body })).toEqual(
      refusal(403, 'the packet is encrypted, but the address has no msg_signature'),
    );
    expect(open({ query, body: encryptedPush(JSON_TEXT).body })).toEqual(refusal(403));
  });

  it.each([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a billion laughs', '<!DOCTYPE xml [<!ENTITY a "x">]><xml><a>&a;</a></xml>'],
    ['a name twice', '{"FromUserName":"o1","FromUserName":"o2"}'],
  ])('refuses a body that is %s, plain or encrypted', (_, body) => {
    expect(open(plainPush(body))).toEqual(refusal(400));
    expect(open(encryptedPush(body))).toEqual(refusal(400));
    expect(open({ ...encryptedPush(JSON_TEXT), body })).toEqual(refusal(400));
  });

  it('takes the ciphertext that is signed, and no other that stands beside it', () => {
    const { query, body } = encryptedPush(writePacket(packet, 'xml'));
    const [other = ''] = /<Encrypt>.*<\/Encrypt>/.exec(encryptedPush(writePacket(packet, 'xml')).body) ?? [];
    expect(open({ query, body: body.replace('</xml>', `${other}</xml>`) })).toMatchObject({ ok: true });
    expect(open({ query, body: body.replace('<xml>', `<xml>${other}`) })).toEqual(refusal(403));
    expect(open({ query, body: body.replace('</Encrypt>', '') })).toEqual(refusal(400));
  });

  it.each([
    ['XINSHI_PUSH_TOKEN', 'token'],
    ['XINSHI_PUSH_AES_KEY', 'aesKey'],
    ['XINSHI_APPID', 'appid'],
  ] as const)('names the setting %s when it is missing, for the log', (name, missing) => {
    const secrets = { ...SECRETS, [missing]: undefined };
    const unset = refusal(503, `${name} is not set`);
    expect(openPush(encryptedPush(JSON_TEXT), secrets, NOW)).toEqual(unset);
    const plain = openPush(plainPush(JSON_TEXT), secrets, NOW);
    expect(plain).toEqual(missing === 'token' ? unset : expect.objectContaining({ ok: true }));
  });

  it('says when XINSHI_PUSH_AES_KEY is none, and not what it is', () => {
    const result = openPush(encryptedPush(JSON_TEXT), { ...SECRETS, aesKey: 'short' }, NOW);
    expect(result).toEqual(refusal(503, 'XINSHI_PUSH_AES_KEY is no EncodingAESKey'));
  });

  it('refuses what is signed and no ciphertext', () => {
    expect(open(envelope('AAAA'))).toEqual(refusal(403));
  });
});

describe('openVerification', () => {
  const { query } = plainPush('');

  it('gives echostr, which WeChat wants back', () => {
    expect(openVerification({ ...query, echostr: '4375120948345356249' }, SECRETS, NOW)).toEqual({
      ok: true,
      opened: '4375120948345356249',
    });
  });

  it('gives that of WeChat’s example', () => {
    const example = {
      signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
      echostr: '4375120948345356249',
      timestamp: '1714036504',
      nonce: '1514711492',
    };
    const secrets = { ...SECRETS, token: 'AAAAA' };
    expect(openVerification(example, secrets, 1_714_036_505_000)).toEqual({
      ok: true,
      opened: '4375120948345356249',
    });
  });

  it('refuses a wrong signature, an old timestamp, no echostr, and everything without a token', () => {
    const asked = { ...query, echostr: '1' };
    expect(openVerification({ ...asked, nonce: '2' }, SECRETS, NOW)).toEqual(refusal(403));
    expect(openVerification(asked, SECRETS, NOW + 2 * TIMESTAMP_WINDOW_MS)).toEqual(refusal(403));
    expect(openVerification(query, SECRETS, NOW)).toEqual(refusal(400));
    expect(openVerification(asked, { ...SECRETS, token: undefined }, NOW)).toEqual(refusal(503));
  });
});
