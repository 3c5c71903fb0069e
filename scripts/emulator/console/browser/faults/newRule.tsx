/** A fault of the developer's own making. */
import { useState } from 'preact/hooks';
import type { Fault, FaultRule } from '../../../contract';
import { wordsOf } from '../emulator/ask';
import { Field } from '../parts/field';
import { FAULT_NAMES } from '../timeline/names';
import { PRESETS } from './presets';
import { percent, SHARES } from './words';

const KINDS = Object.keys(FAULT_NAMES) as Fault['kind'][];
const APIS = [...new Set(PRESETS.flatMap(({ presets }) => presets.flatMap(({ apis }) => apis)))].sort();

export function NewRule({ onAdd }: { onAdd: (rule: FaultRule) => Promise<void> }) {
  const [kind, setKind] = useState<Fault['kind']>('error');
  const [api, setApi] = useState('subscribeMessage.send');
  const [share, setShare] = useState(1);
  const [times, setTimes] = useState('');
  const [detail, setDetail] = useState('43101');
  const [trouble, setTrouble] = useState<string>();

  const submit = async () => {
    try {
      await onAdd({ ...faultOf(kind, detail), api, share, ...(times !== '' && { times: Number(times) }) });
      setTrouble(undefined);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  const asked = DETAILS[kind];
  return (
    <form
      class="panel stack"
      aria-labelledby="new-rule-title"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 id="new-rule-title">自己定一条</h2>
      <div class="form-grid">
        <Field label="出什么错">
          <select
            value={kind}
            onChange={(event) => {
              const next = event.currentTarget.value as Fault['kind'];
              setKind(next);
              setDetail(DETAILS[next]?.initial ?? '');
            }}
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {FAULT_NAMES[each]}
              </option>
            ))}
          </select>
        </Field>
        {asked && (
          <Field label={asked.label}>
            <input class="mono" value={detail} onInput={(event) => setDetail(event.currentTarget.value)} />
          </Field>
        )}
        <Field wide label="接口" hint="* 是全部；database、push 是一组">
          <input
            class="mono"
            list="fault-apis"
            value={api}
            onInput={(event) => setApi(event.currentTarget.value)}
          />
        </Field>
        <Field label="比例">
          <select value={share} onChange={(event) => setShare(Number(event.currentTarget.value))}>
            {SHARES.map((each) => (
              <option key={each} value={each}>
                {percent(each)}
              </option>
            ))}
          </select>
        </Field>
        <Field label="最多几次" hint="空着就不限">
          <input inputMode="numeric" value={times} onInput={(event) => setTimes(event.currentTarget.value)} />
        </Field>
      </div>
      <datalist id="fault-apis">
        {APIS.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      {trouble && (
        <p class="alarm-words" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" class="button">
        加上
      </button>
    </form>
  );
}

/** What else each kind needs. */
const DETAILS: Partial<Record<Fault['kind'], { label: string; initial: string }>> = {
  latency: { label: '毫秒', initial: '3000' },
  error: { label: 'errcode', initial: '43101' },
  cloudError: { label: '错误码', initial: 'DATABASE_REQUEST_FAILED' },
  outOfOrder: { label: '最多等几毫秒', initial: '1000' },
};

function faultOf(kind: Fault['kind'], detail: string): Fault {
  switch (kind) {
    case 'latency':
      return { kind, latencyMs: Number(detail) };
    case 'error':
      return { kind, errcode: Number(detail) };
    case 'cloudError':
      return { kind, code: detail, message: '为了测试而失败' };
    case 'outOfOrder':
      return { kind, heldMs: Number(detail) };
    case 'timeout':
    case 'noReply':
      return { kind, workDone: true };
    case 'replyLost':
    case 'duplicate':
      return { kind };
  }
}
