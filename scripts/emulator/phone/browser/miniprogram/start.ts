/** Starts a compiled mini-program: its components, its modules, its App and its first page. */
import type { template } from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { ComponentConfig, MiniProgram } from '../../program';
import type { PhoneHost } from '../host';
import { createAppInstance } from './appInstance';
import { PhoneBackend } from './backend';
import { registerBuiltInComponents } from './components/components';
import { TapGesture } from './gesture';
import { createModules } from './modules';
import { createPageStack } from './pageStack';
import { createNavigationBar } from './windowLook';
import { createWx } from './wx/wx';

type Program = MiniProgram<template.ComponentTemplate['content']>;

export function startMiniProgram(program: Program, host: PhoneHost): void {
  const gesture = new TapGesture();
  const backend = new PhoneBackend(gesture);
  const env = new MiniProgramEnv();
  const codeSpace = env.createCodeSpace('', true);
  const associated = env.associateBackend(backend);

  const builtIn = registerBuiltInComponents(codeSpace.getComponentSpace());
  const ownTags = Object.values(program.components).flatMap(({ usingComponents }) =>
    Object.keys(usingComponents),
  );
  backend.reportTagsOtherThan([...builtIn, ...ownTags, 'page']);

  const isPage = (path: string) => program.app.pages.includes(path);
  for (const [path, { css, scope }] of Object.entries(program.styleSheets)) {
    backend.registerStyleSheetContent(path, css);
    // A page's own styles apply while it is on top, as in WeChat, where each page is a document.
    if (!isPage(path)) codeSpace.addStyleSheet(path, path, scope);
  }
  for (const [path, config] of Object.entries(program.components)) {
    codeSpace.addComponentStaticConfig(path, staticConfig(config));
    const content = program.templates[path];
    if (content !== undefined) codeSpace.addCompiledTemplate(path, { groupList: program.templates, content });
  }

  const app = createAppInstance();
  const navigationBar = createNavigationBar(program, host);
  const pages = createPageStack({ program, codeSpace, backend, associated, navigationBar });
  const wx = createWx({ host, pages, navigationBar, gesture, darkmode: program.app.darkmode ?? false });
  const modules = createModules(program.modules, codeSpace, {
    wx,
    App: app.define,
    getApp: app.get,
    getCurrentPages: pages.current,
  });

  modules.run('app');
  for (const path of Object.keys(program.components)) modules.runComponent(path);

  const entry = program.app.entryPagePath ?? program.app.pages[0] ?? '';
  const first = host.startAt ?? entry;
  app.launch(first, host.scene);
  pages.reLaunch(first);
  host.attach({
    name: program.app.window?.navigationBarTitleText ?? '小程序',
    open(url, scene) {
      app.show(url, scene);
      // From the root: in a page, an address without a slash would start from that page.
      pages.reLaunch(url.startsWith('/') ? url : `/${url}`);
    },
    back: () => pages.navigateBack(1),
    hide() {
      pages.hide();
      app.hide();
    },
    show() {
      app.show(pages.url(), host.scene);
      pages.show();
    },
  });
}

type StaticConfig = Parameters<ReturnType<MiniProgramEnv['createCodeSpace']>['addComponentStaticConfig']>[1];

/** The framework reads the same JSON; only its type for `styleIsolation` is narrower. */
const staticConfig = (config: ComponentConfig) => config as StaticConfig;
