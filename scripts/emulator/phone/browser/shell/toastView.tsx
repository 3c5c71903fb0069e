/** `wx.showToast` and `wx.showLoading`. */
import type { Toast } from '../host';
import { ErrorIcon, TickIcon } from './icons';
import './toastView.css';

const ICONS = {
  success: <TickIcon />,
  error: <ErrorIcon />,
  loading: <span class="spinner" />,
  none: null,
};

export function ToastView({ toast: { title, icon, image, mask } }: { toast: Toast }) {
  const plain = icon === 'none' && image === '';
  return (
    <div class={`toast-layer ${mask ? 'masking' : ''}`}>
      <div class={`toast ${plain ? 'plain' : ''}`} role="status">
        {image === '' ? ICONS[icon] : <img src={image} alt="" />}
        <span>{title}</span>
      </div>
    </div>
  );
}
