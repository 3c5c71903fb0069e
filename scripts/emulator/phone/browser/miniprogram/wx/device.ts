/** Calls, vibration, network, keyboard (WeChat's documentation: api/device). */
import type { NetworkStatus } from '../connection';
import { WxFailure, wxCall } from './call';
import { decode, encode } from './fileEncoding';
import { listeners } from './listeners';
import type { WxParts } from './parts';

export function deviceApi({ host, connection }: WxParts) {
  const vibrate = (pattern: number) => {
    navigator.vibrate?.(pattern);
  };
  const network = listeners<NetworkStatus>();
  connection.onChange(network.tell);
  return {
    makePhoneCall: wxCall('makePhoneCall', async ({ phoneNumber }: { phoneNumber: string }) => {
      const { confirmed } = await host.showModal({
        title: '',
        content: `呼叫 ${phoneNumber}`,
        confirmText: '呼叫',
        cancelText: '取消',
      });
      if (!confirmed) throw new WxFailure('cancel');
    }),
    vibrateShort: wxCall('vibrateShort', () => vibrate(15)),
    vibrateLong: wxCall('vibrateLong', () => vibrate(400)),
    getNetworkType: wxCall('getNetworkType', () => ({ ...connection.status(), signalStrength: 4 })),
    onNetworkStatusChange: network.on,
    offNetworkStatusChange: network.off,
    hideKeyboard: wxCall('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }),
    getBatteryInfoSync: () => ({ level: 100, isCharging: true, isLowPowerModeEnabled: false }),
    getBatteryInfo: wxCall('getBatteryInfo', () => ({ level: 100, isCharging: true })),
    getScreenBrightness: wxCall('getScreenBrightness', () => ({ value: 1 })),
    getSelectedTextRange: wxCall('getSelectedTextRange', () => {
      const control = document.activeElement;
      if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement))
        throw new WxFailure('the input is not focused');
      return { start: control.selectionStart ?? 0, end: control.selectionEnd ?? 0 };
    }),
    checkIsOpenAccessibility: wxCall('checkIsOpenAccessibility', () => ({ open: false })),
    checkDeviceSupportHevc: wxCall('checkDeviceSupportHevc', () => ({ isSupport: false })),
    /** In the place of the camera the user writes what it would have read. */
    scanCode: wxCall('scanCode', async ({ scanType }: { scanType?: string[] }) => {
      const { confirmed, content } = await host.showModal({
        title: '模拟器没有相机。请输入码的内容：',
        content: '',
        confirmText: '确定',
        cancelText: '取消',
        editable: true,
        placeholderText: 'https://…',
      });
      if (!confirmed) throw new WxFailure('cancel');
      const barCode = scanType?.includes('barCode') === true && !scanType.includes('qrCode');
      return {
        result: content,
        scanType: barCode ? 'EAN_13' : 'QR_CODE',
        charSet: 'UTF-8',
        path: '',
        rawData: decode(encode(content), 'base64'),
      };
    }),
  };
}
