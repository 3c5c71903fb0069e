import { decrypt, encrypt } from '../../../../scripts/emulator/wechat/push/cipher';

/** The example in WeChat's guide '消息推送', 消息解密方式为安全模式. */
const SETTINGS = { encodingAESKey: 'A'.repeat(43), appid: 'wxba5fad812f8e6fb9' };
const PUSHED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=';
const PUSHED_MESSAGE =
  '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}';
const ANSWERED = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';

describe('encrypt', () => {
  it("gives the ciphertexts of WeChat's guide, byte for byte", () => {
    const answered = encrypt('{"demo_resp":"good luck"}', SETTINGS, Buffer.from('707722b803182950'));
    expect(answered).toBe(ANSWERED);
    expect(encrypt(PUSHED_MESSAGE, SETTINGS, Buffer.from('a8eedb185eb2fecf'))).toBe(PUSHED);
  });

  it('begins with other bytes each time', () => {
    expect(encrypt('same', SETTINGS)).not.toBe(encrypt('same', SETTINGS));
  });
});

describe('decrypt', () => {
  it("reads the ciphertexts of WeChat's guide", () => {
    expect(decrypt(PUSHED, SETTINGS)).toBe(PUSHED_MESSAGE);
    expect(decrypt(ANSWERED, SETTINGS)).toBe('{"demo_resp":"good luck"}');
  });

  it.each(['', 'a', '中文😀', 'x'.repeat(10_000)])('gives back what was encrypted: %j', (message) => {
    expect(decrypt(encrypt(message, SETTINGS), SETTINGS)).toBe(message);
  });

  it('names the appid that a message is for when it is another', () => {
    const theirs = encrypt('secret', { ...SETTINGS, appid: 'wx1111111111111111' });
    expect(() => decrypt(theirs, SETTINGS)).toThrow('it is for the appid "wx1111111111111111"');
  });

  it.each(['', 'AAAA', 'not base64', ANSWERED.slice(4), ANSWERED.slice(0, 44)])('refuses %j', (encrypted) => {
    expect(() => decrypt(encrypted, SETTINGS)).toThrow();
  });

  it('refuses what another key encrypted', () => {
    const theirs = encrypt('secret', { ...SETTINGS, encodingAESKey: 'B'.repeat(43) });
    expect(() => decrypt(theirs, SETTINGS)).toThrow();
  });
});
