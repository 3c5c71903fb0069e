/** What is known of an entry besides its bodies: when, how long, who, where to. */
import { useNow } from '../frame/clockReadout';
import { day, duration, exactTimeOfDay, sinceInWords } from '../frame/moment';
import { hrefOf } from '../frame/route';
import type { Entry } from './entries';
import { FAULT_NAMES } from './names';

interface Props {
  entry: Entry;
  nameOf: (openid: string) => string;
}

export function Facts({ entry, nameOf }: Props) {
  const { call, push, at, durationMs, openid, kind, name } = entry;
  const now = useNow();
  const fault = call?.fault ?? push?.fault;
  const goesTo = push?.functionName ?? (kind === 'function' || kind === 'timer' ? name : undefined);
  const facts: [name: string, value: preact.ComponentChildren][] = [
    ['时间', `${day(at)} ${exactTimeOfDay(at)} · ${sinceInWords(now - at)}`],
    ['用时', durationMs === undefined ? `已经 ${duration(Math.max(0, now - at))}` : duration(durationMs)],
    [
      '用户',
      openid !== undefined && (
        <>
          <a href={hrefOf('users', openid)}>{nameOf(openid)}</a> <span class="mono">{openid}</span>
        </>
      ),
    ],
    ['来源', call?.source],
    ['函数', goesTo !== undefined && <a href={hrefOf('functions', goesTo)}>{goesTo}</a>],
    [
      '去处',
      push &&
        goesTo === undefined &&
        (push.url ?? (
          <>
            没有：<a href={hrefOf('push')}>推送设置</a>里没有这种消息的去处
          </>
        )),
    ],
    ['故障', fault && <a href={hrefOf('faults')}>{FAULT_NAMES[fault]}</a>],
    ['请求号', call?.requestId && <span class="mono">{call.requestId}</span>],
  ];
  return (
    <dl class="facts">
      {facts.map(([title, value]) =>
        value ? (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
