/** `/emulator/users/:openid/chat`: the customer-service conversation, as the user has it on his phone. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { parse } from '../../refusal/parse';
import type { WeChat } from '../../wechat/wechat';

const User = v.object({ openid: v.string() });
/** The emulator's own limit: WeChat documents none for what a user writes. */
const MAX_CHARACTERS = 10_000;

const Text = v.pipe(
  v.string(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(MAX_CHARACTERS, `must not exceed ${MAX_CHARACTERS} characters`),
);
const Url = v.pipe(v.string(), v.regex(/^https?:\/\//, 'must begin with http:// or https://'));

/** What both the user and an agent may send. */
export const TEXT_AND_IMAGE = [
  v.strictObject({ msgtype: v.literal('text'), content: Text }),
  v.strictObject({ msgtype: v.literal('image'), picUrl: Url }),
  v.strictObject({ msgtype: v.literal('image'), data: v.string() }),
] as const;

const ChatInput = v.variant('msgtype', [
  ...TEXT_AND_IMAGE,
  v.strictObject({
    msgtype: v.literal('miniprogrampage'),
    title: Text,
    pagePath: Text,
    thumbUrl: v.exactOptional(Url),
  }),
]);

const Entry = v.strictObject({
  /** The button's `session-from`. */
  sessionFrom: v.optional(v.pipe(v.string(), v.maxLength(1_000, 'must not exceed 1000 characters')), ''),
});

export function registerChat(app: FastifyInstance, wechat: WeChat): void {
  const openidOf = (request: FastifyRequest) => wechat.users.openid(parse(User, request.params).openid);
  /** The user in the path, who comes into being with the first thing that he does. */
  const userOf = (request: FastifyRequest) => wechat.users.require(openidOf(request)).openid;

  app.get('/emulator/users/:openid/chat', (request) => wechat.chat.read(openidOf(request)));

  app.post('/emulator/users/:openid/chat', (request) => {
    const input = parse(ChatInput, request.body);
    return wechat.chat.say(userOf(request), input);
  });

  app.post('/emulator/users/:openid/chat/enter', (request) => {
    const { sessionFrom } = parse(Entry, request.body ?? {});
    const openid = userOf(request);
    wechat.chat.enter(openid, sessionFrom);
    return wechat.chat.read(openid);
  });
}
