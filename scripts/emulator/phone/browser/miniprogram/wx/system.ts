/** What the phone is (WeChat's documentation: api/base/system), and the theme. */
import { darkScheme } from '../pages/windowLook';
import { wxCall, wxCallAtOnce } from './call';
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
    fontSizeSetting: host.fontSize().setting,
    fontSizeScaleFactor: host.fontSize().scale,
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
  const resized = new Map<(change: object) => void, () => void>();
  const skyline = { isSupported: false, version: '', reason: 'client not supported' };
  return {
    getWindowInfo,
    getAppBaseInfo,
    getDeviceInfo,
    getSystemSetting,
    getAppAuthorizeSetting,
    getSystemInfoSync,
    getSystemInfo: wxCallAtOnce('getSystemInfo', getSystemInfoSync),
    getSystemInfoAsync: wxCall('getSystemInfoAsync', getSystemInfoSync),
    getMenuButtonBoundingClientRect() {
      const { left, top, width, height } = host.screen().capsule;
      return { left, top, width, height, right: left + width, bottom: top + height };
    },
    getPerformance: () => performanceApi,
    /** Its pages are drawn by a browser. */
    getSkylineInfoSync: () => skyline,
    getSkylineInfo: wxCall('getSkylineInfo', () => skyline),
    getRendererUserAgent: wxCall('getRendererUserAgent', () => ({ userAgent: window.navigator.userAgent })),
    getDeviceBenchmarkInfo: wxCall('getDeviceBenchmarkInfo', () => ({ benchmarkLevel: -1, modelLevel: 0 })),
    getExptInfoSync: () => ({}),
    getExtConfigSync: () => ({}),
    getExtConfig: wxCall('getExtConfig', () => ({ extConfig: {} })),
    getCommonConfig: wxCall('getCommonConfig', () => ({ conf: '{}' })),
    getApiCategory: () => 'default',
    isVKSupport: () => false,
    /** The third party's own router (Skyline): pages come in without an animation of their own. */
    router: { addRouteBuilder() {}, removeRouteBuilder() {}, getRouteContext() {} },
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
    onWindowResize(listener: (change: object) => void) {
      if (resized.has(listener)) return;
      const tell = () =>
        listener({ size: { windowWidth: window.innerWidth, windowHeight: window.innerHeight } });
      resized.set(listener, tell);
      window.addEventListener('resize', tell);
    },
    offWindowResize(listener: (change: object) => void) {
      const tell = resized.get(listener);
      if (tell !== undefined) window.removeEventListener('resize', tell);
      resized.delete(listener);
    },
  };
}

/** `wx.getPerformance()` (WeChat's documentation: api/base/performance): entries of the browser's, as far as it has them. */
const performanceApi = {
  getEntries: () => window.performance.getEntries(),
  getEntriesByName: (name: string) => window.performance.getEntriesByName(name),
  getEntriesByType: (type: string) => window.performance.getEntriesByType(type),
  createObserver: () => ({ supportedEntryTypes: [], observe() {}, disconnect() {} }),
  setBufferSize() {},
};
