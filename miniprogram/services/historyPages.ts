/** messageHistory page by page: what has been read, and whether there is more. */
import type { Input, Message, Output } from '../../cloudfunctions/messageHistory/contract';
import { callFunction, type FunctionError } from './cloud';

export type HistoryPage =
  | { ok: true; messages: Message[]; more: boolean }
  | { ok: false; error: FunctionError };

export type HistoryFilter = Pick<Input, 'openid' | 'kind' | 'outcome'>;

export interface HistoryPages {
  /** From the latest on, forgetting what was read. @param filter left out: as before, at first none */
  first(filter?: HistoryFilter): Promise<HistoryPage | undefined>;
  /** As many as were read, from the latest on; up to 100 of them are asked for anew. */
  refresh(): Promise<HistoryPage | undefined>;
  /** All so far with the next page; undefined when there is none, or one is on its way. */
  next(): Promise<HistoryPage | undefined>;
}

/** Messages a page, as messageHistory gives them unless it is told otherwise, and at most. */
const PAGE = 20;
const MOST = 100;

/** An answer that a newer question has overtaken is undefined. */
export function historyPages(scope: 'mine' | 'all'): HistoryPages {
  let filter: HistoryFilter = {};
  let read: Message[] = [];
  let cursor: string | undefined;
  let question = 0;
  let busy = false;

  /** @param take what becomes of the page */
  const ask = async (
    page: Pick<Input, 'before' | 'limit'>,
    take: (page: Output) => void,
  ): Promise<HistoryPage | undefined> => {
    question += 1;
    const mine = question;
    busy = true;
    const answer = await callFunction('messageHistory', { scope, ...filter, ...page });
    if (mine !== question) return undefined;
    busy = false;
    if (!answer.ok) return answer;
    take(answer.data);
    return { ok: true, messages: read, more: cursor !== undefined };
  };

  const begin = ({ messages, next }: Output) => {
    read = messages;
    cursor = next;
  };

  return {
    first: (wanted = filter) => {
      filter = wanted;
      return ask({}, begin);
    },
    refresh: () =>
      ask({ limit: Math.min(MOST, Math.max(PAGE, read.length)) }, (page) => {
        const older = olderThan(page.messages, read);
        // Without an overlap there may be a gap between the two.
        if (older === undefined || older.length === 0) return begin(page);
        read = [...page.messages, ...older];
      }),
    next: async () => {
      if (busy || cursor === undefined) return undefined;
      return ask({ before: cursor }, ({ messages, next }) => {
        read = [...read, ...messages];
        cursor = next;
      });
    },
  };
}

/** Those of `known` that come after `page`; undefined when the two do not overlap. */
function olderThan(page: Message[], known: Message[]): Message[] | undefined {
  const overlap = known.findIndex(({ id }) => id === page[page.length - 1]?.id);
  return overlap === -1 ? undefined : known.slice(overlap + 1);
}
