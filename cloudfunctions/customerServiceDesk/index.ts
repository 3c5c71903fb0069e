/**
 * What operators do with customer-service conversations, but for answering: that is customerServiceSend, which
 * puts the operator who calls it into the conversation.
 *
 * Who may call: operators and server-side callers.
 */
import * as v from 'valibot';
import {
  askHandOver,
  close,
  listConversations,
  markRead,
  readThread,
  release,
  take,
} from '../shared/conversation/desk';
import { type Caller, nameOf } from '../shared/platform/caller';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { text } from '../shared/platform/input';
import type { Input, Output } from './contract';

const PAGE_SIZE = 20;

const openid = text(64);
const limit = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)));
const cursor = v.exactOptional(text(256));

const schema: v.GenericSchema<unknown, Input> = v.variant('action', [
  v.strictObject({
    action: v.literal('list'),
    state: v.exactOptional(v.picklist(['open', 'waiting', 'handedOver', 'closed'])),
    limit,
    after: cursor,
  }),
  v.strictObject({ action: v.literal('thread'), openid, limit, before: cursor }),
  v.strictObject({
    action: v.literal('markRead'),
    openid,
    upTo: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.strictObject({ action: v.literal('take'), openid }),
  v.strictObject({ action: v.literal('release'), openid }),
  v.strictObject({ action: v.literal('handOver'), openid }),
  v.strictObject({ action: v.literal('close'), openid }),
]);

export const main = cloudFunction<Input, Output>({
  input: schema,
  allow: ['operator', 'server'],
  run: async (input, caller) => {
    switch (input.action) {
      case 'list':
        return listConversations({ limit: PAGE_SIZE, ...input });
      case 'thread':
        return readThread({ limit: PAGE_SIZE, ...input });
      case 'markRead':
        return { conversation: await markRead(input.openid, input.upTo) };
      case 'take':
        return { conversation: await take(input.openid, operatorOf(caller)) };
      case 'release':
        return { conversation: await release(input.openid) };
      case 'handOver':
        return { conversation: await askHandOver(input.openid) };
      case 'close':
        return { conversation: await close(input.openid) };
    }
  },
});

function operatorOf(caller: Caller): string {
  return caller.kind === 'user' ? caller.openid : nameOf(caller);
}
