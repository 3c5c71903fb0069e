/** JSON as a developer reads it: indented, in quiet colours, every digit there. */
import { useMemo, useState } from 'preact/hooks';
import { exactJson } from '../timeline/exactJson';
import { CopyButton } from './copyButton';
import './jsonView.css';

interface Props {
  value: unknown;
  /** What it is: 请求. */
  label: string;
}

/** Drawn at once; the rest when it is asked for. */
const FIRST_LINES = 400;

export function JsonView({ value, label }: Props) {
  const [whole, setWhole] = useState(false);
  const text = useMemo(() => (typeof value === 'string' ? value : exactJson(value, 2)), [value]);
  const lines = useMemo(() => text.split('\n'), [text]);
  const shown = whole ? text : lines.slice(0, FIRST_LINES).join('\n');
  return (
    <div class="json">
      <div class="json-head">
        <h3>{label}</h3>
        <CopyButton text={() => text} label="复制" what={label} />
      </div>
      <pre>{typeof value === 'string' ? shown : coloured(shown)}</pre>
      {!whole && lines.length > FIRST_LINES && (
        <button type="button" class="button small" onClick={() => setWhole(true)}>
          显示全部 {lines.length} 行
        </button>
      )}
    </div>
  );
}

const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

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
