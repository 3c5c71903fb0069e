/** Calls that do nothing here and say nothing: what they tell of never happens on an emulator, or nobody listens to it. */
import { NEVER_HAPPENS } from './absentNames';
import { wxCall } from './call';

const NOTHING = [
  'updateShareMenu',
  'setKeepScreenOn',
  'setScreenBrightness',
  'setVisualEffectOnCapture',
  'setBackgroundTextStyle',
  'setInnerAudioOption',
  'reportAnalytics',
  'reportEvent',
  'reportMonitor',
  'reportPerformance',
  'setEnableDebug',
  'preloadAssets',
  'preloadWebview',
  'preloadSkylineView',
  'enableAlertBeforeUnload',
  'disableAlertBeforeUnload',
  'preDownloadSubpackage',
  'loadBuiltInFontFace',
  'showHomeButton',
  'rewriteRoute',
];

export function quietApi() {
  const listeners = NEVER_HAPPENS.flatMap((event) => [
    [`on${event}`, () => {}],
    [`off${event}`, () => {}],
  ]);
  const logger = {
    debug: console.debug,
    info: console.info,
    log: console.log,
    warn: console.warn,
    error: console.error,
  };
  return {
    ...Object.fromEntries(listeners),
    ...Object.fromEntries(NOTHING.map((name) => [name, wxCall(name, () => ({}))])),
    getLogManager: () => logger,
    getRealtimeLogManager: () => ({ ...logger, setFilterMsg() {}, addFilterMsg() {} }),
    /** There is never a newer version than the source that runs. */
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (answer: { hasUpdate: boolean }) => void) =>
        queueMicrotask(() => listener({ hasUpdate: false })),
      onUpdateReady() {},
      onUpdateFailed() {},
      applyUpdate() {},
    }),
  };
}
