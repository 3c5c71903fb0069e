/** Puts a text into the clipboard. */
import { useParts } from '../frame/context';

interface Props {
  /** Made when it is asked for. */
  text: () => string;
  /** `复制`, `复制 curl` */
  label: string;
  /** What was copied, for the note. */
  what: string;
}

export function CopyButton({ text, label, what }: Props) {
  const copy = useCopy();
  return (
    <button type="button" class="button small" onClick={() => copy(text(), what)}>
      {label}
    </button>
  );
}

/** Copies, and says so. */
export function useCopy(): (text: string, what: string) => Promise<void> {
  const { notify } = useParts();
  return async (text, what) => {
    try {
      await navigator.clipboard.writeText(text);
      notify(`已复制${what}`);
    } catch {
      notify('浏览器不让复制', 'alarm');
    }
  };
}
