/** The customer-service conversation with each user: messages both ways, and the typing state. */
import * as v from 'valibot';
import type { Chat, ChatContent, ChatInput, ChatMessage, DeskReply } from '../../contract';
import type { Journal } from '../../journal/journal';
import type { Clock } from '../../state/clock';
import type { Store } from '../../state/store';
import { ApiError, WECHAT_ERRORS } from '../api/errors';
import type { Media } from '../media';
import type { PushDelivery } from '../push/delivery';
import { chatMessage, enterEvent } from '../push/messages';
import { type Allowance, BY_ENTERING, BY_MESSAGE, raise, spend } from './allowance';
import { keepChatImage } from './chatImage';
import type { HandOvers } from './handOvers';

export interface Conversations {
  read(openid: string): Chat;
  /** The user enters the conversation by the contact button. @param sessionFrom the button's `session-from` */
  enter(openid: string, sessionFrom: string): void;
  /**
   * The user sends a message: to the developer, or to the agent who has taken him.
   * @throws {Refusal} 400 NOT_AN_IMAGE, 413 IMAGE_TOO_LARGE
   */
  say(openid: string, input: ChatInput): ChatMessage;
  /**
   * The mini-program sends a message, which ends the typing state.
   * @throws {ApiError} 45015, 45047 when the allowance does not cover it
   */
  reply(openid: string, content: ChatContent): ChatMessage;
  /** An agent sends a message from the customer-service page. @throws {Refusal} as {@link say} */
  replyByAgent(openid: string, reply: DeskReply): ChatMessage;
  /**
   * Shows 对方正在输入 for 15 seconds.
   * @throws {ApiError} 45080 without a message either way in the last 30 seconds, 45081 when it shows already,
   *   45015 and 45047 when no message could follow (如果不满足发送客服消息的触发条件，则无法下发输入状态)
   */
  showTyping(openid: string): void;
  hideTyping(openid: string): void;
  clear(): void;
}

/** What is remembered of a conversation besides its messages. */
interface State {
  allowance?: Allowance;
  lastMessageAt?: number;
  typingEndsAt?: number;
}

const StateSchema = v.object({
  allowance: v.exactOptional(v.object({ remaining: v.number(), endsAt: v.number() })),
  lastMessageAt: v.exactOptional(v.number()),
  typingEndsAt: v.exactOptional(v.number()),
}) satisfies v.GenericSchema<unknown, State>;
const MessageSchema = v.looseObject({
  id: v.string(),
  openid: v.string(),
  from: v.picklist(['user', 'service']),
  msgtype: v.picklist(['text', 'image', 'link', 'miniprogrampage']),
  at: v.number(),
});

/** WeChat's guide '客服消息输入状态'. */
const TYPING_NEEDS_MESSAGE_WITHIN_MS = 30_000;
const TYPING_LASTS_MS = 15_000;

interface Parts {
  store: Store;
  clock: Clock;
  journal: Journal;
  media: Media;
  push: PushDelivery;
  handOvers: HandOvers;
  /** Appid of the mini-program. */
  appid: () => string;
  nextId: () => string;
  /** Where the emulator serves: what it pushes names images by whole addresses. */
  baseUrl: () => string;
}

export function createConversations(parts: Parts): Conversations {
  const { store, clock, journal, media, push, handOvers, appid, nextId, baseUrl } = parts;
  const messages = store.table<ChatMessage>('wechat.chatMessages', { shape: MessageSchema });
  const states = store.table<State>('wechat.conversations', { shape: StateSchema });

  const stateOf = (openid: string) => states.get(openid) ?? {};

  function add(openid: string, sender: Pick<ChatMessage, 'from' | 'by'>, content: ChatContent): ChatMessage {
    const now = clock.now();
    const message: ChatMessage = { id: nextId(), openid, ...sender, at: now, ...content };
    messages.put([openid, message.id], message);
    const { typingEndsAt, ...state } = stateOf(openid);
    const keepsTyping = sender.from === 'user' && typingEndsAt !== undefined;
    states.put(openid, { ...state, lastMessageAt: now, ...(keepsTyping && { typingEndsAt }) });
    return message;
  }

  const allow = (openid: string, allowance: Allowance) =>
    states.put(openid, { ...stateOf(openid), allowance });

  function contentOf(input: ChatInput): ChatContent {
    switch (input.msgtype) {
      case 'text':
        return input;
      case 'image': {
        const { mediaId, url } = keepChatImage(media, input);
        return { msgtype: 'image', mediaId, picUrl: url };
      }
      case 'miniprogrampage': {
        const { mediaId, url } = media.keepUrl(input.thumbUrl ?? '');
        return { ...input, thumbMediaId: mediaId, thumbUrl: url };
      }
    }
  }

  return {
    read(openid) {
      const { allowance, typingEndsAt } = stateOf(openid);
      return {
        messages: messages.list({ prefix: [openid] }),
        ...(typingEndsAt !== undefined && clock.now() < typingEndsAt && { typingEndsAt }),
        ...(allowance && { allowance }),
      };
    },

    enter(openid, sessionFrom) {
      allow(openid, raise(stateOf(openid).allowance, BY_ENTERING, clock.now()));
      journal.announce({ type: 'chat', openid });
      push.deliver(openid, enterEvent(sessionFrom));
    },

    say(openid, input) {
      const message = store.transaction(() => {
        allow(openid, raise(stateOf(openid).allowance, BY_MESSAGE, clock.now()));
        return add(openid, { from: 'user' }, contentOf(input));
      });
      journal.announce({ type: 'chat', openid, message });
      if (handOvers.of(openid)?.state !== 'taken') {
        push.deliver(openid, chatMessage(message, { appid: appid(), baseUrl: baseUrl() }));
      }
      return message;
    },

    reply(openid, content) {
      const message = store.transaction(() => {
        allow(openid, spend(stateOf(openid).allowance, clock.now()));
        return add(openid, { from: 'service' }, content);
      });
      journal.announce({ type: 'chat', openid, message });
      return message;
    },

    replyByAgent(openid, reply) {
      const message = store.transaction(() =>
        add(openid, { from: 'service', by: 'agent' }, contentOf(reply)),
      );
      journal.announce({ type: 'chat', openid, message });
      return message;
    },

    showTyping(openid) {
      const now = clock.now();
      const state = stateOf(openid);
      const { allowance, lastMessageAt, typingEndsAt } = state;
      if (lastMessageAt === undefined || now - lastMessageAt > TYPING_NEEDS_MESSAGE_WITHIN_MS) {
        throw new ApiError(WECHAT_ERRORS.noRecentInteraction);
      }
      if (typingEndsAt !== undefined && now < typingEndsAt) throw new ApiError(WECHAT_ERRORS.alreadyTyping);
      spend(allowance, now);
      states.put(openid, { ...state, typingEndsAt: now + TYPING_LASTS_MS });
      journal.announce({ type: 'chat', openid });
    },

    hideTyping(openid) {
      const { typingEndsAt, ...state } = stateOf(openid);
      if (typingEndsAt === undefined) return;
      states.put(openid, state);
      journal.announce({ type: 'chat', openid });
    },

    clear() {
      messages.clear();
      states.clear();
    },
  };
}
