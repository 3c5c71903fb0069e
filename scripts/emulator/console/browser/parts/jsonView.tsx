/** JSON as a developer reads it: indented, in quiet colours; what is long is drawn whole when it is asked for. */
import { useMemo, useState } from 'preact/hooks';
import { exactJson } from '../timeline/exactJson';
import { CopyButton } from './copyButton';
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
  const text = useMemo(() => (typeof value === 'string' ? value : exactJson(value, 2)), [value]);
  const lines = useMemo(() => text.split('\n'), [text]);
  const isLong = lines.length > FIRST_LINES || lines.some((line) => line.length > FIRST_LENGTH);
  const shown = whole || !isLong ? text : lines.slice(0, FIRST_LINES).map(cut).join('\n');
  return (
    <div class="json">
      <div class="json-head">
        <h3>{label}</h3>
        <div class="button-row">
          {isLong && (
            <button type="button" class="button small" onClick={() => setWhole(!whole)} aria-expanded={whole}>
              {whole ? '收起' : `展开 ${sizeOf(lines.length, text.length)}`}
            </button>
          )}
          <CopyButton text={() => text} label="复制" what={label} />
        </div>
      </div>
      <pre class={whole || !isLong ? '' : 'json-cut'}>
        {typeof value === 'string' ? shown : coloured(shown)}
      </pre>
    </div>
  );
}

const cut = (line: string) =>
  line.length > FIRST_LENGTH ? `${line.slice(0, FIRST_LENGTH)}…（${line.length} 字）` : line;

const sizeOf = (lines: number, length: number) =>
  lines > FIRST_LINES ? `${lines} 行` : `${(length / 1024).toFixed(1)} K 字`;

/** A string may end where its line is cut. */
const TOKENS =
  /("(?:[^"\\\n]|\\.)*(?:"|(?=\n)|$))(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** The text in pieces: names, strings, and what is neither. */
function coloured(text: string) {
  const pieces: preact.ComponentChild[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKENS)) {
    const [token, string, colon] = match;
    pieces.push(text.slice(end, match.index));
    const kind = string === undefined ? 'value' : colon === undefined ? 'string' : 'name';
    pieces.push(
      <span key={match.index} class={`json-${kind}`}>
        {token}
      </span>,
    );
    end = match.index + token.length;
  }
  pieces.push(text.slice(end));
  return pieces;
}
