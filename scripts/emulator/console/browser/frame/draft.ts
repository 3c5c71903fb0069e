/** What was changed and not kept yet: it is still there when the developer comes back to the page. */
import { useState } from 'preact/hooks';

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
