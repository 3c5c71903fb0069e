/** What WeChat's chats say while the phone has no network. */
import type { NetworkState } from '../host';
import './noNetwork.css';

export function NoNetwork({ network }: { network: NetworkState }) {
  return (
    <div role="status">
      {network === 'offline' && <p class="no-network">当前网络不可用，请检查网络设置</p>}
    </div>
  );
}
