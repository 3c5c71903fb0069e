/**
 * Sends a subscription message.
 *
 * Who may call: a user, to himself, with templates that the registry opens to users (`sendableBy: 'self'`);
 * operators and server-side callers, to anybody, with any template.
 */
import * as v from 'valibot';
import { send } from '../shared/delivery/subscribeMessage';
import { type Caller, openidOf } from '../shared/platform/caller';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { invalidInput, text } from '../shared/platform/input';
import { findTemplate } from '../shared/templates/findTemplate';
import type { Input, Output } from './contract';

/** Longer than any field may be: the field's own rule refuses it with its name. */
const FIELD_VALUE = v.union([v.pipe(v.string(), v.maxLength(500)), v.number()]);

const schema: v.GenericSchema<unknown, Input> = v.strictObject({
  template: text(64),
  to: v.exactOptional(text(64)),
  data: v.record(v.string(), FIELD_VALUE),
  page: v.exactOptional(text(1_024)),
  miniprogramState: v.exactOptional(v.picklist(['developer', 'trial', 'formal'])),
  lang: v.exactOptional(v.picklist(['zh_CN', 'en_US', 'zh_HK', 'zh_TW'])),
});

export const main = cloudFunction<Input, Output>({
  input: schema,
  allow: ['self', 'operator', 'server'],
  // The rule against open relays: every user of a mini-program can call its cloud functions.
  beyondSelf: ({ template, to }, openid) => {
    if (to !== undefined && to !== openid) {
      return 'A user may message only himself; messaging others takes an operator or a server-side caller.';
    }
    if (findTemplate(template).registered?.template.sendableBy === 'self') return undefined;
    return 'Only operators and server-side callers may send this template.';
  },
  run: (input, caller) => {
    const { template, ...message } = input;
    return send(template, { ...message, to: receiverOf(input, caller) }, caller);
  },
});

function receiverOf({ to }: Input, caller: Caller): string {
  const receiver = to ?? openidOf(caller);
  if (receiver === undefined) throw invalidInput('to: is required when no user is calling');
  return receiver;
}
