/** All that one push or call set off, each with when it was and how long it took: a bar on the time of the whole. */
import { duration } from '../frame/moment';
import { type Entry, flatten, rootOf } from './entries';
import type { Related } from './related';

interface Props {
  entry: Entry;
  onSelect: (key: string) => void;
}

/** Percent: what is shorter would not be seen. */
const SHORTEST = 1.5;

export function Trace({ entry, onSelect }: Props) {
  const root = rootOf(entry);
  const group = flatten([root]);
  if (group.length === 1) return null;
  const start = Math.min(...group.map(({ at }) => at));
  const length = Math.max(1, ...group.map((each) => spanOf(each).end - start));
  return (
    <div class="details-part">
      <h3>经过</h3>
      <ol class="trace">
        {group.map((each) => {
          const { key, name, depth, outcome } = each;
          const { begin, end } = spanOf(each);
          const left = Math.min(100 - SHORTEST, (100 * (begin - start)) / length);
          const width = Math.max(SHORTEST, Math.min(100 - left, (100 * (end - begin)) / length));
          return (
            <li key={key}>
              <button type="button" aria-current={each === entry} onClick={() => onSelect(key)}>
                <span class="trace-name mono" style={{ paddingInlineStart: `${depth}rem` }} title={name}>
                  {name}
                </span>
                <span class={`trace-outcome ${outcome.state}`}>{outcome.words}</span>
                <span class="trace-time" aria-hidden="true">
                  <span
                    class={`trace-bar ${outcome.state}`}
                    style={{ marginInlineStart: `${left}%`, width: `${width}%` }}
                  />
                </span>
                <span class="trace-duration quiet mono">
                  {each.durationMs !== undefined && duration(each.durationMs)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** A push waits for the user's earlier ones: what takes time are its attempts. */
function spanOf({ at, durationMs = 0, push }: Entry): { begin: number; end: number } {
  const [first] = push?.attempts ?? [];
  const last = push?.attempts.at(-1);
  if (first === undefined || last === undefined) return { begin: at, end: at + durationMs };
  return { begin: first.startedAt, end: last.startedAt + last.durationMs };
}

export const RelatedEntries = ({ related, onSelect }: { related: Related[]; onSelect: Props['onSelect'] }) =>
  related.length === 0 ? null : (
    <div class="details-part">
      <h3>相关</h3>
      <ol class="trace related">
        {related.map(({ words, entry: { key, name, outcome } }) => (
          <li key={key}>
            <button type="button" onClick={() => onSelect(key)}>
              <span class="quiet">{words}</span>
              <span class="trace-name mono">{name}</span>
              <span class={`trace-outcome ${outcome.state}`}>{outcome.words}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
