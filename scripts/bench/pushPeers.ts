/** How other libraries take an encrypted push in XML, each as its own documentation does. */
import * as wecom from '@wecom/crypto';
import { XMLParser } from 'fast-xml-parser';
import { parseString } from 'xml2js';

export interface SealedPush {
  query: { timestamp: string; nonce: string; msg_signature: string };
  body: string;
}

export interface PushSecrets {
  token: string;
  aesKey: string;
  appid: string;
}

/** Verifies, decrypts and parses. @returns the message's fields */
export type Peer = (push: SealedPush) => Promise<Fields> | Fields;
type Fields = Readonly<Record<string, unknown>>;

/** None of these has types that strict TypeScript takes: what is used of them. */
interface WechatCrypto {
  getSignature(timestamp: string, nonce: string, encrypted: string): string;
  decrypt(encrypted: string): { message: string; id: string };
}
const OtherCrypto: new (token: string, aesKey: string, appid: string) => WechatCrypto =
  require('wechat-crypto');
interface EasyWechatServer {
  with(handler: (message: { toJson(): string }) => unknown): unknown;
  serve(): Promise<unknown>;
}
const EasyWechatServer: new (request: unknown, encryptor: unknown) => EasyWechatServer =
  require('node-easywechat/dist/MiniApp/Server');
const EasyWechatEncryptor: new (appid: string, token: string, aesKey: string, receiveId: string) => object =
  require('node-easywechat/dist/Core/Encryptor');

export function pushPeers({ token, aesKey, appid }: PushSecrets): Record<string, Peer> {
  const wechatCrypto = new OtherCrypto(token, aesKey, appid);
  const parser = new XMLParser({ parseTagValue: false });
  const fastXml = (text: string) => (parser.parse(text) as { xml: Fields }).xml;
  const encryptor = new EasyWechatEncryptor(appid, token, aesKey, appid);

  return {
    'wechat-crypto with xml2js': ({ query: { timestamp, nonce, msg_signature }, body }) => {
      const encrypted = String(xml2jsObject(body)['Encrypt']);
      check(wechatCrypto.getSignature(timestamp, nonce, encrypted) === msg_signature);
      const { message, id } = wechatCrypto.decrypt(encrypted);
      check(id === appid);
      return xml2jsObject(message);
    },
    '@wecom/crypto with fast-xml-parser': ({ query: { timestamp, nonce, msg_signature }, body }) => {
      const encrypted = String(fastXml(body)['Encrypt']);
      check(wecom.getSignature(token, timestamp, nonce, encrypted) === msg_signature);
      const { message, id } = wecom.decrypt(aesKey, encrypted);
      check(id === appid);
      return fastXml(message);
    },
    'node-easywechat': async ({ query, body }) => {
      let fields: Fields | undefined;
      // The part of its ServerRequest that it reads.
      const request = { getQueryParams: () => query, getBody: () => body };
      const server = new EasyWechatServer(request, encryptor);
      server.with((message) => {
        fields = (message as unknown as { attributes: Fields }).attributes;
        return undefined;
      });
      await server.serve();
      check(fields !== undefined);
      return fields ?? {};
    },
  };
}

/** It parses at once, without `async`. */
function xml2jsObject(text: string): Fields {
  let fields: Fields = {};
  parseString(text, { explicitArray: false, explicitRoot: false }, (error, parsed: Fields) => {
    if (error) throw error;
    fields = parsed;
  });
  return fields;
}

function check(right: boolean): void {
  if (!right) throw new Error('a push was not read as it should be');
}
