/** What a user has agreed to of one template, and his answers to it. */
import type { TemplateSubscription } from '../../../contract';

interface Props {
  subscription: TemplateSubscription;
  /** He answers the panel once. */
  onAnswer: (choice: 'accept' | 'reject') => void;
  /** He turns the switch on the settings page. */
  onKeep: (choice: 'accept' | 'reject') => void;
}

const KEPT_NAMES = { accept: '总是接收', acceptWithAudio: '总是接收，带语音', reject: '总是拒收' } as const;

export function SubscriptionRow({ subscription, onAnswer, onKeep }: Props) {
  const { title, type, grants, open, kept, mayReceive } = subscription;
  const state = type === 2 ? `还可以发 ${grants} 条` : open ? '长期订阅中' : '没有订阅';
  return (
    <li>
      <div class="subscription-text">
        <p>
          {title} <span class="badge">{type === 2 ? '一次性' : '长期'}</span>
        </p>
        <p class="quiet">
          {state}
          {mayReceive ? '' : ' · 现在发会得到 43101'}
        </p>
      </div>
      <div class="button-row">
        <button
          type="button"
          class="button small"
          aria-label={`${title}：允许一次`}
          onClick={() => onAnswer('accept')}
        >
          允许一次
        </button>
        <button
          type="button"
          class="button small"
          aria-label={`${title}：拒绝一次`}
          onClick={() => onAnswer('reject')}
        >
          拒绝一次
        </button>
        <select
          class="keeping"
          aria-label={`${title}：设置页上的开关`}
          value={kept === undefined ? '' : kept === 'reject' ? 'reject' : 'accept'}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === 'accept' || value === 'reject') onKeep(value);
          }}
        >
          {kept === undefined && <option value="">每次都问</option>}
          <option value="accept">
            {kept === 'acceptWithAudio' ? KEPT_NAMES.acceptWithAudio : KEPT_NAMES.accept}
          </option>
          <option value="reject">{KEPT_NAMES.reject}</option>
        </select>
      </div>
    </li>
  );
}
