/**
 * Shows or hides 对方正在输入 in a user's customer-service conversation.
 *
 * Who may call: operators and server-side callers, those who may answer in the conversation.
 */
import * as v from 'valibot';
import { showTyping } from '../shared/conversation/typing';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { text } from '../shared/platform/input';
import type { Input, Output } from './contract';

const schema: v.GenericSchema<unknown, Input> = v.strictObject({
  to: text(64),
  command: v.picklist(['Typing', 'CancelTyping']),
});

export const main = cloudFunction<Input, Output>({
  input: schema,
  allow: ['operator', 'server'],
  run: async ({ to, command }) => {
    await showTyping(to, command);
    return {};
  },
});
