/** The clipboard (WeChat's documentation: api/device/clipboard); a browser gives out its own only when asked. */
import { wxCall } from './call';
import type { WxParts } from './parts';

export function clipboardApi({ host }: WxParts) {
  let copied = '';
  return {
    setClipboardData: wxCall('setClipboardData', ({ data }: { data: string }) => {
      copied = String(data);
      // Refused where the page has not been touched: then it stays on the phone.
      void navigator.clipboard?.writeText(copied).catch(() => {});
      host.showToast({ title: '内容已复制', icon: 'success', image: '', mask: false, duration: 1500 });
    }),
    getClipboardData: wxCall('getClipboardData', () => ({ data: copied })),
  };
}
