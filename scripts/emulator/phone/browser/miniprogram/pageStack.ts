/** The open pages: navigation between them and their life cycle. */
import type { template } from 'glass-easel';
import type { AssociatedBackend, CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { MiniProgram } from '../../program';
import type { PhoneBackend } from './backend';
import { hostOf } from './components/element';
import { parsePageUrl } from './pageUrl';
import type { NavigationBarControl } from './windowLook';

/** WeChat's limit (WeChat's documentation: framework/app-service/route). */
const MAX_OPEN_PAGES = 10;

export interface PageStack {
  /** @throws Error as WeChat words it, when there is no such page or too many are open */
  navigateTo(url: string): void;
  redirectTo(url: string): void;
  reLaunch(url: string): void;
  navigateBack(delta: number): void;
  /** What `getCurrentPages` gives: the top page last. */
  current(): PageInstance[];
  /** The address of the page on top. */
  url(): string;
  show(): void;
  hide(): void;
}

/** What `this` is in a page's functions. */
type PageInstance = ReturnType<Root['get']> & {
  route?: string;
  options?: Record<string, string>;
  [lifeCycle: string]: unknown;
};

type Root = ReturnType<AssociatedBackend['createRoot']>;

interface OpenPage {
  root: Root;
  instance: PageInstance;
  element: HTMLElement;
  path: string;
  url: string;
}

interface PageStackParts {
  program: MiniProgram<template.ComponentTemplate['content']>;
  codeSpace: CodeSpace;
  backend: PhoneBackend;
  associated: AssociatedBackend;
  navigationBar: NavigationBarControl;
}

export function createPageStack(parts: PageStackParts): PageStack {
  const { program, codeSpace, backend, associated, navigationBar } = parts;
  const stack: OpenPage[] = [];
  const top = () => stack.at(-1);

  const resolve = (url: string) => {
    const { path, query } = parsePageUrl(url, top()?.path);
    if (!program.app.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    return { path, query };
  };

  const create = (url: string): OpenPage => {
    const { path, query } = resolve(url);
    const body = backend.getRootNode();
    const placeholder = backend.document.createElement('page');
    body.appendChild(placeholder);
    const root = associated.createRoot('page', codeSpace, path);
    const instance = root.get() as PageInstance;
    instance.route = path;
    instance.options = query;
    callLifeCycle(instance, 'onLoad', query);
    root.attach(body, placeholder);
    return { root, instance, element: hostOf(root.getComponent()), path, url };
  };

  const show = () => {
    const page = top();
    if (page === undefined) return;
    page.element.hidden = false;
    backend.setStyleSheet(page.path, true);
    navigationBar.showPage(page.path, stack.length > 1);
    page.root.getComponent().triggerPageLifetime('show', []);
    callLifeCycle(page.instance, 'onShow');
  };

  const hide = () => {
    const page = top();
    if (page === undefined) return;
    callLifeCycle(page.instance, 'onHide');
    page.root.getComponent().triggerPageLifetime('hide', []);
  };

  const cover = () => {
    const page = top();
    if (page === undefined) return;
    hide();
    page.element.hidden = true;
    backend.setStyleSheet(page.path, false);
  };

  const close = (page: OpenPage) => {
    callLifeCycle(page.instance, 'onUnload');
    backend.setStyleSheet(page.path, false);
    page.root.release();
    page.element.remove();
  };

  const push = (url: string) => {
    // Before it is created, so that its styles are there when it is first drawn.
    backend.setStyleSheet(resolve(url).path, true);
    const page = create(url);
    stack.push(page);
    show();
    callLifeCycle(page.instance, 'onReady');
  };

  return {
    navigateTo(url) {
      resolve(url);
      if (stack.length >= MAX_OPEN_PAGES) throw new Error('webview count limit exceed');
      cover();
      push(url);
    },
    redirectTo(url) {
      resolve(url);
      const old = stack.pop();
      if (old !== undefined) close(old);
      push(url);
    },
    reLaunch(url) {
      resolve(url);
      for (let page = stack.pop(); page !== undefined; page = stack.pop()) close(page);
      push(url);
    },
    navigateBack(delta) {
      const closing = Math.min(delta, stack.length - 1);
      if (closing < 1) return;
      for (const page of stack.splice(-closing).reverse()) close(page);
      show();
    },
    current: () => stack.map(({ instance }) => instance),
    url: () => top()?.url ?? '',
    show,
    hide,
  };
}

function callLifeCycle(page: PageInstance, name: string, ...args: unknown[]): void {
  const method = page[name];
  if (typeof method !== 'function') return;
  try {
    method.apply(page, args);
  } catch (error) {
    console.error(`${page.route}: ${name}`, error);
  }
}
