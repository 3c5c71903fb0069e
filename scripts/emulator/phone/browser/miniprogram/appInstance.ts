/** The mini-program's App: its life cycle, and the object that `getApp` gives (WeChat's documentation: reference/api/App). */
import { reportMistake } from './mistakes';
import { type PageUrl, parsePageUrl } from './pages/pageUrl';
import { listeners } from './wx/listeners';

interface AppInstance {
  [field: string]: unknown;
}

export interface LaunchOptions extends PageUrl {
  scene: number;
  referrerInfo: object;
  shareTicket: undefined;
}

const APP_EVENTS = [
  'onShow',
  'onHide',
  'onError',
  'onPageNotFound',
  'onUnhandledRejection',
  'onThemeChange',
] as const;

export type AppEvent = (typeof APP_EVENTS)[number];

type Listener = (value: unknown) => void;

export interface AppLifeCycle {
  /** The mini-program's `App()`. */
  define(instance: AppInstance): void;
  /** The mini-program's `getApp()`. */
  get(): AppInstance;
  launch(url: string, scene: number): void;
  show(url: string, scene: number): void;
  /** Calls the App's function of this name, and those that `wx.on…` has added. @returns whether there was any */
  tell(event: AppEvent, value?: unknown): boolean;
  on(event: AppEvent, listener: Listener): void;
  /** Without a listener all are taken away. */
  off(event: AppEvent, listener?: Listener): void;
  launchOptions(): LaunchOptions;
  enterOptions(): LaunchOptions;
}

export function createAppInstance(): AppLifeCycle {
  let app: AppInstance = {};
  const added = Object.fromEntries(APP_EVENTS.map((event) => [event, listeners<unknown>()])) as Record<
    AppEvent,
    ReturnType<typeof listeners<unknown>>
  >;
  const options = (url: string, scene: number): LaunchOptions => ({
    ...parsePageUrl(url),
    scene,
    referrerInfo: {},
    shareTicket: undefined,
  });
  let launched = options('', 0);
  let entered = launched;

  const call = (name: string, value?: unknown) => {
    const method = app[name];
    if (typeof method !== 'function') return false;
    try {
      method.call(app, value);
    } catch (error) {
      reportMistake(`app: ${name}`, error);
    }
    return true;
  };
  const tell = (event: AppEvent, value?: unknown) => {
    const answered = call(event, value);
    return added[event].tell(value) || answered;
  };
  const show = (url: string, scene: number) => {
    entered = options(url, scene);
    tell('onShow', entered);
  };
  return {
    define(instance) {
      app = instance;
    },
    get: () => app,
    launch(url, scene) {
      launched = options(url, scene);
      entered = launched;
      call('onLaunch', launched);
      show(url, scene);
    },
    show,
    tell,
    on: (event, listener) => added[event].on(listener),
    off: (event, listener) => added[event].off(listener),
    launchOptions: () => launched,
    enterOptions: () => entered,
  };
}
