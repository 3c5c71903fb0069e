/** A fault of the developer's own making, or one that is on and is changed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fault, FaultRule } from '../../../contract';
import { wordsOf } from '../emulator/ask';
import { Field } from '../parts/field';
import { FAULT_NAMES } from '../timeline/names';
import { PRESETS } from './presets';
import { percent, sharesWith } from './words';

const KINDS = Object.keys(FAULT_NAMES) as Fault['kind'][];
const APIS = [...new Set(PRESETS.flatMap(({ presets }) => presets.flatMap(({ apis }) => apis)))].sort();

interface Props {
  /** The rule that is changed; undefined for a new one. */
  changed: FaultRule | undefined;
  onKeep: (rule: FaultRule) => Promise<void>;
  /** Leaves the rule as it was. */
  onCancel: () => void;
}

const FIRST: FaultRule = { kind: 'error', errcode: 43101, api: 'subscribeMessage.send', share: 1 };

export function RuleForm({ changed, onKeep, onCancel }: Props) {
  const initial = changed ?? FIRST;
  const [kind, setKind] = useState(initial.kind);
  const [api, setApi] = useState(initial.api);
  const [share, setShare] = useState(initial.share);
  const [times, setTimes] = useState(String(initial.times ?? ''));
  const [detail, setDetail] = useState(detailOf(initial));
  const [trouble, setTrouble] = useState<string>();

  const submit = async () => {
    try {
      await onKeep({ ...faultOf(kind, detail), api, share, ...(times !== '' && { times: Number(times) }) });
      setTrouble(undefined);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (changed !== undefined) form.current?.querySelector('select')?.focus();
  }, []);
  const asked = DETAILS[kind];
  return (
    <form
      ref={form}
      class="panel stack"
      aria-labelledby="new-rule-title"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 id="new-rule-title">{changed ? '改这一条' : '自己定一条'}</h2>
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
            {sharesWith(share).map((each) => (
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
      <div class="button-row">
        <button type="submit" class="button">
          {changed ? '保存' : '加上'}
        </button>
        {changed && (
          <button type="button" class="button plain" onClick={onCancel}>
            取消
          </button>
        )}
      </div>
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

/** What {@link DETAILS} asks for, of a rule. */
function detailOf(rule: FaultRule): string {
  switch (rule.kind) {
    case 'latency':
      return String(rule.latencyMs);
    case 'error':
      return String(rule.errcode);
    case 'cloudError':
      return rule.code;
    case 'outOfOrder':
      return String(rule.heldMs);
    default:
      return '';
  }
}

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
