/** Starts a compiled mini-program: its components, its modules, its App and its first page. */
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { ComponentConfig } from '../../program';
import type { PhoneHost } from '../host';
import { adaptFramework } from './adaptFramework';
import { createAppInstance } from './appInstance';
import { PhoneBackend } from './backend';
import { createBuiltInBehaviors } from './builtInBehaviors';
import { registerBuiltInComponents } from './components/components';
import { createConnection } from './connection';
import { createDefiners } from './definitions';
import { TapGesture } from './events/gesture';
import { createFunctionConstructor, createGlobal } from './globalObject';
import { followMistakes } from './mistakes';
import { createModules, type SharedScope } from './modules';
import { addInstanceMethods } from './nodes/instanceMethods';
import type { Program } from './pages/pageParts';
import { createPageStack } from './pages/pageStack';
import { createRouteEvents } from './pages/routeEvents';
import { createTabBar } from './pages/tabBar';
import { createNavigationBar, darkScheme } from './pages/windowLook';
import { runMiniProgram } from './running';
import { createSharing } from './sharing';
import { addStyleSheets } from './styleSheets';
import { createWx } from './wx/wx';

export async function startMiniProgram(program: Program, host: PhoneHost): Promise<void> {
  for (const { file, message } of program.warnings) console.error(`${file}: ${message}`);
  const gesture = new TapGesture();
  adaptFramework();
  const backend = new PhoneBackend(gesture);
  const env = new MiniProgramEnv();
  const codeSpace = env.createCodeSpace('', true);
  const associated = env.associateBackend(backend);
  const styles = addStyleSheets(program, codeSpace, backend);
  addInstanceMethods(codeSpace);
  const behaviors = createBuiltInBehaviors(codeSpace);

  const app = createAppInstance();
  const connection = createConnection(host);
  const navigationBar = createNavigationBar(program, host);
  const tabBar = createTabBar(program, host);
  const routeEvents = createRouteEvents();
  const pages = createPageStack({
    program,
    codeSpace,
    backend,
    associated,
    define: (path) => defineWithUsed(program, path, modules.runComponent),
    navigationBar,
    routeEvents,
    onTop: (path) => tabBar.showPage(path),
  });
  const sharing = createSharing(host, pages);
  const wx = createWx({
    program,
    host,
    app,
    pages,
    routeEvents,
    navigationBar,
    tabBar,
    gesture,
    connection,
    sharing,
  });

  const builtIn = registerBuiltInComponents(codeSpace.getComponentSpace(), {
    behaviors,
    navigation: wx.navigation,
    openTypes: wx.openTypes(sharing.shareFrom),
    changeNavigationBar: navigationBar.change,
  });
  const ownTags = Object.values(program.components).flatMap(({ usingComponents, componentGenerics }) => [
    ...Object.keys(usingComponents),
    ...Object.keys(componentGenerics ?? {}),
  ]);
  backend.knowTags([...builtIn, ...ownTags, 'block', 'page', 'custom-tab-bar']);

  for (const [path, config] of Object.entries(program.components)) {
    codeSpace.addComponentStaticConfig(path, staticConfig(config));
    const content = program.templates[path];
    if (content !== undefined) codeSpace.addCompiledTemplate(path, { groupList: program.templates, content });
  }
  const modules = createModules(program.modules, () => scope, program.app.resolveAlias);
  const definers = createDefiners({
    codeSpace,
    behaviors,
    configs: program.components,
    current: modules.current,
    onRelated: (path) => defineWithUsed(program, path, modules.runComponent),
    onIsolation(path, styleIsolation) {
      codeSpace.addComponentStaticConfig(
        path,
        staticConfig({ ...componentOf(program, path), styleIsolation }),
      );
      styles.isolate(path, styleIsolation);
    },
  });
  const ofWeChat = {
    ...definers,
    wx: wx.api,
    App: app.define,
    getApp: app.get,
    getCurrentPages: pages.current,
  };
  // uni-app looks there for `wx`.
  const global = Object.assign(createGlobal(), ofWeChat);
  const scope: SharedScope = {
    ...ofWeChat,
    global,
    globalThis: global,
    __wxConfig: wxConfig(program, host.appid),
    Function: createFunctionConstructor(global),
  };

  modules.run('app');
  followMistakes((text) => app.tell('onError', text));
  window.addEventListener('unhandledrejection', ({ reason, promise }) => {
    app.tell('onUnhandledRejection', { reason, promise });
  });
  if (program.app.darkmode) {
    darkScheme.addEventListener('change', ({ matches }) => {
      app.tell('onThemeChange', { theme: matches ? 'dark' : 'light' });
    });
  }
  await runMiniProgram({ program, host, app, pages, sharing, gesture, connection });
}

/** Runs what defines a page or component after what it uses; what runs once is passed over the next time. */
function defineWithUsed(
  program: Program,
  path: string,
  run: (path: string) => void,
  seen = new Set<string>(),
) {
  seen.add(path);
  const { usingComponents, componentGenerics = {} } = componentOf(program, path);
  const defaults = Object.values(componentGenerics).flatMap((generic) =>
    generic === true || generic.default === undefined ? [] : [generic.default],
  );
  for (const named of [...Object.values(usingComponents), ...defaults]) {
    const used = named.replace(/^\//, '');
    if (seen.has(used)) continue;
    try {
      defineWithUsed(program, used, run, seen);
    } catch (error) {
      // The page is drawn without it, as in WeChat.
      console.error(`${used}:`, error);
    }
  }
  run(path);
}

/**
 * `__wxConfig`: undocumented, and read by mini-programs for the version that runs, from before `wx.getAccountInfoSync`
 * told it.
 */
const wxConfig = ({ app }: Program, appId: string) => ({
  ...app,
  envVersion: 'develop',
  accountInfo: { appId },
});

type StaticConfig = Parameters<ReturnType<MiniProgramEnv['createCodeSpace']>['addComponentStaticConfig']>[1];

/** The framework reads the same JSON; only its type for `styleIsolation` is narrower. */
const staticConfig = (config: ComponentConfig) => config as StaticConfig;

const componentOf = (program: Program, path: string): ComponentConfig =>
  program.components[path] ?? { usingComponents: {} };
