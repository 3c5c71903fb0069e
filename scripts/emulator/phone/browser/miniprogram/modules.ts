/** The mini-program's modules: `require`, and what each finds in its scope. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { resolvePath } from '../../path';
import { MODULE_SCOPE, type ModuleFactory, type ModuleScope } from '../../program';

/** A module threw while it ran for the first time. */
export class ModuleFailure extends Error {
  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

export interface Modules {
  /** Runs a module unless it has run, and returns its exports. */
  run(path: string): unknown;
  /** Runs the module of a page or component, so that `Page` or `Component` in it defines that one. */
  runComponent(path: string): void;
}

type SharedScope = Omit<ModuleScope, 'module' | 'exports' | 'require' | 'Page' | 'Component' | 'Behavior'>;

type Definition = (this: void, definition: never) => unknown;

export function createModules(
  factories: Record<string, ModuleFactory>,
  codeSpace: CodeSpace,
  shared: SharedScope,
): Modules {
  const modules = new Map<string, { exports: unknown }>();
  let component = '';

  // A module that several components require may define any of them, so this is asked for when it is called.
  const define = (name: 'Page' | 'Component' | 'Behavior') => (definition: unknown) =>
    codeSpace.componentEnv(component, (env) => (env[name] as Definition)(definition as never));
  const definers = { Page: define('Page'), Component: define('Component'), Behavior: define('Behavior') };

  const run = (path: string): unknown => {
    const running = modules.get(path);
    if (running !== undefined) return running.exports;
    const factory = Object.hasOwn(factories, path) ? factories[path] : undefined;
    if (factory === undefined) throw new Error(`module '${path}' is not defined`);
    const module = { exports: {} as unknown };
    modules.set(path, module);
    const require = (request: string) => run(resolveModule(factories, path, request));
    const scope: ModuleScope = { ...shared, ...definers, module, exports: module.exports, require };
    try {
      factory.call(undefined, ...MODULE_SCOPE.map((name) => scope[name]));
    } catch (error) {
      throw error instanceof ModuleFailure ? error : new ModuleFailure(path, error);
    }
    return module.exports;
  };

  return {
    run,
    runComponent(path) {
      const before = component;
      component = path;
      run(path);
      component = before;
    },
  };
}

/** `./a`, `./a.js`, `../a`, `/a` and folders with an index, as WeChat resolves them. */
export function resolveModule(factories: Record<string, unknown>, from: string, request: string): string {
  const path = resolvePath(from, request.replace(/\.js$/, '')) ?? request;
  const found = [path, `${path}/index`].find((candidate) => Object.hasOwn(factories, candidate));
  if (found === undefined)
    throw new Error(`module '${request}' is not defined, require args is '${path}' in ${from}`);
  return found;
}
