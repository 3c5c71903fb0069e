/** The documents that a question finds, asked again when they may have changed. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentsAnswer, DocumentsRequest } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';

export interface Documents {
  /** The last answer; stays while it is asked again. */
  answer: DocumentsAnswer | undefined;
  trouble: string | undefined;
  reload(): Promise<void>;
}

/** @param count of the collection's documents: another one says that it has changed */
export function useDocuments(collection: string, request: DocumentsRequest, count: number): Documents {
  const [answer, setAnswer] = useState<DocumentsAnswer>();
  const [trouble, setTrouble] = useState<string>();
  const latest = useRef(0);
  const reload = useCallback(async () => {
    latest.current += 1;
    const own = latest.current;
    try {
      const path = `/emulator/database/${encodeURIComponent(collection)}/query`;
      const found = await ask<DocumentsAnswer>('POST', path, request);
      if (own !== latest.current) return;
      setAnswer(found);
      setTrouble(undefined);
    } catch (error) {
      if (own === latest.current) setTrouble(wordsOf(error));
    }
  }, [collection, request]);
  // The count asks again as well.
  useEffect(() => {
    void reload();
  }, [reload, count]);
  return { answer, trouble, reload };
}
