/** What the developer has done on a page and nothing else keeps: it is still there when he comes back to it. */
import { useState } from 'preact/hooks';
import type { Question } from './context';

const drafts = new Map<string, unknown>();

/** @param name of the page that has it */
export function useDraft<T>(name: string): [T | undefined, (draft: T | undefined) => void] {
  const [draft, setDraft] = useState(() => drafts.get(name) as T | undefined);
  return [
    draft,
    (next) => {
      drafts.set(name, next);
      setDraft(next);
    },
  ];
}

/** Before it is thrown away. */
export const GIVE_UP: Question = {
  title: '放弃修改',
  words: '没有保存的修改会丢掉。',
  action: '放弃',
};
