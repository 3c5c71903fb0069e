/**
 * Sends a message into a user's customer-service conversation.
 *
 * Who may call: operators and server-side callers. Not users, even to themselves: a message here speaks with
 * the shop's voice, and uses up the few answers that WeChat allows it.
 */
import * as v from 'valibot';
import { say } from '../shared/conversation/say';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { text } from '../shared/platform/input';
import type { Input, Output } from './contract';

const schema: v.GenericSchema<unknown, Input> = v.strictObject({
  to: text(64),
  message: v.variant('msgtype', [
    v.strictObject({ msgtype: v.literal('text'), content: text(2_048) }),
    v.strictObject({ msgtype: v.literal('image'), mediaId: text(256) }),
    v.strictObject({
      msgtype: v.literal('link'),
      title: text(256),
      description: text(1_024),
      url: text(2_048),
      thumbUrl: text(2_048),
    }),
    v.strictObject({
      msgtype: v.literal('miniprogrampage'),
      title: text(256),
      pagepath: text(1_024),
      thumbMediaId: text(256),
    }),
  ]),
});

export const main = cloudFunction<Input, Output>({
  input: schema,
  allow: ['operator', 'server'],
  run: async ({ to, message }, caller) => ({ allowance: await say(to, message, { kind: 'caller', caller }) }),
});
