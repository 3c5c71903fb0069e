/** The messages of one conversation: the latest again and again, the earlier ones page by page. */
import type { ConversationView, MessageView } from '../../cloudfunctions/customerServiceDesk/contract';
import { callFunction, type FunctionError } from './cloud';

export interface Thread {
  conversation: ConversationView;
  /** Oldest first. */
  messages: MessageView[];
  /** There are earlier ones. */
  more: boolean;
}

export type ThreadAnswer = { ok: true; thread: Thread } | { ok: false; error: FunctionError };

export interface ThreadReader {
  latest(): Promise<ThreadAnswer>;
  /** Undefined when there is nothing earlier. */
  earlier(): Promise<ThreadAnswer | undefined>;
}

export function threadReader(openid: string): ThreadReader {
  let messages: MessageView[] = [];
  let before: string | undefined;

  const answerOf = (conversation: ConversationView): ThreadAnswer => ({
    ok: true,
    thread: { conversation, messages, more: before !== undefined },
  });

  return {
    async latest() {
      const answer = await callFunction('customerServiceDesk', { action: 'thread', openid });
      if (!answer.ok) return answer;
      const { conversation, messages: page, earlier } = answer.data;
      const earlierOnes = olderThan(page, messages);
      // Without an overlap there may be a gap: what was read before it is read again when it is asked for.
      if (earlierOnes === undefined) before = earlier;
      messages = [...(earlierOnes ?? []), ...page];
      return answerOf(conversation);
    },

    async earlier() {
      if (before === undefined) return undefined;
      const answer = await callFunction('customerServiceDesk', { action: 'thread', openid, before });
      if (!answer.ok) return answer;
      const { conversation, messages: page, earlier } = answer.data;
      before = earlier;
      messages = [...page, ...messages];
      return answerOf(conversation);
    },
  };
}

/** Those of `known` that come before `page`; undefined when the two do not overlap. */
function olderThan(page: MessageView[], known: MessageView[]): MessageView[] | undefined {
  const overlap = known.findIndex(({ id }) => id === page[0]?.id);
  return overlap === -1 ? undefined : known.slice(0, overlap);
}
