/** A question to a collection: a condition, an order, how many at a time. The page's address keeps it. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentsRequest } from '../../../contract';
import { useParts } from '../frame/context';
import { sendOnCtrlEnter } from '../frame/keyboard';
import { readAddress, writeAddress } from '../frame/route';
import { Field } from '../parts/field';
import { parseShellObject } from './shellObject';

interface Props {
  collection: string;
  limit: number;
  onAsk: (request: DocumentsRequest) => void;
}

const LIMITS = [20, 50, 100, 500];

export function QueryForm({ collection, limit, onAsk }: Props) {
  const { clock } = useParts();
  const [query, setQuery] = useState(() => given('where'));
  const [order, setOrder] = useState(() => given('order'));
  const [trouble, setTrouble] = useState<{ query?: string | undefined; order?: string | undefined }>({});

  const read = (text: string) => (text.trim() === '' ? {} : parseShellObject(text, clock.now()));
  const submit = (nextLimit = limit) => {
    const condition = attempt(() => read(query));
    const sorting = attempt(() => read(order));
    setTrouble({ query: condition.trouble, order: sorting.trouble });
    if (condition.value === undefined || sorting.value === undefined) return;
    writeAddress({ page: 'database', what: collection, how: asked({ where: query, order }) }, 'replace');
    onAsk({
      query: condition.value,
      order: sorting.value as Record<string, 1 | -1>,
      skip: 0,
      limit: nextLimit,
    });
  };
  // An address that was kept asks at once.
  useEffect(() => {
    if (query !== '' || order !== '') submit();
  }, []);
  return (
    <form
      class="query"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label="条件" trouble={trouble.query}>
        <textarea
          rows={2}
          spellcheck={false}
          placeholder={"{ openid: 'o…', createdAt: { $gt: ISODate('2026-11-23') } }"}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={sendOnCtrlEnter}
        />
      </Field>
      <Field label="排序" trouble={trouble.order}>
        <input
          class="mono"
          spellcheck={false}
          placeholder="{ createdAt: -1 }"
          value={order}
          onInput={(event) => setOrder(event.currentTarget.value)}
        />
      </Field>
      <Field label="每页">
        <select
          value={limit}
          onChange={(event) => {
            submit(Number(event.currentTarget.value));
          }}
        >
          {LIMITS.map((each) => (
            <option key={each} value={each}>
              {each} 条
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" class="button primary" title="Ctrl+Enter">
        查询
      </button>
    </form>
  );
}

const given = (name: string) => readAddress().how.get(name) ?? '';

const asked = (texts: Record<string, string>) =>
  new URLSearchParams(Object.entries(texts).filter(([, text]) => text.trim() !== ''));

function attempt<T>(work: () => T): { value?: T; trouble?: string } {
  try {
    return { value: work() };
  } catch (error) {
    return { trouble: (error as Error).message };
  }
}
