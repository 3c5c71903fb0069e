/** Time and network: what a tester changes to see what happens. */
import type { NetworkState } from '../host';
import { FONT_SIZES } from './fontSizes';
import { fullTime } from './moment';
import type { PhoneModel } from './phoneModel';
import './environmentPanel.css';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const JUMPS = [
  { label: '＋1 分钟', ms: MINUTE },
  { label: '＋1 小时', ms: HOUR },
  { label: '＋1 天', ms: 24 * HOUR },
  { label: '＋48 小时', ms: 48 * HOUR },
];

const NETWORKS: { value: NetworkState; label: string }[] = [
  { value: 'online', label: '正常' },
  { value: 'slow', label: '慢（2 秒）' },
  { value: 'offline', label: '断网' },
];

export function EnvironmentPanel({ phone }: { phone: PhoneModel }) {
  const { clock, network, faults, fontSize } = phone.state;
  const { length: count } = faults.rules;
  return (
    <div class="environment">
      <h2>时间</h2>
      <p class="clock-now">
        <time>{fullTime(phone.now())}</time>
        {clock.aheadMs !== 0 && <span>快了 {spanOf(clock.aheadMs)}</span>}
      </p>
      <div class="choices">
        {JUMPS.map(({ label, ms }) => (
          <button type="button" key={label} onClick={() => void phone.advance(ms)}>
            {label}
          </button>
        ))}
      </div>
      <Choices
        label="这台手机的网络"
        choices={NETWORKS}
        chosen={network}
        onChoose={(it) => phone.setNetwork(it)}
      />
      <Choices
        label="微信的字体大小"
        choices={FONT_SIZES.map((size) => ({ value: size, label: size.label }))}
        chosen={fontSize}
        onChoose={(size) => phone.setFontSize(size)}
      />
      <h2>微信和云的故障</h2>
      {count === 0 ? (
        <p class="quiet">
          没有。在<a href="/console/">控制台</a>里安排。
        </p>
      ) : (
        <p class="fault-note" role="status">
          {count} 条规则生效
          <button type="button" onClick={() => void phone.clearFaults()}>
            清除
          </button>
        </p>
      )}
    </div>
  );
}

interface ChoicesProps<Value> {
  label: string;
  choices: { value: Value; label: string }[];
  chosen: Value;
  onChoose(value: Value): void;
}

/** Some of which one is on. */
function Choices<Value>({ label, choices, chosen, onChoose }: ChoicesProps<Value>) {
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {choices.map(({ value, label: name }) => (
        <button type="button" key={name} aria-pressed={chosen === value} onClick={() => onChoose(value)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function spanOf(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const days = Math.floor(minutes / (24 * 60));
  const hours = Math.floor((minutes % (24 * 60)) / 60);
  const parts = [days && `${days} 天`, hours && `${hours} 小时`, minutes % 60 && `${minutes % 60} 分钟`];
  return parts.filter(Boolean).join(' ') || '不到 1 分钟';
}
