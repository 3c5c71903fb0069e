/** What goes wrong on purpose: switches for the usual, a form for the rest, and the list of what is on. */
import { useState } from 'preact/hooks';
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
  const faults = useFetched<FaultSettings>('/emulator/faults');
  /** The place in the list of the rule that is being changed. */
  const [changing, setChanging] = useState<number>();
  const settings = faults.value;
  if (settings === undefined) return <Waiting page="故障" trouble={faults.trouble} onRetry={faults.reload} />;

  /** @throws {EmulatorError} */
  const put = async (change: Partial<FaultSettings>) => {
    await ask('PUT', '/emulator/faults', { ...settings, ...change });
    await faults.reload();
  };
  const putOrSay = (change: Partial<FaultSettings>) =>
    put(change).catch((error: unknown) => notify(wordsOf(error), 'alarm'));
  const { rules, seed } = settings;
  const changed = changing === undefined ? undefined : rules[changing];
  const replace = (old: FaultRule | undefined, fresh: FaultRule | undefined) => {
    setChanging(undefined);
    return putOrSay({ rules: replaced(rules, old, fresh) });
  };
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
                    onChange={replace}
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
              <button
                type="button"
                class="button small"
                disabled={rules.length === 0}
                onClick={() => putOrSay({ rules: [] })}
              >
                全部清除
              </button>
            </div>
            {rules.length === 0 ? (
              <Empty title="一切正常" words="打开左边的开关，或者自己定一条。" />
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
                        aria-pressed={index === changing}
                        onClick={() => setChanging(index)}
                      >
                        编辑
                      </button>
                      <button
                        type="button"
                        class="button small"
                        aria-label={`移除 ${wordsOfRule(rule)}，${rule.api}`}
                        onClick={() => replace(rule, undefined)}
                      >
                        移除
                      </button>
                    </div>
                  </li>
                ))}
              </ol>
            )}
            <Seed key={seed} seed={seed} onChange={(next) => putOrSay({ seed: next })} />
          </section>
          <RuleForm
            // Another rule, another form.
            key={changing}
            changed={changed}
            onKeep={async (rule) => {
              await put({ rules: replaced(rules, changed, rule) });
              setChanging(undefined);
            }}
            onCancel={() => setChanging(undefined)}
          />
        </div>
      </div>
    </>
  );
}

/** In the place of the old rule; at the end when there was none. */
function replaced(rules: FaultRule[], old: FaultRule | undefined, fresh: FaultRule | undefined): FaultRule[] {
  const news = fresh === undefined ? [] : [fresh];
  return old === undefined ? [...rules, ...news] : rules.flatMap((rule) => (rule === old ? news : [rule]));
}

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
      <button type="submit" class="button" disabled={!valid || Number(text) === seed}>
        用这个种子
      </button>
    </form>
  );
}
