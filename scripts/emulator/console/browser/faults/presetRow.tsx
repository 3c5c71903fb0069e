/** One ready fault: its switch and, while it is on, what it befalls and how often. */
import type { FaultRule } from '../../../contract';
import { Switch } from '../parts/switch';
import { type Preset, ruleOf } from './presets';
import { percent, sharesWith } from './words';

interface Props {
  preset: Preset;
  /** The rule while it is on. */
  rule: FaultRule | undefined;
  /** What it becomes; undefined switches it off. */
  onChange: (fresh: FaultRule | undefined) => void;
}

export function PresetRow({ preset, rule, onChange }: Props) {
  const { title, words, apis } = preset;
  return (
    <li class="preset">
      <div class="preset-text">
        <p>{title}</p>
        <p class="quiet">{words}</p>
      </div>
      {rule !== undefined && (
        <div class="preset-tuning">
          {apis.length > 1 && (
            <select
              class="mono"
              aria-label={`${title}：接口`}
              value={rule.api}
              onChange={(event) => onChange({ ...rule, api: event.currentTarget.value })}
            >
              {apis.map((api) => (
                <option key={api} value={api}>
                  {api}
                </option>
              ))}
            </select>
          )}
          <select
            aria-label={`${title}：比例`}
            value={rule.share}
            onChange={(event) => onChange({ ...rule, share: Number(event.currentTarget.value) })}
          >
            {sharesWith(rule.share).map((share) => (
              <option key={share} value={share}>
                {percent(share)}
              </option>
            ))}
          </select>
        </div>
      )}
      <Switch
        label={title}
        checked={rule !== undefined}
        onChange={(on) => onChange(on ? ruleOf(preset) : undefined)}
      />
    </li>
  );
}
