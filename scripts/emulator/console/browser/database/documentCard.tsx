/** One document, pretty. It takes the focus, and the keys for what can be done with it. */
import { coloured } from '../parts/colouredJson';
import { CopyButton, useCopy } from '../parts/copyButton';
import { printShell } from './printShell';
import '../parts/jsonView.css';

interface Props {
  document: Record<string, unknown>;
  onEdit: () => void;
  onRemove: () => void;
}

export function DocumentCard({ document, onEdit, onRemove }: Props) {
  const copy = useCopy();
  const id = JSON.stringify(document['_id']);
  const text = printShell(document);
  const onKeyDown = (event: KeyboardEvent) => {
    const card = event.currentTarget;
    if (event.target !== card || !(card instanceof HTMLElement)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const doings: Record<string, () => void> = {
      j: () => focus(card.nextElementSibling),
      ArrowDown: () => focus(card.nextElementSibling),
      k: () => focus(card.previousElementSibling),
      ArrowUp: () => focus(card.previousElementSibling),
      e: onEdit,
      Enter: onEdit,
      c: () => void copy(text, '文档'),
      Delete: onRemove,
    };
    const doing = doings[event.key];
    if (doing === undefined) return;
    event.preventDefault();
    doing();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus for its keys
    <li class="document" tabIndex={0} aria-label={`文档 ${id}`} onKeyDown={onKeyDown}>
      <div class="document-tools">
        <CopyButton text={() => text} label="复制" what="文档" />
        <button type="button" class="button small" aria-label={`编辑 ${id}`} onClick={onEdit}>
          编辑
        </button>
        <button type="button" class="button small" aria-label={`删除 ${id}`} onClick={onRemove}>
          删除
        </button>
      </div>
      <pre>{coloured(text)}</pre>
    </li>
  );
}

function focus(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus();
}
