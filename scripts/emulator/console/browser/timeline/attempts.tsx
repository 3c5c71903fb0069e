/** How often WeChat tried to deliver a push, and what came of each attempt. */
import type { PushRecord } from '../../../contract';
import { duration, exactTimeOfDay } from '../frame/moment';
import { JsonView } from '../parts/jsonView';
import { ownStack } from './ownStack';

export function Attempts({ push }: { push: PushRecord }) {
  const { attempts, functionName, url } = push;
  if (functionName === undefined && url === undefined) return null;
  if (attempts.length === 0) return <p class="quiet waiting">还没有送到…</p>;
  return (
    <>
      {attempts.map(({ startedAt, durationMs, sent, response, warning, error }, index) => (
        // Attempts are only added.
        <div class="attempt" key={index}>
          <p class="attempt-head">
            <strong>第 {index + 1} 次</strong>
            <span class="mono quiet">{exactTimeOfDay(startedAt)}</span>
            <span class="mono quiet">{duration(durationMs)}</span>
          </p>
          {error && <p class="alarm-words attempt-error">{ownStack(error)}</p>}
          {warning && <p class="alarm-words">回答没有生效：{warning}</p>}
          {sent && <JsonView label="发出的内容" value={`POST ${sent.url}\n\n${sent.body}`} />}
          {response !== undefined && <JsonView label="回答" value={response} />}
        </div>
      ))}
    </>
  );
}
