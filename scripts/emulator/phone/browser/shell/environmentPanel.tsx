/** Time and network: what a tester changes to see what happens. */
import type { NetworkState } from '../host';
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
  const { clock, network, faults } = phone.state;
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
      <h2>这台手机的网络</h2>
      <div class="choices" role="radiogroup" aria-label="这台手机的网络">
        {NETWORKS.map(({ value, label }) => (
          // biome-ignore lint/a11y/useSemanticElements: three buttons in a row, of which one is on.
          <button
            type="button"
            role="radio"
            key={value}
            aria-checked={network === value}
            onClick={() => phone.setNetwork(value)}
          >
            {label}
          </button>
        ))}
      </div>
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

function spanOf(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const days = Math.floor(minutes / (24 * 60));
  const hours = Math.floor((minutes % (24 * 60)) / 60);
  const parts = [days && `${days} 天`, hours && `${hours} 小时`, minutes % 60 && `${minutes % 60} 分钟`];
  return parts.filter(Boolean).join(' ') || '不到 1 分钟';
}
