/**
 * `wx.createWorker` (WeChat's documentation: framework/workers). The worker's modules are its own, and messages are
 * copies; but it runs in the page's thread, as a browser's worker would need a document of its own.
 */
import { createFunctionConstructor, createGlobal } from '../globalObject';
import { createModules } from '../modules';
import type { Program } from '../pages/pageParts';
import { listeners } from './listeners';

/** @param path of its first module; a worker has no pages and no `wx` */
export function createWorker(program: Program, path: string) {
  const toWorker = listeners();
  const toPage = listeners();
  const errors = listeners();
  let running = true;
  /** After what runs now, as between two threads. */
  const post = (told: { tell(message: object): void }) => (message: object) => {
    const copy = structuredClone(message);
    setTimeout(() => running && told.tell(copy));
  };
  const worker = { postMessage: post(toPage), onMessage: toWorker.on, env: {} };
  const absent = {
    wx: {},
    App: undefined,
    Page: undefined,
    Component: undefined,
    Behavior: undefined,
    getApp: undefined,
    getCurrentPages: undefined,
    __wxConfig: undefined,
  };
  const global = createGlobal();
  const scope = {
    ...absent,
    global,
    globalThis: global,
    Function: createFunctionConstructor(global),
    worker,
  };
  const modules = createModules(program.modules, () => scope);
  setTimeout(() => {
    try {
      modules.run(path.replace(/^\//, '').replace(/\.js$/, ''));
    } catch (error) {
      console.error(`worker ${path}:`, error);
      errors.tell({ message: error instanceof Error ? error.message : String(error), filename: path });
    }
  });
  return {
    postMessage: post(toWorker),
    onMessage: toPage.on,
    onError: errors.on,
    onProcessKilled() {},
    terminate() {
      running = false;
    },
    getCameraFrameData: () => null,
    testOnProcessKilled() {},
  };
}
