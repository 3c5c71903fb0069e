/** A compiled mini-program, as the compiler hands it to the browser: types only, shared by both sides. */

/** What is wrong in the mini-program's source, and where. */
export interface SourceError {
  /** Relative to the mini-program's folder: `pages/index/index.wxml`. */
  file: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 1. */
  column?: number;
  message: string;
  /** The line itself. */
  excerpt?: string;
}

/** The part of app.json that the phone reads (WeChat's documentation: reference/configuration/app). */
export interface AppConfig {
  /** Those of subpackages too. */
  pages: string[];
  /** Default: the first of `pages`. */
  entryPagePath?: string;
  window?: WindowConfig;
  tabBar?: TabBarConfig;
  /** Follow the system's dark mode. Default false. */
  darkmode?: boolean;
  /** `v2`: WeChat's newer look of its components. */
  style?: string;
  usingComponents?: Record<string, string>;
  /** Beginnings of paths to what they stand for: `@lib/*` to `lib/*`. */
  resolveAlias?: Record<string, string>;
}

/** How the window looks; a value that starts with `@` is a name in theme.json. */
export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  /** Behind the page, seen when it is pulled down. */
  backgroundColor?: string;
  /** The page's own. */
  backgroundColorContent?: string;
  /** The three dots of a refresh: `dark` or `light`. Default dark. */
  backgroundTextStyle?: string;
  enablePullDownRefresh?: boolean;
  /** Pixels from the bottom at which `onReachBottom` is called. Default 50. */
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}

/** A colour or path that starts with `@` is a name in theme.json. */
export interface TabBarConfig {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  /** `black` (default) or `white`. */
  borderStyle?: string;
  /** `bottom` (default) or `top`, where it has no icons. */
  position?: string;
  /** The component custom-tab-bar/index draws it. */
  custom?: boolean;
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
}

/** The JSON of a page or component; a page's may override the window. */
export interface ComponentConfig extends WindowConfig {
  component?: boolean;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  /** Tag names to paths from the root of the mini-program, those of app.json included. */
  usingComponents: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  componentPlaceholder?: Record<string, string>;
  pureDataPattern?: string;
}

export interface StyleSheet {
  css: string;
  /** The prefix of the class names of a component whose styles are its own. */
  scope?: string;
}

export interface Themes {
  light: Record<string, string>;
  dark: Record<string, string>;
}

/**
 * What the compiled script passes to `xinshi.start`.
 *
 * @typeParam Template what a compiled WXML file is to the component framework
 */
export interface MiniProgram<Template = unknown> {
  app: AppConfig;
  themes: Themes;
  /** Pages and components by path: `pages/index/index`. */
  components: Record<string, ComponentConfig>;
  templates: Record<string, Template>;
  /** By path; `app` is app.wxss. */
  styleSheets: Record<string, StyleSheet>;
  /** What is missing without keeping the mini-program from running: told in the console. */
  warnings: SourceError[];
  /** JavaScript modules by path, without the ending. */
  modules: Record<string, ModuleFactory>;
}

/** A module's code as a function; the parameters are `MODULE_SCOPE`, then `ABSENT_GLOBALS`. */
export type ModuleFactory = (this: undefined, ...parameters: unknown[]) => void;

/** What a mini-program's module finds in its scope. */
export const MODULE_SCOPE = [
  'module',
  'exports',
  'require',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'global',
  'globalThis',
  'Function',
  '__wxConfig',
  'worker',
] as const;

/** `worker` is in the modules of a worker alone. */
export type ModuleScope = Record<Exclude<(typeof MODULE_SCOPE)[number], 'worker'>, unknown> & {
  worker?: unknown;
};

/**
 * A browser's globals that a mini-program does not have: they are undefined in its modules. The first are parameters of
 * WeChat's own wrapper round each module, as compiled packages show it; the others are reported missing on phones.
 */
export const ABSENT_GLOBALS = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'caches',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'parent',
  'top',
  'sessionStorage',
  'indexedDB',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'atob',
  'btoa',
  'URL',
  'URLSearchParams',
  'Headers',
  'Request',
  'Response',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'Image',
  'DOMParser',
] as const;
