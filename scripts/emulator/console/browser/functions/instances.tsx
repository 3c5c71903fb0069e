/** What a function is, and the processes that serve it now. */
import type { FunctionSummary } from '../../../contract';
import { span } from '../frame/moment';
import { hrefOf } from '../frame/route';
import { keyOfRequest } from '../timeline/entries';

const STATES = { busy: '正在服务', idle: '空闲' } as const;

export function Instances({ summary }: { summary: FunctionSummary }) {
  const { name, timeout, memorySize, openapi, error, instances, waiting } = summary;
  return (
    <div class="panel stack">
      <div class="panel-head">
        <h2 class="mono function-name">{name}</h2>
        <a class="button small" href={hrefOf('timeline', '', new URLSearchParams({ name }))}>
          在时间线里看
        </a>
      </div>
      {error ? (
        <p class="alarm-words" role="alert">
          {error}
        </p>
      ) : (
        <p class="quiet">
          最多 {timeout} 秒 · {memorySize} MB
          {openapi.length > 0 && ` · 云调用 ${openapi.join('、')}`}
        </p>
      )}
      {instances.length === 0 ? (
        <p class="quiet">没有实例：第一次调用时启动（冷启动），空闲一分钟后停止。</p>
      ) : (
        <ul class="instances">
          {instances.map(({ state, ageMs, calls, requestId }, index) => (
            // Instances have no names.
            <li key={index}>
              <span class={`instance-state ${state}`}>{STATES[state]}</span>
              <span>
                启动了 {span(ageMs)} · 服务过 {calls} 次
              </span>
              {requestId && <a href={hrefOf('timeline', keyOfRequest(requestId))}>最近的调用</a>}
            </li>
          ))}
        </ul>
      )}
      {waiting > 0 && <p class="alarm-words">{waiting} 次调用在等空闲的实例。</p>}
    </div>
  );
}
