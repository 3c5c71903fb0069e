/** The documents of one collection, as a question finds them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CollectionPermission, DocumentsRequest } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { useKeys } from '../frame/keyboard';
import { Empty, Waiting } from '../parts/empty';
import { DocumentCard } from './documentCard';
import { DocumentEditor } from './documentEditor';
import { PermissionSelect } from './permissionSelect';
import { QueryForm } from './queryForm';
import { useDocuments } from './useDocuments';

interface Props {
  name: string;
  count: number;
  permission: CollectionPermission;
  onChanged: () => Promise<void>;
}

type Edited = { document: Record<string, unknown> } | 'new';

const FIRST: DocumentsRequest = { skip: 0, limit: 20 };

export function CollectionView({ name, count, permission, onChanged }: Props) {
  const { notify, confirm, stream } = useParts();
  const [request, setRequest] = useState(FIRST);
  const [edited, setEdited] = useState<Edited>();
  const { answer, trouble, reload } = useDocuments(name, request, count);
  const path = `/emulator/database/${encodeURIComponent(name)}/documents`;

  // A function or a mini-program may have changed a document without adding one.
  useEffect(() => {
    let timer: number | undefined;
    const end = stream.follow('database', ({ collection }) => {
      if (collection !== name) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(reload, 200);
    });
    return () => {
      window.clearTimeout(timer);
      end();
    };
  }, [stream, name, reload]);

  const changed = async (words: string) => {
    notify(words);
    await Promise.all([reload(), onChanged()]);
  };
  const remove = async (document: Record<string, unknown>) => {
    const meant = await confirm({
      title: '删除文档',
      words: `从 ${name} 删除 ${JSON.stringify(document['_id'])}。删除后不能恢复。`,
      action: '删除',
    });
    if (!meant) return;
    try {
      await ask('DELETE', path, { id: document['_id'] });
      await changed('已删除');
    } catch (error) {
      notify(wordsOf(error), 'alarm');
    }
  };
  const keep = async (document: Record<string, unknown>) => {
    if (edited === 'new') await ask('POST', path, { document });
    else await ask('PUT', path, { id: edited?.document['_id'], document });
    setEdited(undefined);
    await changed(edited === 'new' ? '已添加' : '已保存');
  };
  const { skip = 0, limit = 20 } = request;
  const list = useRef<HTMLUListElement>(null);
  useKeys({
    a: () => setEdited('new'),
    d: () => list.current?.querySelector('li')?.focus(),
    '/': () => document.querySelector<HTMLElement>('.query textarea')?.focus(),
  });
  return (
    <section class="stack" aria-label={name}>
      <div class="panel stack">
        <div class="panel-head">
          <h2 class="mono collection-name">{name}</h2>
          <div class="collection-tools">
            <PermissionSelect collection={name} permission={permission} onChanged={onChanged} />
            <button type="button" class="button small" onClick={() => setEdited('new')}>
              添加文档
            </button>
          </div>
        </div>
        <QueryForm collection={name} limit={limit} onAsk={setRequest} />
        {trouble && (
          <p class="alarm-words" role="alert">
            {trouble}
          </p>
        )}
      </div>
      {answer === undefined ? (
        !trouble && <Waiting trouble={undefined} onRetry={reload} />
      ) : (
        <>
          <div class="documents-head">
            <p class="quiet" role="status">
              {answer.total === 0
                ? '没有文档'
                : `第 ${skip + 1}–${skip + answer.documents.length} 条，共 ${answer.total} 条`}
            </p>
            <div class="button-row">
              <button
                type="button"
                class="button small"
                disabled={skip === 0}
                onClick={() => setRequest({ ...request, skip: Math.max(0, skip - limit) })}
              >
                上一页
              </button>
              <button
                type="button"
                class="button small"
                disabled={skip + limit >= answer.total}
                onClick={() => setRequest({ ...request, skip: skip + limit })}
              >
                下一页
              </button>
            </div>
          </div>
          {answer.documents.length === 0 && (
            <div class="panel">
              {count === 0 ? (
                <Empty title="这个集合还是空的" words="添加一个文档，或者等云函数写进来。" />
              ) : (
                <Empty title="没有符合条件的文档" words="条件里的字段名和类型要和文档里的一样。" />
              )}
            </div>
          )}
          <ul class="documents" ref={list}>
            {answer.documents.map((document) => (
              <DocumentCard
                key={JSON.stringify(document['_id'])}
                document={document}
                onEdit={() => setEdited({ document })}
                onRemove={() => remove(document)}
              />
            ))}
          </ul>
        </>
      )}
      {edited && (
        <DocumentEditor
          document={edited === 'new' ? undefined : edited.document}
          onKeep={keep}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}
