/** Customer service on a fresh emulator: what a user, an operator and WeChat's own desk do. */
import type {
  Input as DeskInput,
  Output as DeskOutput,
} from '../../cloudfunctions/customerServiceDesk/contract';
import type { Message } from '../../cloudfunctions/customerServiceSend/contract';
import type { Chat, ChatInput, ChatMessage, PushRecord } from '../../scripts/emulator/contract';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

export const OPERATOR = newUser();
/** A Monday on which the office is open, in China's time. */
const MONDAY_MORNING = Date.parse('2026-11-30T10:00:00+08:00');

export interface Refusal {
  ok: false;
  error: { code: string; message: string; wechat?: { errCode: number } };
}
export type Answer<Data> = { ok: true; data: Data } | Refusal;

export function runCustomerService() {
  const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR }) });
  let user: string;
  beforeAll(() => emulator.clock.set(MONDAY_MORNING));
  beforeEach(() => {
    user = newUser();
  });

  const path = () => `/emulator/users/${user}/chat`;
  const desk = <Action extends DeskInput['action']>(
    input: Extract<DeskInput, { action: Action }>,
    caller = OPERATOR,
  ) => emulator.call<Answer<DeskOutput<Action>>>(caller, 'customerServiceDesk', input);

  return {
    emulator,
    get user() {
      return user;
    },
    /** What is on the user's phone. */
    chat: () => emulator.get<Chat>(path()),
    /** The texts on it, those of the shop with `> ` before them. */
    texts: async () => {
      const { messages } = await emulator.get<Chat>(path());
      return messages.map((message) => `${message.from === 'service' ? '> ' : ''}${wordsOf(message)}`);
    },
    /** The user sends something, and messagePush has done all that follows. */
    say: async (input: string | ChatInput) => {
      await emulator.send(
        'POST',
        path(),
        typeof input === 'string' ? { msgtype: 'text', content: input } : input,
      );
      await emulator.settled();
    },
    enter: async (sessionFrom = '') => {
      // Two of one second would be one event to WeChat's rule of duplicates: FromUserName and CreateTime.
      emulator.clock.advance(1_000);
      await emulator.send('POST', `${path()}/enter`, { sessionFrom });
      await emulator.settled();
    },
    reply: (message: string | Message, caller = OPERATOR) =>
      emulator.call<Answer<{ allowance: { left: number; until: number } }>>(caller, 'customerServiceSend', {
        to: user,
        message: typeof message === 'string' ? { msgtype: 'text', content: message } : message,
      }),
    typing: (command: string, caller = OPERATOR) =>
      emulator.call<Answer<object>>(caller, 'customerServiceTyping', { to: user, command }),
    desk,
    /** The operator takes the conversation, so that the rules are silent. */
    take: () => desk({ action: 'take', openid: user }),
    /** The conversation as the operator sees it. */
    thread: async () => {
      const answer = await desk({ action: 'thread', openid: user });
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.data;
    },
    /** What messagePush answered the user's last push. */
    lastAnswer: async () => {
      const pushes = await emulator.get<PushRecord[]>('/emulator/pushes?limit=50');
      return pushes.find(({ openid }) => openid === user)?.attempts.at(-1)?.response;
    },
  };
}

export const refusedWith = (code: string, errCode: number) => ({
  ok: false,
  error: { code, wechat: { errCode } },
});

function wordsOf(message: ChatMessage): string {
  return message.msgtype === 'text' ? message.content : message.msgtype;
}
