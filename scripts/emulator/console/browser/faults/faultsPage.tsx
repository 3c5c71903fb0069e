/** What goes wrong on purpose: switches for the usual, a form for the rest, and the list of what is on. */
import { useRef, useState } from 'preact/hooks';
import type { FaultRule, FaultSettings } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { useFetched } from '../frame/useFetched';
import { Empty, Waiting } from '../parts/empty';
import { Field } from '../parts/field';
import { PageHead } from '../parts/pageHead';
import { PresetRow } from './presetRow';
import { isOf, PRESETS } from './presets';
import { RuleForm } from './ruleForm';
import { percent, wordsOfRule } from './words';
import './faults.css';

export function FaultsPage() {
  const { notify } = useParts();
  const faults = useFetched<FaultSettings>('/emulator/faults', ['faults']);
  const [changing, setChanging] = useState<FaultRule>();
  /** The rules as they were before some were taken away here, until others are made. */
  const [before, setBefore] = useState<FaultRule[]>();
  /** The last change that was made here. */
  const latest = useRef<Promise<unknown>>(Promise.resolve());
  const settings = faults.value;
  if (settings === undefined) return <Waiting page="故障" trouble={faults.trouble} onRetry={faults.reload} />;

  /**
   * Changes what stands now: what this page shows may be older than the change before, or than a phone's.
   *
   * @throws {EmulatorError}
   */
  const change = (next: (now: FaultSettings) => Partial<FaultSettings>) => {
    const done = latest.current.then(async () => {
      const now = await ask<FaultSettings>('GET', '/emulator/faults');
      await ask('PUT', '/emulator/faults', { ...now, ...next(now) });
      await faults.reload();
    });
    latest.current = done.catch(() => {});
    return done;
  };
  const changeOrSay = (next: (now: FaultSettings) => Partial<FaultSettings>) =>
    change(next).catch((error: unknown) => notify(wordsOf(error), 'alarm'));
  const { rules, seed } = settings;
  const changed = changing && rules.find(isLike(changing));
  const changeRules = (next: (now: FaultRule[]) => FaultRule[]) => {
    setChanging(undefined);
    return changeOrSay((now) => {
      const fresh = next(now.rules);
      setBefore(fresh.length < now.rules.length ? now.rules : undefined);
      return { rules: fresh };
    });
  };
  const replace = (isOld: (rule: FaultRule) => boolean, fresh: FaultRule | undefined) =>
    changeRules((now) => replaced(now, isOld, fresh));
  return (
    <>
      <PageHead title="故障" words="按接口和比例出错。同样的规则、种子和调用顺序，出同样的错。" />
      <div class="faults-columns">
        <div class="stack">
          {PRESETS.map(({ title, presets }) => (
            <section class="panel" key={title} aria-label={title}>
              <h2>{title}</h2>
              <ul class="presets">
                {presets.map((preset) => (
                  <PresetRow
                    key={preset.title}
                    preset={preset}
                    rule={rules.find((rule) => isOf(preset, rule))}
                    onChange={(fresh) => replace((rule) => isOf(preset, rule), fresh)}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <div class="stack faults-side">
          <section class="panel stack" aria-labelledby="rules-title">
            <div class="panel-head">
              <h2 id="rules-title">正在起作用</h2>
              <div class="button-row">
                {before && (
                  <button type="button" class="button small" onClick={() => changeRules(() => before)}>
                    撤销
                  </button>
                )}
                <button
                  type="button"
                  class="button small"
                  disabled={rules.length === 0}
                  onClick={() => changeRules(() => [])}
                >
                  全部清除
                </button>
              </div>
            </div>
            {rules.length === 0 ? (
              <Empty title="一切正常" words="打开一个开关，或者自己定一条。" />
            ) : (
              <ol class="rules">
                {rules.map((rule, index) => (
                  // Two rules may be alike.
                  <li key={index}>
                    <div>
                      <p>{wordsOfRule(rule)}</p>
                      <p class="quiet mono">
                        {rule.api} · {percent(rule.share)}
                        {rule.times !== undefined && ` · 最多 ${rule.times} 次`}
                      </p>
                    </div>
                    <div class="rule-tools">
                      <button
                        type="button"
                        class="button small"
                        aria-label={`编辑 ${wordsOfRule(rule)}，${rule.api}`}
                        aria-pressed={rule === changed}
                        onClick={() => setChanging(rule)}
                      >
                        编辑
                      </button>
                      <button
                        type="button"
                        class="button small"
                        aria-label={`移除 ${wordsOfRule(rule)}，${rule.api}`}
                        onClick={() => replace(isLike(rule), undefined)}
                      >
                        移除
                      </button>
                    </div>
                  </li>
                ))}
              </ol>
            )}
            <Seed key={seed} seed={seed} onChange={(next) => changeOrSay(() => ({ seed: next }))} />
          </section>
          <RuleForm
            // Another rule, another form.
            key={changed && JSON.stringify(changed)}
            changed={changed}
            onKeep={async (rule) => {
              const isOld = changed ? isLike(changed) : () => false;
              await change((now) => ({ rules: replaced(now.rules, isOld, rule) }));
              setChanging(undefined);
              setBefore(undefined);
            }}
            onCancel={() => setChanging(undefined)}
          />
        </div>
      </div>
    </>
  );
}

/** In the place of the old rule; at the end when there is none. */
function replaced(
  rules: FaultRule[],
  isOld: (rule: FaultRule) => boolean,
  fresh: FaultRule | undefined,
): FaultRule[] {
  const place = rules.findIndex(isOld);
  const [before, after] = place < 0 ? [rules, []] : [rules.slice(0, place), rules.slice(place + 1)];
  return [...before, ...(fresh ? [fresh] : []), ...after];
}

/** Of two rules that are alike either may stand for the other. */
const isLike = (one: FaultRule) => (other: FaultRule) => JSON.stringify(one) === JSON.stringify(other);

function Seed({ seed, onChange }: { seed: number; onChange: (seed: number) => void }) {
  const [text, setText] = useState(String(seed));
  const valid = /^-?\d{1,15}$/.test(text);
  return (
    <form
      class="seed"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onChange(Number(text));
      }}
    >
      <Field label="种子" trouble={valid ? undefined : '要一个整数'}>
        <input
          class="mono"
          inputMode="numeric"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <button type="submit" class="button beside-field" disabled={!valid || Number(text) === seed}>
        用这个种子
      </button>
    </form>
  );
}
