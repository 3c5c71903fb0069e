/** A function's timers: when each is due, and running one by hand. */
import { useState } from 'preact/hooks';
import type { CallResult, Timer } from '../../../contract';
import { ask, called, wordsOf } from '../emulator/ask';
import { useNow } from '../frame/clockReadout';
import { useParts } from '../frame/context';
import { dayAndTime, span } from '../frame/moment';
import { goTo } from '../frame/route';
import { keyOfRequest } from '../timeline/entries';

export function Timers({ functionName, timers }: { functionName: string; timers: Timer[] }) {
  const { notify } = useParts();
  const [running, setRunning] = useState<string>();
  const [done, setDone] = useState<{ trigger: string; requestID: string }>();
  const now = useNow();
  if (timers.length === 0) return null;
  const run = async (trigger: string) => {
    setRunning(trigger);
    try {
      const path = `/emulator/timers/${functionName}/${encodeURIComponent(trigger)}/run`;
      const { requestID, failed } = await called(ask<CallResult>('POST', path));
      setDone({ trigger, requestID });
      if (failed) notify('定时器已运行，失败了', 'alarm');
      else notify('定时器已运行');
    } catch (error) {
      notify(wordsOf(error), 'alarm');
    }
    setRunning(undefined);
  };
  return (
    <section class="panel stack" aria-label="定时器">
      <h2>定时器</h2>
      <ul class="timers">
        {timers.map(({ trigger, config, nextAt, error }) => (
          <li key={trigger}>
            <div>
              <p>
                {trigger} <span class="mono quiet">{config}</span>
              </p>
              {error ? (
                <p class="field-row-trouble">{error}</p>
              ) : (
                <p class="quiet">
                  {nextAt === undefined
                    ? '不会再触发'
                    : `下一次 ${dayAndTime(nextAt)}，${span(Math.max(0, nextAt - now))}后`}
                </p>
              )}
            </div>
            <div class="button-row">
              {done?.trigger === trigger && (
                <button
                  type="button"
                  class="button small plain"
                  onClick={() => goTo('timeline', keyOfRequest(done.requestID))}
                >
                  看这次调用
                </button>
              )}
              <button
                type="button"
                class="button small"
                aria-label={`现在运行 ${trigger}`}
                disabled={running === trigger}
                onClick={() => run(trigger)}
              >
                {running === trigger ? '正在运行…' : '现在运行'}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
