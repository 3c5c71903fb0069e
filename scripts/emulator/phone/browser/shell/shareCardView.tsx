/** What forwarding a page would send: nobody is there to receive it. */
import type { SharedCard } from '../host';
import { MiniProgramIcon } from './icons';
import type { PhoneModel } from './phoneModel';
import { Sheet } from './sheet';
import './shareCardView.css';

export function ShareCardView({ card, phone }: { card: SharedCard; phone: PhoneModel }) {
  const { title, path, image } = card;
  const name = phone.state.miniProgram?.name ?? '小程序';
  const close = () => phone.set({ shareCard: undefined });
  return (
    <Sheet label="转发" class="share" onDismiss={close}>
      <h2>转发给朋友会发出这张卡片</h2>
      <div class="share-card">
        <span class="share-from">
          <MiniProgramIcon name={name} size={20} />
          {name}
        </span>
        <b>{title}</b>
        {image !== '' && <img src={image} alt="" />}
        <code>{path}</code>
      </div>
      <button type="button" class="share-close" onClick={close}>
        知道了
      </button>
    </Sheet>
  );
}
