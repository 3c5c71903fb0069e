/** The way that the functions' calls take to WeChat: by the setting XINSHI_TRANSPORT, read at each call. */
import { clock } from '../platform/clock';
import { callOpenapi, cameThroughWechat } from '../platform/openapi';
import { Failure } from '../platform/result';
import { settings } from '../platform/settings';
import { cloudCallTransport } from '../wechat/cloudCall';
import { httpsTransport } from '../wechat/httpsTransport';
import { getStableToken } from '../wechat/stableToken';
import type { Transport } from '../wechat/transport';
import { automaticTransport } from './automatic';
import { tokenDocuments } from './tokenDocument';
import { createTokens } from './tokens';

const cloudCall = cloudCallTransport(callOpenapi);

/** One for as long as the credentials stay the same, since it remembers the token. */
let https: { appid: string; secret: string; transport: Transport } | undefined;

const automatic = automaticTransport({ cloudCall, https: configuredHttps, cameThroughWechat });

/** @throws Failure INVALID_SETTING, besides what transports throw */
export const wechat: Transport = {
  call: (api, args) => chosen().call(api, args),
};

function chosen(): Transport {
  switch (settings.transport) {
    case 'auto':
      return automatic;
    case 'cloudCall':
      return cloudCall;
    case 'https':
      return requireHttps();
  }
}

function requireHttps(): Transport {
  const transport = configuredHttps();
  if (transport) return transport;
  throw new Failure('INVALID_SETTING', {
    message: 'XINSHI_TRANSPORT is https, but XINSHI_APPID or XINSHI_APP_SECRET is not set',
    hint: 'Set both in the function’s environment variables, or XINSHI_TRANSPORT to auto.',
  });
}

function configuredHttps(): Transport | undefined {
  const { appid, appSecret: secret } = settings;
  if (appid === undefined || secret === undefined) return undefined;
  if (https?.appid !== appid || https.secret !== secret) {
    const url = () => settings.wechatUrl;
    const tokens = createTokens({
      credentials: { appid, secret },
      documents: tokenDocuments,
      clock,
      fetchToken: (forceRefresh) => getStableToken({ url: url(), appid, secret, forceRefresh }),
    });
    https = { appid, secret, transport: httpsTransport({ url, tokens }) };
  }
  return https.transport;
}
