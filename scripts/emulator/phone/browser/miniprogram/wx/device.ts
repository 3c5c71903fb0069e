/** Calls, vibration, network, keyboard (WeChat's documentation: api/device). */
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

export function deviceApi({ host, connection }: WxParts) {
  const vibrate = (pattern: number) => {
    navigator.vibrate?.(pattern);
  };
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
    onNetworkStatusChange: connection.onChange,
    offNetworkStatusChange: connection.offChange,
    hideKeyboard: wxCall('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }),
    getBatteryInfoSync: () => ({ level: 100, isCharging: true, isLowPowerModeEnabled: false }),
    getBatteryInfo: wxCall('getBatteryInfo', () => ({ level: 100, isCharging: true })),
    getScreenBrightness: wxCall('getScreenBrightness', () => ({ value: 1 })),
    scanCode: wxCall('scanCode', () => {
      throw new WxFailure('the emulator has no camera');
    }),
    getLocation: wxCall('getLocation', () => {
      throw new WxFailure('the emulator does not know where it is');
    }),
  };
}
