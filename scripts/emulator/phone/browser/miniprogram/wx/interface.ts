/** Toast, loading, modal and action sheet (WeChat's documentation: api/ui/interaction). */
import { fileAddress } from '../files';
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';
import { answeredByTap } from './tap';

interface ToastOptions {
  title: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  /** A file of the mini-program, in the icon's place. */
  image?: string;
  mask?: boolean;
  /** Milliseconds. Default 1500. */
  duration?: number;
}

interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

interface ActionSheetOptions {
  alertText?: string;
  itemList: string[];
  itemColor?: string;
}

/** 按钮的文字数组，数组长度最大为 6. */
const MAX_ITEMS = 6;

export function interfaceApi({ host, gesture }: WxParts) {
  const question = answeredByTap(gesture);
  return {
    showToast: wxCall(
      'showToast',
      ({ title, icon = 'success', image = '', mask = false, duration = 1500 }: ToastOptions) =>
        host.showToast({ title, icon, image: fileAddress(image), mask, duration }),
    ),
    hideToast: wxCall('hideToast', () => host.hideToast()),
    showLoading: wxCall('showLoading', ({ title, mask = false }: Pick<ToastOptions, 'title' | 'mask'>) =>
      host.showToast({ title, icon: 'loading', image: '', mask, duration: undefined }),
    ),
    hideLoading: wxCall('hideLoading', () => host.hideToast()),
    showModal: question('showModal', async (options: ModalOptions) => {
      const { title = '', content = '', showCancel = true, cancelText = '取消' } = options;
      const {
        confirmText = '确定',
        confirmColor,
        cancelColor,
        editable = false,
        placeholderText = '',
      } = options;
      const answer = await host.showModal({
        title,
        content,
        confirmText,
        ...(confirmColor !== undefined && { confirmColor }),
        ...(cancelColor !== undefined && { cancelColor }),
        ...(showCancel && { cancelText }),
        editable,
        placeholderText,
      });
      const { confirmed } = answer;
      return {
        confirm: confirmed,
        cancel: !confirmed,
        content: editable && confirmed ? answer.content : null,
      };
    }),
    showActionSheet: question('showActionSheet', async (options: ActionSheetOptions) => {
      const { alertText = '', itemList, itemColor = '#000000' } = options;
      if (itemList.length > MAX_ITEMS)
        throw new WxFailure('parameter error: itemList should not be large than 6');
      const tapIndex = await host.showActionSheet({ title: alertText, items: itemList, itemColor });
      if (tapIndex === undefined) throw new WxFailure('cancel');
      return { tapIndex };
    }),
  };
}
