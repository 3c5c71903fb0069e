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

export function ToastView({ toast: { title, icon, mask } }: { toast: Toast }) {
  return (
    <div class={`toast-layer ${mask ? 'masking' : ''}`}>
      <div class={`toast icon-${icon}`} role="status">
        {ICONS[icon]}
        <span>{title}</span>
      </div>
    </div>
  );
}
