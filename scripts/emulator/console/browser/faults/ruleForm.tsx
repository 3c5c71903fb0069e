/** A fault of the developer's own making, or one that is on and is changed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fault, FaultRule } from '../../../contract';
import { EmulatorError, wordsOf } from '../emulator/ask';
import { useFocusOnTrouble } from '../frame/focusOnTrouble';
import { Field } from '../parts/field';
import { FAULT_NAMES } from '../timeline/names';
import { detailFor, detailOf, faultOf, saysWhatIsDone } from './details';
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

/** What is wrong, by the field; `rule` is of none. */
type Troubles = Partial<Record<'detail' | 'api' | 'times' | 'rule', string | undefined>>;

const FIRST: FaultRule = { kind: 'error', errcode: 43101, api: 'subscribeMessage.send', share: 1 };

export function RuleForm({ changed, onKeep, onCancel }: Props) {
  const initial = changed ?? FIRST;
  const [kind, setKind] = useState(initial.kind);
  const [api, setApi] = useState(initial.api);
  const [share, setShare] = useState(initial.share);
  const [times, setTimes] = useState(String(initial.times ?? ''));
  const [detail, setDetail] = useState(detailOf(initial));
  const [workDone, setWorkDone] = useState('workDone' in initial ? initial.workDone : true);
  const [troubles, setTroubles] = useState<Troubles>({});
  const asked = detailFor(kind);

  const submit = async () => {
    const found: Troubles = {
      detail: asked?.troubleOf(detail),
      times: times === '' || /^[1-9]\d{0,8}$/.test(times) ? undefined : '要一个大于 0 的整数',
    };
    setTroubles(found);
    if (found.detail !== undefined || found.times !== undefined) return;
    try {
      const fault = faultOf(kind, detail, workDone, changed);
      await onKeep({ ...fault, api, share, ...(times !== '' && { times: Number(times) }) });
    } catch (error) {
      setTroubles({ [placeOf(error)]: wordsOf(error) });
    }
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (changed !== undefined) form.current?.querySelector('select')?.focus();
  }, []);
  useFocusOnTrouble(form, troubles);
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
              setDetail(detailFor(next)?.initial ?? '');
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
          <Field label={asked.label} trouble={troubles.detail}>
            <input class="mono" value={detail} onInput={(event) => setDetail(event.currentTarget.value)} />
          </Field>
        )}
        {saysWhatIsDone(kind) && (
          <label class="check rule-done">
            <input
              type="checkbox"
              checked={workDone}
              onChange={(event) => setWorkDone(event.currentTarget.checked)}
            />
            事情已经做完
          </label>
        )}
        <Field wide label="接口" hint="* 是全部；database、push 是一组" trouble={troubles.api}>
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
        <Field label="最多几次" hint="空着就不限" trouble={troubles.times}>
          <input inputMode="numeric" value={times} onInput={(event) => setTimes(event.currentTarget.value)} />
        </Field>
      </div>
      <datalist id="fault-apis">
        {APIS.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      {troubles.rule && (
        <p class="alarm-words" role="alert">
          {troubles.rule}
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

/** The field that the emulator refused the rule for. */
function placeOf(error: unknown): keyof Troubles {
  if (!(error instanceof EmulatorError) || error.code !== 'INVALID_REQUEST') return 'rule';
  return error.message.includes('errcode') ? 'detail' : 'api';
}
