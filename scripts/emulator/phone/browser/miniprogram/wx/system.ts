/** What the phone is (WeChat's documentation: api/base/system), `wx.nextTick` and the theme. */
import { darkScheme } from '../windowLook';
import { wxCall } from './call';
import type { WxParts } from './parts';

/** The base library whose documented behaviour this phone follows. */
const SDK_VERSION = '3.8.12';

export function systemApi({ darkmode }: WxParts) {
  /** WeChat tells the theme only to mini-programs that follow it. */
  const theme = () => (darkmode ? { theme: darkScheme.matches ? 'dark' : 'light' } : {});

  const getWindowInfo = () => ({
    pixelRatio: window.devicePixelRatio,
    screenWidth: window.innerWidth,
    screenHeight: window.parent.innerHeight,
    windowWidth: window.innerWidth,
    windowHeight: window.innerHeight,
    statusBarHeight: 44,
    safeArea: {
      left: 0,
      top: 0,
      right: window.innerWidth,
      bottom: window.innerHeight,
      width: window.innerWidth,
      height: window.innerHeight,
    },
  });
  const getAppBaseInfo = () => ({
    SDKVersion: SDK_VERSION,
    language: 'zh_CN',
    version: '8.0.0',
    host: { appId: '' },
    fontSizeSetting: 16,
    ...theme(),
  });
  const getDeviceInfo = () => ({
    brand: 'xinshi',
    model: 'emulator',
    platform: 'devtools',
    system: 'xinshi',
    benchmarkLevel: -1,
    abi: '',
  });
  const getSystemInfoSync = () => ({ ...getWindowInfo(), ...getAppBaseInfo(), ...getDeviceInfo() });

  const themeListeners = new Map<(change: { theme: string }) => void, () => void>();
  return {
    getWindowInfo,
    getAppBaseInfo,
    getDeviceInfo,
    getSystemInfoSync,
    getSystemInfo: wxCall('getSystemInfo', getSystemInfoSync),
    onThemeChange(listener: (change: { theme: string }) => void) {
      if (!darkmode || themeListeners.has(listener)) return;
      const tell = () => listener({ theme: darkScheme.matches ? 'dark' : 'light' });
      themeListeners.set(listener, tell);
      darkScheme.addEventListener('change', tell);
    },
    offThemeChange(listener: (change: { theme: string }) => void) {
      const tell = themeListeners.get(listener);
      if (tell !== undefined) darkScheme.removeEventListener('change', tell);
      themeListeners.delete(listener);
    },
    nextTick: (task: () => void) => queueMicrotask(task),
  };
}
