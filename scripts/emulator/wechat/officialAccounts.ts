/** Official accounts (公众号) that the mini-program may be bound to, and their messages to users. */
import * as v from 'valibot';
import type { OfficialAccountMessage } from '../contract';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { OPENID } from './users';

const Text = v.pipe(v.string(), v.minLength(1, 'must not be empty'));
const Appid = v.pipe(v.string(), v.regex(/^wx[0-9a-z]{16}$/, 'must be wx and 16 letters or digits'));
const Openid = v.pipe(v.string(), v.regex(OPENID, `must be an openid: ${OPENID.source}`));

export const OfficialAccountSchema = v.strictObject({
  appid: Appid,
  name: Text,
  /** Appids of the mini-programs that are bound to it. */
  boundMiniPrograms: v.array(Appid),
  /** It has the same owner (同主体) as the mini-program. Default true. */
  sameOwner: v.optional(v.boolean(), true),
  templates: v.array(
    v.strictObject({
      templateId: Text,
      title: Text,
      /** Fields in their order; a label may be empty, as that of `first` and `remark`. */
      fields: v.array(v.strictObject({ key: Text, label: v.string() })),
    }),
  ),
  /** Users who follow it, each with the openid he has there. */
  followers: v.array(v.strictObject({ openid: Openid, officialOpenid: Openid })),
});

export type OfficialAccount = v.InferOutput<typeof OfficialAccountSchema>;

export interface OfficialAccounts {
  list(): OfficialAccount[];
  replace(accounts: OfficialAccount[]): void;
  /** Puts a message into the account's chat on the user's phone. */
  addMessage(message: Omit<OfficialAccountMessage, 'id' | 'receivedAt'>): OfficialAccountMessage;
  /** Newest first. */
  messages(openid: string): OfficialAccountMessage[];
  clearMessages(): void;
}

export function createOfficialAccounts(store: Store, clock: Clock, nextId: () => string): OfficialAccounts {
  const accounts = store.table<OfficialAccount[]>('wechat.officialAccounts', {
    shape: v.array(OfficialAccountSchema),
  });
  const messages = store.table<OfficialAccountMessage>('wechat.officialAccountMessages', {
    shape: v.looseObject({ id: v.string(), openid: v.string(), receivedAt: v.number() }),
  });
  return {
    list: () => accounts.get('all') ?? [],
    replace: (list) => accounts.put('all', list),
    addMessage(content) {
      const message = { id: nextId(), ...content, receivedAt: clock.now() };
      messages.put([message.openid, message.id], message);
      return message;
    },
    messages: (openid) => messages.list({ prefix: [openid], reverse: true }),
    clearMessages: () => messages.clear(),
  };
}
