/**
 * Sends a subscription message, or up to 100 of one template.
 *
 * Who may call: a user, to himself, with templates that the registry opens to users (`sendableBy: 'self'`);
 * operators and server-side callers, to anybody, with any template, and in batches.
 */
import * as v from 'valibot';
import { sendBatch } from '../shared/delivery/batch';
import { DATA } from '../shared/delivery/dataSchema';
import { send } from '../shared/delivery/subscribeMessage';
import { type Caller, openidOf } from '../shared/platform/caller';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { invalidInput, text } from '../shared/platform/input';
import { findTemplate } from '../shared/templates/findTemplate';
import type { BatchInput, BatchOutput, Input, Output } from './contract';

const MOST_RECIPIENTS = 100;

const options = {
  template: text(64),
  page: v.exactOptional(text(1_024)),
  miniprogramState: v.exactOptional(v.picklist(['developer', 'trial', 'formal'])),
  lang: v.exactOptional(v.picklist(['zh_CN', 'en_US', 'zh_HK', 'zh_TW'])),
  tooLong: v.exactOptional(v.picklist(['refuse', 'truncate'])),
};

const one: v.GenericSchema<unknown, Input> = v.strictObject({
  ...options,
  to: v.exactOptional(text(64)),
  data: DATA,
});

const batch: v.GenericSchema<unknown, BatchInput> = v.strictObject({
  ...options,
  recipients: v.pipe(
    v.array(v.strictObject({ to: text(64), data: DATA })),
    v.minLength(1, 'must name at least one'),
    v.maxLength(MOST_RECIPIENTS, `must name at most ${MOST_RECIPIENTS}`),
  ),
});

const schema: v.GenericSchema<unknown, Input | BatchInput> = v.lazy((event) =>
  typeof event === 'object' && event !== null && 'recipients' in event ? batch : one,
);

export const main = cloudFunction<Input | BatchInput, Output | BatchOutput>({
  input: schema,
  // 100 messages of a dozen fields.
  limits: { values: 5_000, characters: 200_000 },
  allow: ['self', 'operator', 'server'],
  // The rule against open relays: every user of a mini-program can call its cloud functions.
  beyondSelf: (input, openid) => {
    if ('recipients' in input) return 'A batch takes an operator or a server-side caller.';
    if (input.to !== undefined && input.to !== openid) {
      return 'A user may message only himself; messaging others takes an operator or a server-side caller.';
    }
    if (findTemplate(input.template).registered?.template.sendableBy === 'self') return undefined;
    return 'Only operators and server-side callers may send this template.';
  },
  run: async (input, caller, deadline) => {
    const { template, ...message } = input;
    if ('recipients' in message) return { results: await sendBatch(template, message, caller, deadline) };
    return send(template, { ...message, to: message.to ?? requireOpenid(caller) }, caller);
  },
});

function requireOpenid(caller: Caller): string {
  const openid = openidOf(caller);
  if (openid === undefined) throw invalidInput('to: is required when no user is calling');
  return openid;
}
