/** The mini-program's modules: `require`, and what each finds in its scope. */
import { candidatePaths, withoutAlias } from '../../path';
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
  /** The component whose module is running; '' while there is none. */
  current(): string;
}

export type SharedScope = Omit<ModuleScope, 'module' | 'exports' | 'require'>;

export function createModules(
  factories: Record<string, ModuleFactory>,
  sharedScope: () => SharedScope,
  aliases?: Record<string, string>,
): Modules {
  const modules = new Map<string, { exports: unknown }>();
  let component = '';

  const run = (path: string): unknown => {
    const running = modules.get(path);
    if (running !== undefined) return running.exports;
    const factory = Object.hasOwn(factories, path) ? factories[path] : undefined;
    if (factory === undefined) throw new Error(`module '${path}' is not defined`);
    const module = { exports: {} as unknown };
    modules.set(path, module);
    const load = (request: string) => run(resolveModule(factories, path, withoutAlias(aliases, request)));
    // Subpackages are all here already: the callback is called, and the promise kept, with the same module.
    const require = Object.assign(
      (request: string, onLoaded?: (exports: unknown) => void) => {
        const exports = load(request);
        onLoaded?.(exports);
        return exports;
      },
      { async: async (request: string) => load(request) },
    );
    const scope: ModuleScope = { ...sharedScope(), module, exports: module.exports, require };
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
      try {
        run(path);
      } finally {
        component = before;
      }
    },
    current: () => component,
  };
}

/** `./a`, `./a.js`, `../a`, `/a`, folders with an index and packages, as WeChat resolves them. */
function resolveModule(factories: Record<string, unknown>, from: string, request: string): string {
  const path = request.replace(/\.js$/, '');
  const candidates = candidatePaths(from, path);
  // ColorUI's kit for mini-programs names so what lies beside it, from before there were paths from the root.
  if (path.startsWith('/')) candidates.push(...candidatePaths(from, `.${path}`));
  const found = candidates.find((candidate) => Object.hasOwn(factories, candidate));
  if (found === undefined)
    throw new Error(
      `module '${request}' is not defined, require args is '${candidates[0] ?? request}' in ${from}`,
    );
  return found;
}
