/** What the phone is (WeChat's documentation: api/base/system), and the theme. */
import { darkScheme } from '../pages/windowLook';
import { wxCall } from './call';
import type { WxParts } from './parts';

/** The base library whose documented behaviour this phone follows. */
const SDK_VERSION = '3.8.12';

type ThemeListener = (change: { theme: string }) => void;

export function systemApi({ program, host }: WxParts) {
  const darkmode = program.app.darkmode ?? false;
  /** WeChat tells the theme only to mini-programs that follow it. */
  const theme = () => (darkmode ? { theme: darkScheme.matches ? 'dark' : 'light' } : {});

  const getWindowInfo = () => {
    const { width, height, statusBarHeight } = host.screen();
    return {
      pixelRatio: window.devicePixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: window.innerWidth,
      windowHeight: window.innerHeight,
      statusBarHeight,
      screenTop: height - window.innerHeight,
      safeArea: {
        left: 0,
        top: statusBarHeight,
        right: width,
        bottom: height,
        width,
        height: height - statusBarHeight,
      },
    };
  };
  const getAppBaseInfo = () => ({
    SDKVersion: SDK_VERSION,
    language: 'zh_CN',
    version: '8.0.50',
    enableDebug: false,
    host: { appId: '', env: 'WeChat' },
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
    ...theme(),
  });
  const getDeviceInfo = () => ({
    brand: 'xinshi',
    model: 'emulator',
    platform: 'devtools',
    system: 'iOS 17.0',
    benchmarkLevel: -1,
    abi: '',
    memorySize: 4096,
  });
  const getSystemSetting = () => ({
    bluetoothEnabled: false,
    locationEnabled: false,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  });
  const getAppAuthorizeSetting = () => ({
    albumAuthorized: 'authorized',
    bluetoothAuthorized: 'denied',
    cameraAuthorized: 'denied',
    locationAuthorized: 'denied',
    locationReducedAccuracy: false,
    microphoneAuthorized: 'denied',
    notificationAuthorized: 'authorized',
    notificationAlertAuthorized: 'authorized',
    notificationBadgeAuthorized: 'authorized',
    notificationSoundAuthorized: 'authorized',
    phoneCalendarAuthorized: 'denied',
  });
  const getSystemInfoSync = () => ({
    ...getWindowInfo(),
    ...getAppBaseInfo(),
    ...getDeviceInfo(),
    ...getSystemSetting(),
    albumAuthorized: true,
    notificationAuthorized: true,
  });

  const listeners = new Map<ThemeListener, () => void>();
  return {
    getWindowInfo,
    getAppBaseInfo,
    getDeviceInfo,
    getSystemSetting,
    getAppAuthorizeSetting,
    getSystemInfoSync,
    getSystemInfo: wxCall('getSystemInfo', getSystemInfoSync),
    getSystemInfoAsync: wxCall('getSystemInfoAsync', getSystemInfoSync),
    getMenuButtonBoundingClientRect() {
      const { left, top, width, height } = host.screen().capsule;
      return { left, top, width, height, right: left + width, bottom: top + height };
    },
    getPerformance: () => window.performance,
    onThemeChange(listener: ThemeListener) {
      if (!darkmode || listeners.has(listener)) return;
      const tell = () => listener({ theme: darkScheme.matches ? 'dark' : 'light' });
      listeners.set(listener, tell);
      darkScheme.addEventListener('change', tell);
    },
    offThemeChange(listener: ThemeListener) {
      const tell = listeners.get(listener);
      if (tell !== undefined) darkScheme.removeEventListener('change', tell);
      listeners.delete(listener);
    },
    onWindowResize: (listener: (change: object) => void) =>
      window.addEventListener('resize', () =>
        listener({ size: { windowWidth: window.innerWidth, windowHeight: window.innerHeight } }),
      ),
    offWindowResize() {},
  };
}
