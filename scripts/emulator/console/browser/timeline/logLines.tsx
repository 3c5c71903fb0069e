/** What functions wrote while they served a call, as it comes. */
import { useState } from 'preact/hooks';
import type { LogRecord } from '../../../contract';
import { exactTimeOfDay } from '../frame/moment';
import { useCopy } from '../parts/copyButton';
import { ownStack } from './ownStack';

interface Props {
  logs: LogRecord[];
  /** More may come. */
  going: boolean;
}

/** Drawn at once. */
const FIRST_LINES = 30;

export function LogLines({ logs, going }: Props) {
  const [whole, setWhole] = useState(false);
  const copy = useCopy();
  const shown = whole || going ? logs : logs.slice(0, FIRST_LINES);
  return (
    <div class="details-part">
      <div class="json-head">
        <h3>日志</h3>
        {logs.length > 0 && (
          <div class="button-row">
            {logs.length > shown.length && (
              <button type="button" class="button small" onClick={() => setWhole(true)}>
                展开 {logs.length} 行
              </button>
            )}
            <button type="button" class="button small" onClick={() => copy(textOf(logs), '日志')}>
              复制
            </button>
          </div>
        )}
      </div>
      {logs.length === 0 ? (
        <p class={going ? 'quiet waiting' : 'quiet'}>
          {going ? '还没有打印什么…' : '这个函数什么也没有打印。'}
        </p>
      ) : (
        <ol class="log">
          {shown.map(({ id, at, level, text }) => (
            <li key={id} class={level}>
              <span class="quiet">{exactTimeOfDay(at)}</span>
              <span class="log-text">
                {level === 'error' && <strong>错误 </strong>}
                {level === 'error' ? ownStack(text) : text}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

const textOf = (logs: LogRecord[]) =>
  logs.map(({ at, level, text }) => `${exactTimeOfDay(at)} ${level} ${text}`).join('\n');
