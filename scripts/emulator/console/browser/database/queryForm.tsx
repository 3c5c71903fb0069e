/** A question to a collection: a condition, an order, how many at a time. The page's address keeps it. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentsRequest } from '../../../contract';
import { useParts } from '../frame/context';
import { useDraft } from '../frame/draft';
import { sendOnCtrlEnter } from '../frame/keyboard';
import { readAddress, writeAddress } from '../frame/route';
import { Field } from '../parts/field';
import { parseShellObject } from './shellObject';

interface Props {
  collection: string;
  limit: number;
  onAsk: (request: DocumentsRequest) => void;
}

/** As they are written. */
interface Texts {
  where: string;
  order: string;
}

interface Written {
  texts: Texts;
  /** Of what was asked last, as JSON. */
  instead: string;
}

const LIMITS = [20, 50, 100, 500];

export function QueryForm({ collection, limit, onAsk }: Props) {
  const { clock } = useParts();
  const [asked, setAsked] = useState(inAddress);
  const [written, setWritten] = useDraft<Written>(`question to ${collection}`);
  // Until something else is asked.
  const texts = written?.instead === JSON.stringify(asked) ? written.texts : asked;
  const [trouble, setTrouble] = useState<Partial<Record<keyof Texts, string | undefined>>>({});

  const read = (text: string) => (text.trim() === '' ? {} : parseShellObject(text, clock.now()));
  const pose = (question: Texts, nextLimit = limit) => {
    const condition = attempt(() => read(question.where));
    const sorting = attempt(() => read(question.order));
    setTrouble({ where: condition.trouble, order: sorting.trouble });
    if (condition.value === undefined || sorting.value === undefined) return;
    setAsked(question);
    writeAddress({ page: 'database', what: collection, how: howOf(question) }, 'replace');
    onAsk({
      query: condition.value,
      order: sorting.value as Record<string, 1 | -1>,
      skip: 0,
      limit: nextLimit,
    });
  };
  const write = (fields: Partial<Texts>) =>
    setWritten({ instead: JSON.stringify(asked), texts: { ...texts, ...fields } });
  // An address that was kept asks at once.
  useEffect(() => {
    if (asked.where !== '' || asked.order !== '') pose(asked);
  }, []);
  return (
    <form
      class="query"
      onSubmit={(event) => {
        event.preventDefault();
        pose(texts);
      }}
    >
      <Field label="条件" trouble={trouble.where}>
        <textarea
          rows={2}
          spellcheck={false}
          placeholder={"{ openid: 'o…', createdAt: { $gt: ISODate('2026-11-23') } }"}
          value={texts.where}
          onInput={(event) => write({ where: event.currentTarget.value })}
          onKeyDown={sendOnCtrlEnter}
        />
      </Field>
      <Field label="排序" trouble={trouble.order}>
        <input
          class="mono"
          spellcheck={false}
          placeholder="{ createdAt: -1 }"
          value={texts.order}
          onInput={(event) => write({ order: event.currentTarget.value })}
        />
      </Field>
      <Field label="每页">
        <select
          value={limit}
          onChange={(event) => {
            pose(texts, Number(event.currentTarget.value));
          }}
        >
          {LIMITS.map((each) => (
            <option key={each} value={each}>
              {each} 条
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" class="button primary beside-field" title="Ctrl+Enter">
        查询
      </button>
    </form>
  );
}

function inAddress(): Texts {
  const { how } = readAddress();
  return { where: how.get('where') ?? '', order: how.get('order') ?? '' };
}

const howOf = ({ where, order }: Texts) =>
  new URLSearchParams(Object.entries({ where, order }).filter(([, text]) => text.trim() !== ''));

function attempt<T>(work: () => T): { value?: T; trouble?: string } {
  try {
    return { value: work() };
  } catch (error) {
    return { trouble: (error as Error).message };
  }
}
