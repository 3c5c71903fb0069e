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
  /** Undefined when a newer question has overtaken it. */
  latest(): Promise<ThreadAnswer | undefined>;
  /** Undefined when there is nothing earlier, or it is on its way. */
  earlier(): Promise<ThreadAnswer | undefined>;
}

export function threadReader(openid: string): ThreadReader {
  let messages: MessageView[] = [];
  let before: string | undefined;
  let question = 0;
  let readingEarlier = false;

  const answerOf = (conversation: ConversationView): ThreadAnswer => ({
    ok: true,
    thread: { conversation, messages, more: before !== undefined },
  });

  return {
    async latest() {
      question += 1;
      const mine = question;
      const answer = await callFunction('customerServiceDesk', { action: 'thread', openid });
      if (mine !== question) return undefined;
      if (!answer.ok) return answer;
      const { conversation, messages: page, earlier } = answer.data;
      const earlierOnes = olderThan(page, messages);
      // Without an overlap there may be a gap: what was read before it is read again when it is asked for.
      if (earlierOnes === undefined) before = earlier;
      messages = [...(earlierOnes ?? []), ...page];
      return answerOf(conversation);
    },

    async earlier() {
      if (before === undefined || readingEarlier) return undefined;
      readingEarlier = true;
      const from = before;
      const answer = await callFunction('customerServiceDesk', { action: 'thread', openid, before: from });
      readingEarlier = false;
      if (!answer.ok) return answer;
      // The latest ones left a gap meanwhile.
      if (before !== from) return undefined;
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
