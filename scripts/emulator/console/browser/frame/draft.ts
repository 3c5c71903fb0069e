/** What the developer has done on a page and nothing else keeps: it is still there when he comes back to it. */
import { useState } from 'preact/hooks';
import type { Question } from './context';

const drafts = new Map<string, unknown>();

/**
 * @param name of the page that has it
 * @returns the draft; what changes it; what forgets the one that was kept, unless it was changed while it was being kept
 */
export function useDraft<T>(
  name: string,
): [T | undefined, (draft: T | undefined) => void, (kept: T | undefined) => void] {
  const [draft, setDraft] = useState(() => drafts.get(name) as T | undefined);
  const change = (next: T | undefined) => {
    drafts.set(name, next);
    setDraft(next);
  };
  return [draft, change, (kept) => drafts.get(name) === kept && change(undefined)];
}

/** Before it is thrown away. */
export const GIVE_UP: Question = {
  title: '放弃修改',
  words: '没有保存的修改会丢掉。',
  action: '放弃',
};
