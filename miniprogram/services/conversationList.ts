/** The conversations of the desk: page by page, and what was read again and again. */
import type { ConversationView } from '../../cloudfunctions/customerServiceDesk/contract';
import { callFunction, type FunctionError } from './cloud';

export type ConversationsAnswer =
  | { ok: true; conversations: ConversationView[]; more: boolean }
  | { ok: false; error: FunctionError };

export interface ConversationList {
  /** As many as were read, at least a page. */
  refresh(): Promise<ConversationsAnswer>;
  /** With the next page; undefined when there is none, or it is on its way. */
  further(): Promise<ConversationsAnswer | undefined>;
}

/** Conversations a call, as customerServiceDesk takes it. */
const PAGE = 20;
const MOST = 100;

export function conversationList(): ConversationList {
  let conversations: ConversationView[] = [];
  let after: string | undefined;
  let readingFurther = false;

  const wanted = () => Math.max(PAGE, conversations.length);
  const answer = (): ConversationsAnswer => ({ ok: true, conversations, more: after !== undefined });

  return {
    async refresh() {
      let fresh: ConversationView[] = [];
      let next: string | undefined;
      do {
        const limit = Math.min(MOST, wanted() - fresh.length);
        const read = await callFunction('customerServiceDesk', {
          action: 'list',
          limit,
          ...(next !== undefined && { after: next }),
        });
        if (!read.ok) return read;
        fresh = joined(fresh, read.data.conversations);
        next = read.data.next;
        // More may have been shown meanwhile.
      } while (next !== undefined && fresh.length < wanted());
      conversations = fresh;
      after = next;
      return answer();
    },

    async further() {
      if (after === undefined || readingFurther) return undefined;
      readingFurther = true;
      const read = await callFunction('customerServiceDesk', { action: 'list', after });
      readingFurther = false;
      if (!read.ok) return read;
      conversations = joined(conversations, read.data.conversations);
      after = read.data.next;
      return answer();
    },
  };
}

/** One that has moved down between two questions is in both of the answers: it stands where it is now. */
function joined(before: ConversationView[], page: ConversationView[]): ConversationView[] {
  const openids = new Set(page.map(({ openid }) => openid));
  return [...before.filter(({ openid }) => !openids.has(openid)), ...page];
}
