/** The HTTP form of message push: a server URL (开发者服务器), through CloudBase's HTTP access service. */
import { clock } from '../../platform/clock';
import { log } from '../../platform/log';
import { settings } from '../../platform/settings';
import type { Answer } from '../answer';
import type { Push } from '../push';
import type { Packet } from '../wire/packet';
import { answerTo, type HttpAnswer, textAnswer } from './answer';
import { nonceCarries } from './nonces';
import { type OpenedPush, openPush, openVerification, type PushSecrets, type Refused } from './open';
import { MAX_BODY_BYTES, type PushRequest, readRequest } from './request';

/** Takes a push that is known to be WeChat's. */
type Receive = (push: Push, packet: Packet) => Promise<Answer>;

/**
 * Never throws. A refusal tells the asker its status and nothing else; the log tells why. 500 and above make
 * WeChat push again.
 *
 * @param event of the HTTP access service
 */
export async function answerHttp(event: unknown, receive: Receive): Promise<HttpAnswer> {
  try {
    const request = readRequest(event);
    if (request === undefined) return refuse({ status: 400, why: 'no request as WeChat makes it' });
    if (request.method === 'GET') return await answerVerification(request);
    if (request.method !== 'POST') return { ...textAnswer(405, ''), headers: { allow: 'GET, POST' } };
    return await answerPush(request, receive);
  } catch (error) {
    log.error('a push failed; WeChat will push it again', { error });
    return textAnswer(500, '');
  }
}

async function answerVerification({ query }: PushRequest): Promise<HttpAnswer> {
  const now = clock.now();
  const verification = openVerification(query, secrets(), now);
  if (!verification.ok) return refuse(verification.refused);
  const echostr = verification.opened;
  return (await nonceCarries(echostr, query, now)) ? textAnswer(200, echostr) : refuse(REPLAYED);
}

async function answerPush(request: PushRequest, receive: Receive): Promise<HttpAnswer> {
  if (Buffer.byteLength(request.body) > MAX_BODY_BYTES) return textAnswer(413, '');
  const now = clock.now();
  const { token = '', ...others } = secrets();
  const result = openPush(request, { token: token || undefined, ...others }, now);
  if (!result.ok) return refuse(result.refused);
  const { push, packet, text, format, cipher }: OpenedPush = result.opened;
  const carried = await nonceCarries(text, request.query, now);
  // msg_signature covers what is encrypted: another content with the same nonce is WeChat's own.
  if (!carried && cipher === undefined) return refuse(REPLAYED);
  return answerTo(await receive(push, packet), { format, cipher, token, now: clock.now() });
}

const REPLAYED: Refused = { status: 403, why: 'the nonce came before, with another content' };

function refuse({ status, why }: Refused): HttpAnswer {
  log.error('a push over HTTP was refused', { status, why });
  return textAnswer(status, '');
}

/** Read for each push: a setting that is missing must not stop the other form. */
const secrets = (): PushSecrets => ({
  token: settings.pushToken,
  aesKey: settings.pushAesKey,
  appid: settings.appid,
});
