/**
 * Receives what WeChat pushes: messages and events of customer service, and events of subscriptions.
 *
 * Who may call: WeChat, through the routes of the CloudBase console (设置 › 其他设置 › 消息推送), and a server
 * that holds the access token and forwards pushes.
 */
import * as v from 'valibot';
import { requirePush } from '../shared/platform/access';
import { currentCaller } from '../shared/platform/caller';
import { parseInput } from '../shared/platform/input';
import { log } from '../shared/platform/log';
import { explainsItself, failureOf, type Result } from '../shared/platform/result';
import { normalise } from '../shared/push/normalise';
import { receive } from '../shared/push/receive';

const schema = v.record(v.string(), v.unknown());

/**
 * @returns `success`, or a refusal when the call is not WeChat's. To WeChat every answer says that the push was
 *   taken, so a failure to keep it is thrown: only that makes WeChat push it again.
 */
export async function main(event: unknown): Promise<'success' | Result<never>> {
  const caller = currentCaller();
  try {
    const packet = parseInput(schema, event);
    const push = normalise(packet);
    requirePush(caller, push.openid);
    await receive(push, packet);
    return 'success';
  } catch (error) {
    if (!explainsItself(error)) throw error;
    const refusal = failureOf(error);
    log.error('a push was refused', { refusal });
    return { ok: false, error: refusal };
  }
}
