/** Requests as WeChat's side makes them, for tests of the functions' side. */
import { openPush } from '../../../../cloudfunctions/shared/push/http/open';
import type { PushQuery } from '../../../../cloudfunctions/shared/push/http/request';
import { pushCipher } from '../../../../cloudfunctions/shared/push/wire/cipher';
import { sign } from '../../../../cloudfunctions/shared/push/wire/signature';
import { writePacket } from '../../../../scripts/emulator/wechat/push/packetText';

export const NOW = 1_700_000_000_000;
export const SECRETS = {
  token: 'xinshi',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  appid: 'wx0123456789abcdef',
};

export interface Signed {
  query: PushQuery;
  body: string;
}

const TIMESTAMP = String(NOW / 1000);

export function plainPush(body: string, nonce = '1514711492', timestamp = TIMESTAMP): Signed {
  return { query: { timestamp, nonce, signature: sign(SECRETS.token, timestamp, nonce) }, body };
}

export function encryptedPush(text: string, { appid = SECRETS.appid, aesKey = SECRETS.aesKey } = {}): Signed {
  return envelope(pushCipher(aesKey, appid).encrypt(text), text.startsWith('<') ? 'xml' : 'json');
}

/** @param Encrypt any text, signed as if it were WeChat's */
export function envelope(Encrypt: string, format: 'json' | 'xml' = 'json', nonce = '415670741'): Signed {
  const { query } = plainPush('', nonce);
  const { timestamp = '' } = query;
  const msg_signature = sign(SECRETS.token, timestamp, nonce, Encrypt);
  return {
    query: { ...query, encrypt_type: 'aes', msg_signature },
    body: writePacket({ ToUserName: 'gh_1', Encrypt }, format),
  };
}

export const open = (push: Signed, secrets: Parameters<typeof openPush>[1] = SECRETS, now = NOW) =>
  openPush(push, secrets, now);
