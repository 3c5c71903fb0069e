/** One document, pretty. */
import { CopyButton } from '../parts/copyButton';
import { printShell } from './printShell';

interface Props {
  document: Record<string, unknown>;
  onEdit: () => void;
  onRemove: () => void;
}

export function DocumentCard({ document, onEdit, onRemove }: Props) {
  const id = JSON.stringify(document['_id']);
  return (
    <li class="document">
      <div class="document-tools">
        <CopyButton text={() => printShell(document)} label="复制" what="文档" />
        <button type="button" class="button small" aria-label={`编辑 ${id}`} onClick={onEdit}>
          编辑
        </button>
        <button type="button" class="button small" aria-label={`删除 ${id}`} onClick={onRemove}>
          删除
        </button>
      </div>
      <pre>{printShell(document)}</pre>
    </li>
  );
}
