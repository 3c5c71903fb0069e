/** What a function wrote while it served a call. */
import type { LogRecord } from '../../../contract';
import { exactTimeOfDay } from '../frame/moment';

export function LogLines({ logs }: { logs: LogRecord[] }) {
  return (
    <div class="details-part">
      <h3>日志</h3>
      {logs.length === 0 ? (
        <p class="quiet">这个函数什么也没有打印。</p>
      ) : (
        <ol class="log">
          {logs.map(({ id, at, level, text }) => (
            <li key={id} class={level}>
              <span class="quiet">{exactTimeOfDay(at)}</span>
              <span class="log-text">
                {level === 'error' && <strong>错误 </strong>}
                {text}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
