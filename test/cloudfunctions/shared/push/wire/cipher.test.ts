import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { pushCipher } from '../../../../../cloudfunctions/shared/push/wire/cipher';
import { encryptedPush, open, SECRETS, type Signed } from '../signedPushes';

const KEY = 'A'.repeat(43);
const APPID = 'wxba5fad812f8e6fb9';
const cipher = pushCipher(KEY, APPID);

/** Encrypts exactly these bytes, whole blocks of 16, with KEY. */
function encryptBytes(plain: Buffer): string {
  const key = Buffer.from(`${KEY}=`, 'base64');
  const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([aes.update(plain), aes.final()]).toString('base64');
}

/** The plaintext of 'hi' for APPID, with what a test changes. */
function plainBytes({ length = 2, appid = APPID, padding = undefined as Buffer | undefined } = {}): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  const content = Buffer.concat([randomBytes(16), size, Buffer.from('hi'), Buffer.from(appid)]);
  const missing = 32 - (content.length % 32);
  return Buffer.concat([content, padding ?? Buffer.alloc(missing, missing)]);
}

describe('decrypt', () => {
  // The ciphertexts of WeChat's guide '消息推送', 消息解密方式为安全模式, for this key and appid.
  it('reads the ciphertexts of WeChat’s guide', () => {
    const pushed =
      '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=';
    const answered =
      'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';
    expect(JSON.parse(cipher.decrypt(pushed) ?? '')).toMatchObject({
      Event: 'debug_demo',
      debug_str: 'hello world',
    });
    expect(cipher.decrypt(answered)).toBe('{"demo_resp":"good luck"}');
  });

  it('gives back what was encrypted, whatever it is', () => {
    const keys = fc.stringMatching(/^[A-Za-z0-9+/]{43}$/);
    const appids = fc.stringMatching(/^wx[0-9a-f]{16}$/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5_000 }), keys, appids, (message, key, appid) => {
        // A lone half of a surrogate pair is no character, and has no UTF-8.
        const text = Buffer.from(message).toString();
        const own = pushCipher(key, appid);
        expect(own.decrypt(own.encrypt(text))).toBe(text);
      }),
    );
  });

  it('begins with other bytes each time', () => {
    expect(cipher.encrypt('same')).not.toBe(cipher.encrypt('same'));
  });

  it('reads a plaintext as it should be', () => {
    expect(cipher.decrypt(encryptBytes(plainBytes()))).toBe('hi');
  });

  it.each([
    ['another appid', plainBytes({ appid: 'wx0000000000000000' })],
    ['more after the appid', plainBytes({ appid: `${APPID}x` })],
    ['a length beyond the end', plainBytes({ length: 100 })],
    ['a length beyond all', plainBytes({ length: 0xffffffff })],
    ['no padding', Buffer.concat([plainBytes().subarray(0, 32), Buffer.alloc(32)])],
    [
      'padding that is not all the same',
      plainBytes({ padding: Buffer.from(`${'\u0002'.repeat(23)}\u0018`) }),
    ],
    ['padding of more than 32 bytes', Buffer.concat([plainBytes(), Buffer.alloc(64, 64)])],
    ['padding that is all there is', Buffer.alloc(32, 32)],
  ])('refuses %s', (_, plain) => {
    expect(cipher.decrypt(encryptBytes(plain))).toBeUndefined();
  });

  it.each(['', 'AAAA', 'not base64', cipher.encrypt('x').slice(4), cipher.encrypt('x').slice(0, 44)])(
    'refuses %j',
    (encrypted) => {
      expect(cipher.decrypt(encrypted)).toBeUndefined();
    },
  );

  it('refuses what another key encrypted', () => {
    expect(cipher.decrypt(pushCipher('B'.repeat(43), APPID).encrypt('secret'))).toBeUndefined();
  });
});

/** CBC alone would let some through: the signature is what sees every change. */
describe('a signed push of which one bit was changed', () => {
  const packet = JSON.stringify({ FromUserName: 'o1', MsgType: 'text', Content: '你好', MsgId: '1' });
  const push = encryptedPush(packet);

  it('is taken before that', () => {
    expect(open(push)).toMatchObject({ ok: true, opened: { push: { content: '你好' } } });
  });

  it('is refused, whichever bit of the ciphertext it is', () => {
    const [, before = '', encrypted = '', after = ''] = /^(.*"Encrypt":")([^"]*)(".*)$/.exec(push.body) ?? [];
    const bytes = Buffer.from(encrypted, 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const body = `${before}${changed.toString('base64')}${after}`;
      expect(open({ ...push, body })).toMatchObject({ ok: false });
    }
  });

  it.each(['timestamp', 'nonce', 'msg_signature'] as const)('is refused when it is one of %s', (name) => {
    const given = Buffer.from(push.query[name] ?? '');
    for (let bit = 0; bit < given.length * 8; bit += 1) {
      const changed = Buffer.from(given);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const other: Signed = { ...push, query: { ...push.query, [name]: changed.toString('latin1') } };
      expect(open(other)).toMatchObject({ ok: false });
    }
  });

  it('is refused with another token', () => {
    expect(open(push, { ...SECRETS, token: 'other' })).toMatchObject({ ok: false, refused: { status: 403 } });
  });
});
