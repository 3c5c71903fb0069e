/** One entry whole: request, answer, attempts, log, and what it caused. */
import { BackIcon, CloseIcon } from '../frame/icons';
import { dayAndTime, duration } from '../frame/moment';
import { JsonView } from '../parts/jsonView';
import { againName, useActions } from './actions';
import { Attempts } from './attempts';
import type { Entry } from './entries';
import { LogLines } from './logLines';
import { FAULT_NAMES, KIND_NAMES } from './names';
import './details.css';

interface Props {
  entry: Entry;
  nameOf: (openid: string) => string;
  onClose: () => void;
  onSelect: (key: string) => void;
}

export function Details({ entry, nameOf, onClose, onSelect }: Props) {
  const { copyCurl, again } = useActions();
  const { call, push, kind, name, outcome, logs, children } = entry;
  const doAgain = againName(entry);
  return (
    <section class="details" aria-label="详情">
      <header class="details-head">
        <button type="button" class="tool details-close" onClick={onClose} aria-label="关闭详情">
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
      <div class="details-body">
        <Facts entry={entry} nameOf={nameOf} />
        <div class="button-row">
          <button type="button" class="button" onClick={() => copyCurl(entry)}>
            复制 curl
          </button>
          {doAgain && (
            <button type="button" class="button" onClick={() => again(entry)}>
              {doAgain}
            </button>
          )}
        </div>
        {call && <JsonView label="请求" value={call.request} />}
        {call?.response !== undefined && <JsonView label="响应" value={call.response} />}
        {call?.error && <JsonView label="错误" value={call.error} />}
        {push && <JsonView label="推送的包" value={push.packet} />}
        {push && <Attempts push={push} />}
        {children.length > 0 && (
          <div class="details-part">
            <h3>{kind === 'push' ? '由此引起的调用' : '其中的云调用'}</h3>
            <ul class="details-children">
              {children.map((child) => (
                <li key={child.key}>
                  <button type="button" onClick={() => onSelect(child.key)}>
                    <span class="mono">{child.name}</span>
                    <span class={`row-outcome ${child.outcome.state}`}>{child.outcome.words}</span>
                    <span class="quiet mono">{duration(child.durationMs ?? 0)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {(kind === 'function' || kind === 'timer') && <LogLines logs={logs} />}
        {kind === 'push' && children.length > 0 && (
          <LogLines logs={children.flatMap((child) => child.logs)} />
        )}
      </div>
    </section>
  );
}

function Facts({ entry, nameOf }: Pick<Props, 'entry' | 'nameOf'>) {
  const { call, push, at, durationMs, openid } = entry;
  const fault = call?.fault ?? push?.fault;
  const facts: [name: string, value: string | undefined][] = [
    ['时间', dayAndTime(at)],
    ['用时', durationMs === undefined ? undefined : duration(durationMs)],
    ['用户', openid === undefined ? undefined : `${nameOf(openid)} · ${openid}`],
    ['来源', call?.source || undefined],
    ['去处', push && (push.functionName ?? push.url ?? '没有：推送设置里没有这种消息的去处')],
    ['重放自', push?.replayOf],
    ['故障', fault && FAULT_NAMES[fault]],
    ['请求号', call?.requestId || undefined],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
