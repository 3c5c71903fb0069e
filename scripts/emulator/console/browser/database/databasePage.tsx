/** The document database: its collections, and what is in one. */
import { useState } from 'preact/hooks';
import type { CollectionSummary } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { Dialog } from '../frame/dialog';
import { useChosen } from '../frame/route';
import { useFetched } from '../frame/useFetched';
import { Chooser } from '../parts/chooser';
import { Empty, Waiting } from '../parts/empty';
import { Field } from '../parts/field';
import { PageHead } from '../parts/pageHead';
import { CollectionView } from './collectionView';
import './database.css';

export function DatabasePage() {
  // A function may make a collection.
  const collections = useFetched<CollectionSummary[]>('/emulator/database', ['call', 'database']);
  const [chosen, setChosen] = useChosen('database');
  const [creating, setCreating] = useState(false);
  if (collections.value === undefined) {
    return <Waiting page="数据库" trouble={collections.trouble} onRetry={collections.reload} />;
  }
  const collection = collections.value.find(({ name }) => name === chosen) ?? collections.value[0];
  return (
    <>
      <PageHead
        title="数据库"
        words="cloud.database() 后面的集合。这里的改动不经过云函数，也不受它们的权限限制。"
      >
        <button type="button" class="button" onClick={() => setCreating(true)}>
          新集合
        </button>
      </PageHead>
      {collection === undefined ? (
        <Empty title="还没有集合" words="和云上一样，集合要先建好，才能读写；云函数也可以自己建。">
          <button type="button" class="button" onClick={() => setCreating(true)}>
            新集合
          </button>
        </Empty>
      ) : (
        <div class="two-columns">
          <Chooser
            label="集合"
            chosen={collection.name}
            onChoose={setChosen}
            items={collections.value.map(({ name, count }) => ({
              key: name,
              content: (
                <>
                  <span class="mono collection-name">{name}</span>
                  <span class="badge">{count}</span>
                </>
              ),
            }))}
          />
          <CollectionView
            key={collection.name}
            name={collection.name}
            count={collection.count}
            permission={collection.permission}
            onChanged={collections.reload}
          />
        </div>
      )}
      {creating && (
        <NewCollection
          onClose={() => setCreating(false)}
          onCreated={async (name) => {
            setCreating(false);
            await collections.reload();
            setChosen(name);
          }}
        />
      )}
    </>
  );
}

function NewCollection({ onClose, onCreated }: { onClose: () => void; onCreated: (name: string) => void }) {
  const { notify } = useParts();
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const submit = async () => {
    try {
      await ask('POST', '/emulator/database', { name });
      notify(`已建集合 ${name}`);
      onCreated(name);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  return (
    <Dialog title="新集合" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label="名称" trouble={trouble}>
          <input
            class="mono"
            spellcheck={false}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" class="button primary" disabled={name === ''}>
            建立
          </button>
        </div>
      </form>
    </Dialog>
  );
}
