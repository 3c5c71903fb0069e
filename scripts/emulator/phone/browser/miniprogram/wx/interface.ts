/** Toast, loading, modal and title (WeChat's documentation: api/ui). */
import { wxCall } from './call';
import type { WxParts } from './parts';

interface ToastOptions {
  title: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  mask?: boolean;
  /** Milliseconds. Default 1500. */
  duration?: number;
}

interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  confirmText?: string;
  confirmColor?: string;
}

export function interfaceApi({ host, navigationBar }: WxParts) {
  return {
    showToast: wxCall(
      'showToast',
      ({ title, icon = 'success', mask = false, duration = 1500 }: ToastOptions) =>
        host.showToast({ title, icon, mask, duration }),
    ),
    hideToast: wxCall('hideToast', () => host.hideToast()),
    showLoading: wxCall('showLoading', ({ title, mask = false }: Pick<ToastOptions, 'title' | 'mask'>) =>
      host.showToast({ title, icon: 'loading', mask, duration: undefined }),
    ),
    hideLoading: wxCall('hideLoading', () => host.hideToast()),
    showModal: wxCall('showModal', async (options: ModalOptions) => {
      const { title = '', content = '', showCancel = true, cancelText = '取消' } = options;
      const { confirmText = '确定', confirmColor } = options;
      const confirm = await host.showModal({
        title,
        content,
        confirmText,
        ...(confirmColor !== undefined && { confirmColor }),
        ...(showCancel && { cancelText }),
      });
      return { confirm, cancel: !confirm };
    }),
    setNavigationBarTitle: wxCall('setNavigationBarTitle', ({ title }: { title: string }) =>
      navigationBar.setTitle(title),
    ),
  };
}
