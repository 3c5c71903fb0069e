/** Why an entry failed, before its bodies: the words of what went wrong, and what is to be done. */
import { hrefOf } from '../frame/route';
import type { Entry } from './entries';
import { explanationOf } from './explain';
import { ownStack } from './ownStack';

export function Failure({ entry }: { entry: Entry }) {
  const explanation = explanationOf(entry);
  const { call, push } = entry;
  const message = call?.error?.message ?? messageIn(call?.response) ?? push?.attempts.at(-1)?.error;
  const fault = call?.fault ?? push?.fault;
  if (entry.outcome.state !== 'failed') return null;
  if (explanation === undefined && message === undefined && fault === undefined) return null;
  return (
    <section class="failure" aria-label="失败的原因">
      {explanation && (
        <>
          <p class="failure-meaning">
            {explanation.meaning} <span class="mono">{explanation.code}</span>
          </p>
          <dl>
            <dt>原因</dt>
            <dd>{explanation.cause}</dd>
            <dt>处理</dt>
            <dd>{explanation.remedy}</dd>
          </dl>
        </>
      )}
      {message && <pre>{ownStack(message)}</pre>}
      {fault && (
        <p>
          这是在<a href={hrefOf('faults')}>故障</a>页打开的，不是真的出错。
        </p>
      )}
    </section>
  );
}

/** WeChat's spelling over HTTPS, that of cloud calls, and that of this project's functions. */
function messageIn(response: unknown): string | undefined {
  if (typeof response !== 'object' || response === null) return undefined;
  const inner: unknown = Reflect.get(response, 'error') ?? response;
  if (typeof inner !== 'object' || inner === null) return undefined;
  const texts = ['message', 'hint', 'errmsg', 'errMsg'].flatMap((name) => {
    const text: unknown = Reflect.get(inner, name);
    return typeof text === 'string' ? [text] : [];
  });
  return texts.length === 0 ? undefined : texts.join('\n');
}
