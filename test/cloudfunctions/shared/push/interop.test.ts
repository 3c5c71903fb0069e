/** What other libraries encrypt is read, and what we encrypt is read by them. */
import * as wecom from '@wecom/crypto';
import { answerTo } from '../../../../cloudfunctions/shared/push/http/answer';
import { pushCipher } from '../../../../cloudfunctions/shared/push/wire/cipher';
import { readXml, writeXml } from '../../../../cloudfunctions/shared/push/wire/xml';
import { NOW, open, plainPush, SECRETS } from './signedPushes';

/** The parts of wechat-crypto 0.0.2 that are used; it has no types of its own. */
type WechatCrypto = new (
  token: string,
  encodingAESKey: string,
  appid: string,
) => {
  getSignature(timestamp: string, nonce: string, encrypted: string): string;
  encrypt(text: string): string;
  decrypt(encrypted: string): { message: string; id: string };
};
/** The parts of node-easywechat 3.6.2's Encryptor that are used: its own types are not strict. */
type EasyWechatEncryptor = new (
  appid: string,
  token: string,
  aesKey: string,
  receiveId: string,
) => {
  encrypt(text: string, nonce: string, timestamp: string): string;
  decrypt(encrypted: string, signature: string, nonce: string, timestamp: string): string;
};
const OtherCrypto = jest.requireActual<WechatCrypto>('wechat-crypto');
const Encryptor = jest.requireActual<EasyWechatEncryptor>('node-easywechat/dist/Core/Encryptor');

const { token, aesKey, appid } = SECRETS;
const wechatCrypto = new OtherCrypto(token, aesKey, appid);
const easywechat = new Encryptor(appid, token, aesKey, appid);

const TIMESTAMP = String(NOW / 1000);
const NONCE = '415670741';

interface Library {
  /** @returns Encrypt and its signature */
  seal(text: string): { Encrypt: string; msg_signature: string };
  /** @throws when it is not signed, or not for the appid */
  unseal(Encrypt: string, signature: string, nonce: string, timestamp: string): string;
}

const LIBRARIES: Record<string, Library> = {
  'wechat-crypto': {
    seal(text) {
      const Encrypt = wechatCrypto.encrypt(text);
      return { Encrypt, msg_signature: wechatCrypto.getSignature(TIMESTAMP, NONCE, Encrypt) };
    },
    unseal(Encrypt, signature, nonce, timestamp) {
      expect(wechatCrypto.getSignature(timestamp, nonce, Encrypt)).toBe(signature);
      const { message, id } = wechatCrypto.decrypt(Encrypt);
      expect(id).toBe(appid);
      return message;
    },
  },
  '@wecom/crypto': {
    seal(text) {
      const Encrypt = wecom.encrypt(aesKey, text, appid);
      return { Encrypt, msg_signature: wecom.getSignature(token, TIMESTAMP, NONCE, Encrypt) };
    },
    unseal(Encrypt, signature, nonce, timestamp) {
      expect(wecom.getSignature(token, timestamp, nonce, Encrypt)).toBe(signature);
      const { message, id } = wecom.decrypt(aesKey, Encrypt);
      expect(id).toBe(appid);
      return message;
    },
  },
  'node-easywechat': {
    seal(text) {
      const sealed = readXml(easywechat.encrypt(text, NONCE, TIMESTAMP));
      return { Encrypt: String(sealed?.['Encrypt']), msg_signature: String(sealed?.['MsgSignature']) };
    },
    unseal: (Encrypt, signature, nonce, timestamp) =>
      easywechat.decrypt(Encrypt, signature, nonce, timestamp),
  },
};

/** Every remainder of the length by the block, and what is more than a byte a character. */
const TEXTS = Array.from({ length: 33 }, (_, n) =>
  writeXml({ FromUserName: 'o1', MsgType: 'text', Content: `你好😀${'x'.repeat(n)}`, MsgId: 1 }),
);

describe.each(Object.entries(LIBRARIES))('%s', (_, library) => {
  it('makes pushes that we read', () => {
    for (const text of TEXTS) {
      const { Encrypt, msg_signature } = library.seal(text);
      const query = { ...plainPush('', NONCE).query, msg_signature };
      expect(open({ query, body: writeXml({ ToUserName: 'gh_1', Encrypt }) })).toMatchObject({
        ok: true,
        opened: { text, push: { kind: 'text', openid: 'o1', msgId: '1' } },
      });
    }
  });

  it('reads our answers', () => {
    const handOver = {
      MsgType: 'transfer_customer_service' as const,
      ToUserName: 'o1',
      FromUserName: 'gh_1',
      CreateTime: 1_700_000_000,
    };
    const cipher = pushCipher(aesKey, appid);
    const { body } = answerTo(handOver, { format: 'xml', cipher, token, now: NOW });
    const { Encrypt, MsgSignature, TimeStamp, Nonce } = readXml(body) as Record<string, string>;
    const text = library.unseal(Encrypt ?? '', MsgSignature ?? '', Nonce ?? '', TimeStamp ?? '');
    expect(text).toBe(writeXml(handOver));
  });

  it('reads what we encrypt, whatever its length', () => {
    const cipher = pushCipher(aesKey, appid);
    for (const text of TEXTS) {
      const Encrypt = cipher.encrypt(text);
      const signature = wecom.getSignature(token, TIMESTAMP, NONCE, Encrypt);
      expect(library.unseal(Encrypt, signature, NONCE, TIMESTAMP)).toBe(text);
    }
  });
});
