/**
 * Receives what WeChat pushes: messages and events of customer service, and events of subscriptions.
 *
 * Who may call: WeChat, in two forms.
 * - The event form: the routes of the CloudBase console (设置 › 其他设置 › 消息推送). WeChat vouches for the call;
 *   a server that holds the access token may forward pushes so.
 * - The HTTP form: the server URL of message push (开发管理 › 消息推送) set to this function's address of the HTTP
 *   access service. The signature vouches for the request.
 *
 * What the platform vouches for decides which form a call has: whoever comes through WeChat is not read as HTTP,
 * and nobody else is read as an event.
 */
import * as v from 'valibot';
import { requirePush } from '../shared/platform/access';
import { type Caller, currentCaller } from '../shared/platform/caller';
import { parseInput } from '../shared/platform/input';
import { log } from '../shared/platform/log';
import { explainsItself, failureOf, type Result } from '../shared/platform/result';
import type { Answer } from '../shared/push/answer';
import type { HttpAnswer } from '../shared/push/http/answer';
import { answerHttp } from '../shared/push/http/door';
import { normalise } from '../shared/push/normalise';
import { receive } from '../shared/push/receive';

const schema = v.record(v.string(), v.unknown());

export function main(event: unknown): Promise<Answer | Result<never> | HttpAnswer> {
  const caller = currentCaller();
  return caller.kind === 'anonymous' ? answerHttp(event, receive) : answerEvent(event, caller);
}

/**
 * @returns `success`, a hand-over, or a refusal when the call is not WeChat's. To WeChat every answer says that the
 *   push was taken, so a failure to keep it is thrown: only that makes WeChat push it again.
 */
async function answerEvent(event: unknown, caller: Caller): Promise<Answer | Result<never>> {
  try {
    const packet = parseInput(schema, event);
    const push = normalise(packet);
    requirePush(caller, push.openid);
    return await receive(push, packet);
  } catch (error) {
    if (!explainsItself(error)) throw error;
    const refusal = failureOf(error);
    log.error('a push was refused', { refusal });
    return { ok: false, error: refusal };
  }
}
