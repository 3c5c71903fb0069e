/** JSON as a developer reads it: indented, in quiet colours; what is long is drawn whole when it is asked for. */
import { useMemo, useState } from 'preact/hooks';
import { exactJson } from '../timeline/exactJson';
import { coloured } from './colouredJson';
import { CopyButton } from './copyButton';
import { readCut } from './cutJson';
import './jsonView.css';

interface Props {
  value: unknown;
  /** What it is: 请求. */
  label: string;
}

/** Drawn at once. */
const FIRST_LINES = 40;
/** Characters of one line that are drawn at once. */
const FIRST_LENGTH = 600;

export function JsonView({ value, label }: Props) {
  const [whole, setWhole] = useState(false);
  const kept = useMemo(() => readCut(value), [value]);
  const text = useMemo(
    () => kept?.text ?? (typeof value === 'string' ? value : exactJson(value, 2)),
    [kept, value],
  );
  const lines = useMemo(() => text.split('\n'), [text]);
  const isLong = lines.length > FIRST_LINES || lines.some((line) => line.length > FIRST_LENGTH);
  const shown = whole || !isLong ? text : lines.slice(0, FIRST_LINES).map(cut).join('\n');
  const isJson = typeof value !== 'string' || kept !== undefined;
  return (
    <div class="json">
      <div class="json-head">
        <h3>
          {label}
          {kept && <span class="json-kept">太长，日志只留了开头（共 {countOf(kept.length)}）</span>}
        </h3>
        <div class="button-row">
          {isLong && (
            <button type="button" class="button small" onClick={() => setWhole(!whole)} aria-expanded={whole}>
              {whole ? '收起' : `展开 ${sizeOf(lines.length, text.length)}`}
            </button>
          )}
          <CopyButton text={() => text} label="复制" what={label} />
        </div>
      </div>
      <pre class={whole || !isLong ? '' : 'json-cut'}>{isJson ? coloured(shown) : shown}</pre>
    </div>
  );
}

const cut = (line: string) =>
  line.length > FIRST_LENGTH ? `${line.slice(0, FIRST_LENGTH)}…（${countOf(line.length)}）` : line;

const sizeOf = (lines: number, length: number) => (lines > FIRST_LINES ? `${lines} 行` : countOf(length));

const countOf = (length: number) =>
  length < 10_000 ? `${length} 字` : `${(length / 10_000).toFixed(1)} 万字`;
