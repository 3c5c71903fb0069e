/** messageHistory page by page: what has been read, and whether there is more. */
import type { Input, Message } from '../../cloudfunctions/messageHistory/contract';
import { callFunction, type FunctionError } from './cloud';

export type HistoryPage =
  | { ok: true; messages: Message[]; more: boolean }
  | { ok: false; error: FunctionError };

export type HistoryFilter = Pick<Input, 'openid' | 'kind' | 'outcome'>;

export interface HistoryPages {
  /** From the latest on, forgetting what was read. @param filter left out: as before, at first none */
  first(filter?: HistoryFilter): Promise<HistoryPage | undefined>;
  /** All so far with the next page; undefined when there is none, or one is on its way. */
  next(): Promise<HistoryPage | undefined>;
}

/** An answer that a newer question has overtaken is undefined. */
export function historyPages(scope: 'mine' | 'all'): HistoryPages {
  let filter: HistoryFilter = {};
  let read: Message[] = [];
  let cursor: string | undefined;
  let question = 0;
  let busy = false;

  const ask = async (before: string | undefined): Promise<HistoryPage | undefined> => {
    question += 1;
    const mine = question;
    busy = true;
    const answer = await callFunction('messageHistory', {
      scope,
      ...filter,
      ...(before !== undefined && { before }),
    });
    if (mine !== question) return undefined;
    busy = false;
    if (!answer.ok) return answer;
    read = before === undefined ? answer.data.messages : [...read, ...answer.data.messages];
    cursor = answer.data.next;
    return { ok: true, messages: read, more: cursor !== undefined };
  };

  return {
    first: (wanted = filter) => {
      filter = wanted;
      return ask(undefined);
    },
    next: async () => (busy || cursor === undefined ? undefined : ask(cursor)),
  };
}
