import { answerTo, textAnswer } from '../../../../../cloudfunctions/shared/push/http/answer';
import { readRequest } from '../../../../../cloudfunctions/shared/push/http/request';
import { pushCipher } from '../../../../../cloudfunctions/shared/push/wire/cipher';
import { readAnswer } from '../../../../../scripts/emulator/wechat/push/server';
import { NOW, SECRETS } from '../signedPushes';

const HAND_OVER = {
  MsgType: 'transfer_customer_service' as const,
  ToUserName: 'o1',
  FromUserName: 'gh_1',
  CreateTime: 1_700_000_000,
};
const cipher = pushCipher(SECRETS.aesKey, SECRETS.appid);
/** What WeChat's side, the emulator's, makes of it. */
const settings = {
  appid: SECRETS.appid,
  token: SECRETS.token,
  encodingAESKey: SECRETS.aesKey,
  url: '',
  routes: [],
};

describe('answerTo', () => {
  it('answers success as text, in every mode', () => {
    for (const format of ['json', 'xml'] as const) {
      for (const how of [undefined, cipher]) {
        expect(answerTo('success', { format, cipher: how, token: SECRETS.token, now: NOW })).toEqual({
          statusCode: 200,
          headers: expect.objectContaining({ 'content-type': 'text/plain; charset=utf-8' }),
          body: 'success',
        });
      }
    }
  });

  it.each(['json', 'xml'] as const)('hands over in %s, readable for WeChat in each mode', (format) => {
    const plain = answerTo(HAND_OVER, { format, cipher: undefined, token: SECRETS.token, now: NOW });
    const safe = answerTo(HAND_OVER, { format, cipher, token: SECRETS.token, now: NOW });
    const expected = { ...HAND_OVER, CreateTime: format === 'xml' ? '1700000000' : 1_700_000_000 };

    expect(readAnswer(plain.body, { ...settings, mode: 'plain', format })).toEqual({ response: expected });
    expect(readAnswer(safe.body, { ...settings, mode: 'safe', format })).toEqual({ response: expected });
    expect(readAnswer(safe.body, { ...settings, mode: 'compatible', format })).toEqual({
      response: expected,
    });
    expect(safe.body).not.toContain('transfer_customer_service');
    expect(safe.headers['content-type']).toContain(format);
  });
});

describe('textAnswer', () => {
  it('lets no browser take a text for a page', () => {
    expect(textAnswer(200, '<script>').headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('readRequest', () => {
  const event = {
    path: '/',
    httpMethod: 'POST',
    headers: {},
    queryStringParameters: { signature: 's', timestamp: '1', nonce: '2', openid: 'o1' },
    body: '{}',
    isBase64Encoded: false,
  };

  it('reads what the HTTP access service makes of a request', () => {
    expect(readRequest(event)).toEqual({
      method: 'POST',
      query: { signature: 's', timestamp: '1', nonce: '2' },
      body: '{}',
    });
  });

  it('reads a body in base64', () => {
    const body = Buffer.from('{"Content":"你好"}').toString('base64');
    expect(readRequest({ ...event, body, isBase64Encoded: true })).toMatchObject({
      body: '{"Content":"你好"}',
    });
  });

  it.each([
    ['a packet of the event form', { MsgType: 'text', FromUserName: 'o1' }],
    ['nothing', undefined],
    ['a parameter that stands twice', { ...event, queryStringParameters: { nonce: ['1', '2'] } }],
    ['a parameter of a kilobyte', { ...event, queryStringParameters: { nonce: '1'.repeat(1_000) } }],
    ['a body that is no text', { ...event, body: {} }],
  ])('does not take %s', (_, given) => {
    expect(readRequest(given)).toBeUndefined();
  });
});
