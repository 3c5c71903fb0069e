/** Cloud calls (`cloud.openapi.…`): checks who calls and the function's permissions, then asks WeChat's back end. */
import type { CallRecord } from '../contract';
import { NO_HIT } from '../faults/faults';
import { delay, demandReply, faultOf } from '../faults/reply';
import type { CallInProgress } from '../instances/invoker';
import { excerpt, readExactly } from '../journal/excerpt';
import type { Journal } from '../journal/journal';
import { refuseDeepJson } from '../refusal/jsonDepth';
import type { Clock } from '../state/clock';
import { type ApiArgument, readableArguments } from '../wechat/api/arguments';
import type { WeChat } from '../wechat/wechat';
import { GatewayError } from './gatewayError';
import { decodeArguments, encodeAnswer, encodeRefusal } from './packets';

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/openapi/openapi.html; texts as in wx-server-sdk 4.0.2 */
const API_NOT_FOUND = {
  errCode: -604100,
  code: 'API_NOT_FOUND',
  message: 'API not found: the emulator has subscribeMessage, uniformMessage and customerServiceMessage',
};
const NO_PERMISSION = {
  errCode: -604101,
  code: 'NO_PERMISSION',
  message: 'function has no permission to call this API: list it in config.json, permissions.openapi',
};
/** A call that WeChat does not vouch for has no token; developers see -501001 with this text. */
const NO_TOKEN = {
  errCode: -501001,
  code: 'INVALID_WX_ACCESS_TOKEN',
  message: 'invalid wx openapi access_token',
};
const TIMED_OUT = { errCode: -604102, code: 'TIMEOUT', message: 'WeChat gave no answer in time' };
const ILLEGAL_SOURCE = { errCode: -604104, code: 'ILLEGAL_SOURCE', message: 'illegal source of invocation' };

export interface OpenApiRequest {
  apiName: string;
  requestData: Buffer;
  /** Proves the call in which the function asks. */
  wxCloudApiToken: string;
}

export interface OpenApiDependencies {
  wechat: WeChat;
  journal: Journal;
  clock: Clock;
}

/**
 * @param call the call that the asking instance is serving
 * @returns the bytes of a CommOpenApiResp
 * @throws {GatewayError} when the packet is no CommApiData, or the call is none of WeChat's
 * @throws {Refusal} 400 JSON_TOO_DEEP
 */
export async function answerOpenApi(
  { wechat, journal, clock }: OpenApiDependencies,
  request: OpenApiRequest,
  call: CallInProgress | undefined,
): Promise<Uint8Array> {
  const { apiName } = request;
  const args = parsePacket(request.requestData);
  const startedAt = clock.now();
  const startedTick = performance.now();
  const record = (outcome: Pick<CallRecord, 'response' | 'error' | 'fault'>) =>
    journal.recordCall({
      id: journal.nextId(),
      kind: 'openapi',
      name: apiName,
      requestId: call?.requestId ?? '',
      ...(call?.caller.openid !== undefined && { openid: call.caller.openid }),
      source: call?.caller.source ?? '',
      request: excerpt(JSON.stringify(readableArguments(args))),
      startedAt,
      durationMs: performance.now() - startedTick,
      ...outcome,
    });
  const refuse = (error: { errCode: number; code: string; message: string }) => {
    record({ error });
    return encodeRefusal(error.errCode);
  };

  if (request.wxCloudApiToken === '') {
    record({ error: NO_TOKEN });
    throw new GatewayError(NO_TOKEN.code, NO_TOKEN.message);
  }
  if (call === undefined || call.apiToken !== request.wxCloudApiToken) return refuse(ILLEGAL_SOURCE);
  if (!call.openapi.includes(apiName)) return refuse(NO_PERMISSION);
  const answer = wechat.callApi(apiName, args);
  if (answer.kind === 'noSuchApi') return refuse(API_NOT_FOUND);
  const { hit = NO_HIT } = answer;
  await delay(hit);
  if (hit.fault?.kind === 'timeout') {
    record({ error: TIMED_OUT, ...faultOf(hit) });
    return encodeRefusal(TIMED_OUT.errCode);
  }
  if (answer.kind === 'bytes') {
    record({ response: `${answer.bytes.length} bytes of ${answer.contentType}`, ...faultOf(hit) });
    demandReply(hit);
    return encodeAnswer(answer.contentType, answer.bytes);
  }
  record({ response: readExactly(answer.text), ...faultOf(hit) });
  demandReply(hit);
  return encodeAnswer('application/json', Buffer.from(answer.text));
}

function parsePacket(bytes: Buffer): Map<string, ApiArgument> {
  const args = decodePacket(bytes);
  for (const { value, contentType } of args.values()) {
    if (contentType === undefined) refuseDeepJson(value.toString());
  }
  return args;
}

function decodePacket(bytes: Buffer): Map<string, ApiArgument> {
  try {
    return decodeArguments(bytes);
  } catch (error) {
    throw new GatewayError('INVALID_PARAM', `requestData is no CommApiData: ${(error as Error).message}`);
  }
}
