/** Images over the whole screen: `wx.previewImage`, and a tap on one in a chat. */
import { useState } from 'preact/hooks';
import './previewView.css';

interface PreviewProps {
  addresses: string[];
  first: number;
  onClose(): void;
}

export function PreviewView({ addresses, first, onClose }: PreviewProps) {
  const [shown, setShown] = useState(first);
  const turn = (step: number) => setShown(Math.max(0, Math.min(shown + step, addresses.length - 1)));
  return (
    <div
      class="preview"
      role="dialog"
      aria-modal="true"
      aria-label={`图片 ${shown + 1}/${addresses.length}`}
      tabIndex={-1}
      data-layer
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
        if (key === 'ArrowLeft') turn(-1);
        if (key === 'ArrowRight') turn(1);
      }}
    >
      <button type="button" class="preview-close" aria-label="关闭" onClick={onClose}>
        <img src={addresses[shown]} alt={`第 ${shown + 1} 张`} />
      </button>
      {addresses.length > 1 && (
        <div class="preview-turn">
          <button type="button" disabled={shown === 0} onClick={() => turn(-1)}>
            上一张
          </button>
          <span>
            {shown + 1}/{addresses.length}
          </span>
          <button type="button" disabled={shown === addresses.length - 1} onClick={() => turn(1)}>
            下一张
          </button>
        </div>
      )}
    </div>
  );
}
