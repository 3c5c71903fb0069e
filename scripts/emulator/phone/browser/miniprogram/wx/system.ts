/** What the phone is (WeChat's documentation: api/base/system), and the theme. */
import { darkScheme } from '../pages/windowLook';
import { wxCall, wxCallAtOnce } from './call';
import { listeners } from './listeners';
import type { WxParts } from './parts';

/** The base library whose documented behaviour this phone follows. */
const SDK_VERSION = '3.8.12';

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

  const themed = listeners();
  if (darkmode) darkScheme.addEventListener('change', () => themed.tell(theme()));
  const resized = listeners();
  window.addEventListener('resize', () => {
    resized.tell({ size: { windowWidth: window.innerWidth, windowHeight: window.innerHeight } });
  });
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
    onThemeChange: themed.on,
    offThemeChange: themed.off,
    onWindowResize: resized.on,
    offWindowResize: resized.off,
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
