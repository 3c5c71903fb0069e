/** One entry whole: what went wrong, what it set off, its log, its bodies. */
import { useEffect, useRef } from 'preact/hooks';
import { BackIcon, CloseIcon } from '../frame/icons';
import { JsonView } from '../parts/jsonView';
import { type Actions, againName } from './actions';
import { Attempts } from './attempts';
import { editableOf } from './editAgain';
import type { Entry } from './entries';
import { Facts } from './facts';
import { Failure } from './failure';
import { LogLines } from './logLines';
import { KIND_NAMES } from './names';
import type { Related } from './related';
import { RelatedEntries, Trace } from './trace';
import './details.css';
import './trace.css';

interface Props {
  entry: Entry;
  related: Related[];
  actions: Actions;
  nameOf: (openid: string) => string;
  onClose: () => void;
  onSelect: (key: string) => void;
  onEdit: () => void;
}

export function Details({ entry, related, actions, nameOf, onClose, onSelect, onEdit }: Props) {
  const { key, call, push, kind, name, outcome, durationMs } = entry;
  const body = useRef<HTMLElement>(null);
  const doAgain = againName(entry);
  const logs = kind === 'push' ? entry.children.flatMap((child) => child.logs) : entry.logs;
  const hasLog = kind === 'function' || kind === 'timer' || (kind === 'push' && entry.children.length > 0);
  // Another entry begins at its top, and with its long parts cut: they have its key.
  useEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0;
  }, [key]);
  return (
    <section class="details" aria-label="详情">
      <header class="details-head">
        <button
          type="button"
          class="tool details-close"
          onClick={onClose}
          aria-label="关闭详情"
          title="关闭（Esc）"
        >
          <span class="details-x">
            <CloseIcon />
          </span>
          <span class="details-back">
            <BackIcon />
          </span>
        </button>
        <div class="details-title">
          <p class="quiet">{KIND_NAMES[kind]}</p>
          <h2 class="mono">{name}</h2>
        </div>
        <p class={`details-outcome ${outcome.state}`}>{outcome.words}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by the arrows when it has the focus */}
      <section class="details-body" ref={body} tabIndex={0} aria-label={name}>
        <Facts entry={entry} nameOf={nameOf} />
        <div class="button-row">
          <button type="button" class="button small" title="c" onClick={() => actions.copyCurl(entry)}>
            复制 curl
          </button>
          <button type="button" class="button small" onClick={() => actions.copyJson(entry)}>
            复制 JSON
          </button>
          <button type="button" class="button small" onClick={() => actions.copyLink()}>
            复制链接
          </button>
          {doAgain && (
            <button type="button" class="button small" title="r" onClick={() => actions.again(entry)}>
              {doAgain}
            </button>
          )}
          {editableOf(entry) && (
            <button type="button" class="button small" title="e" onClick={onEdit}>
              改一改再来
            </button>
          )}
        </div>
        <Failure entry={entry} />
        <Trace entry={entry} onSelect={onSelect} />
        <RelatedEntries related={related} onSelect={onSelect} />
        {hasLog && <LogLines key={`log ${key}`} logs={logs} going={durationMs === undefined} />}
        {push && <JsonView key={`packet ${key}`} label="推送的包" value={push.packet} />}
        {push && <Attempts key={`attempts ${key}`} push={push} />}
        {call && <JsonView key={`request ${key}`} label="请求" value={call.request} />}
        {call?.response !== undefined && (
          <JsonView key={`response ${key}`} label="响应" value={call.response} />
        )}
        {call?.error && <JsonView key={`error ${key}`} label="错误" value={call.error} />}
      </section>
    </section>
  );
}
