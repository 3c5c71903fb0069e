/** The mini-program's App: its life cycle, and the object that `getApp` gives. */
import { type PageUrl, parsePageUrl } from './pageUrl';

interface AppInstance {
  onLaunch?(options: LaunchOptions): void;
  onShow?(options: LaunchOptions): void;
  onHide?(): void;
  [field: string]: unknown;
}

export interface LaunchOptions extends PageUrl {
  scene: number;
}

export interface AppLifeCycle {
  /** The mini-program's `App()`. */
  define(instance: AppInstance): void;
  /** The mini-program's `getApp()`. */
  get(): AppInstance;
  launch(url: string, scene: number): void;
  show(url: string, scene: number): void;
  hide(): void;
}

export function createAppInstance(): AppLifeCycle {
  let app: AppInstance = {};
  const options = (url: string, scene: number) => ({ ...parsePageUrl(url), scene });
  return {
    define(instance) {
      app = instance;
    },
    get: () => app,
    launch(url, scene) {
      app.onLaunch?.(options(url, scene));
      app.onShow?.(options(url, scene));
    },
    show: (url, scene) => app.onShow?.(options(url, scene)),
    hide: () => app.onHide?.(),
  };
}
