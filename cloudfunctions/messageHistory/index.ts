/**
 * Tells what was sent and what became of it.
 *
 * Who may call: a user, of what was sent to him; operators and server-side callers, of everything.
 */
import * as v from 'valibot';
import { readHistory, statusOf } from '../shared/audit/history';
import type { Send } from '../shared/audit/send';
import { openidOf } from '../shared/platform/caller';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { invalidInput, text } from '../shared/platform/input';
import type { Input, Message, Output } from './contract';

const USUAL_PAGE = 20;

const schema: v.GenericSchema<unknown, Input> = v.strictObject({
  scope: v.exactOptional(v.picklist(['mine', 'all'])),
  openid: v.exactOptional(text(64)),
  kind: v.exactOptional(v.picklist(['subscribe', 'uniform', 'customerService'])),
  outcome: v.exactOptional(v.picklist(['unknown', 'accepted', 'delivered', 'failed', 'refused'])),
  before: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{14}-[\da-f]{16}$/, 'is not the `next` of a page'))),
  limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
});

export const main = cloudFunction<Input, Output>({
  input: schema,
  allow: ['self', 'operator', 'server'],
  beyondSelf: ({ scope, openid }, own) =>
    scope === 'all' || (openid !== undefined && openid !== own)
      ? 'Only operators and server-side callers may read what was sent to others.'
      : undefined,
  readsOnly: true,
  run: async ({ scope, openid: named, outcome, limit = USUAL_PAGE, ...query }, caller) => {
    const all = scope === 'all';
    const openid = named ?? (all ? undefined : openidOf(caller));
    if (!all && openid === undefined) throw invalidInput('scope: must be all when no user is calling');
    const { page, more } = await readHistory({
      ...query,
      ...(openid !== undefined && { openid }),
      ...(outcome !== undefined && { status: outcome }),
      limit,
    });
    const next = page.at(-1)?._id;
    return {
      messages: page.map((send) => ({ ...messageOf(send), ...(all && forOperators(send)) })),
      ...(more && next !== undefined && { next }),
    };
  },
});

function messageOf(send: Send): Message {
  const { _id, startedAt, kind, tmplId, template, title, msgtype, content, msgid } = send;
  const reason = reasonOf(send);
  return {
    id: _id,
    at: startedAt,
    kind,
    ...(tmplId !== '' && { tmplId }),
    ...(template !== '' && { template }),
    ...(title !== '' && { title }),
    ...(msgtype !== '' && { msgtype }),
    content,
    outcome: statusOf(send),
    ...(reason && { reason }),
    ...(msgid !== '' && { msgid }),
  };
}

function reasonOf({ code, errCode, delivery, deliveryStatus }: Send): Message['reason'] {
  if (delivery === 'failed') return { code: 'DELIVERY_FAILED', errCode: 0, status: deliveryStatus };
  return code === '' ? undefined : { code, errCode };
}

/** What a user is not told: which of the operators wrote to him, for one. */
function forOperators({ openid, sentBy, durationMs }: Send): Pick<Message, 'to' | 'by' | 'durationMs'> {
  return { to: openid, by: sentBy, ...(durationMs >= 0 && { durationMs }) };
}
