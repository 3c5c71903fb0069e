/**
 * Sends a message in a user's customer-service conversation. An operator who sends one is in the conversation
 * from then on: the automatic replies are silent for a while.
 *
 * Who may call: operators and server-side callers. Not users, even to themselves: a message here speaks with
 * the shop's voice, and uses up the few answers that WeChat allows it.
 */
import * as v from 'valibot';
import { INLINE_LIMITS, messageSchema } from '../shared/conversation/messageSchema';
import { say } from '../shared/conversation/say';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { text } from '../shared/platform/input';
import type { Input, Output } from './contract';

const schema: v.GenericSchema<unknown, Input> = v.strictObject({ to: text(64), message: messageSchema });

export const main = cloudFunction<Input, Output>({
  input: schema,
  limits: INLINE_LIMITS,
  allow: ['operator', 'server'],
  run: async ({ to, message }, caller) => ({ allowance: await say(to, message, { kind: 'caller', caller }) }),
});
