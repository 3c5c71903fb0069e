/** `Page`, `Component` and `Behavior` as modules call them, with what the framework leaves to its host. */

import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { candidatePaths } from '../../path';
import type { ComponentConfig } from '../../program';
import type { BuiltInBehaviors } from './builtInBehaviors';

interface Definition {
  behaviors?: unknown[];
  relations?: Record<string, { target?: unknown }>;
  options?: { styleIsolation?: string; addGlobalClass?: boolean };
  properties?: Record<string, unknown>;
  [field: string]: unknown;
}

type Define = (this: void, definition: never) => unknown;

export interface Definers {
  Page(definition: Definition): unknown;
  Component(definition?: Definition): unknown;
  Behavior(definition?: Definition): unknown;
}

interface DefinerParts {
  codeSpace: CodeSpace;
  behaviors: BuiltInBehaviors;
  /** The JSON of each page and component. */
  configs: Record<string, ComponentConfig>;
  /** The component whose module is running. */
  current(): string;
  onIsolation(path: string, styleIsolation: string): void;
  /** A component has a relation to this one, which must be defined before either is made. */
  onRelated(path: string): void;
}

export function createDefiners({
  codeSpace,
  behaviors,
  configs,
  current,
  onIsolation,
  onRelated,
}: DefinerParts): Definers {
  const define = (name: keyof Definers, definition: unknown) =>
    // A module that several components require may define any of them, so the path is asked for now.
    codeSpace.componentEnv(current(), (env) => (env[name] as Define)(definition as never));

  /** `wx://form-field` and its like stand for behaviors that WeChat has. */
  const withBehaviors = (definition: Definition): Definition =>
    definition.behaviors === undefined
      ? definition
      : { ...definition, behaviors: definition.behaviors.flatMap((named) => behaviors.resolve(named)) };

  /** Style isolation may stand in the JSON or in `options`, which come first (custom-component/wxml-wxss). */
  const isolate = ({ options }: Definition) => {
    const path = current();
    const styleIsolation = options?.styleIsolation ?? (options?.addGlobalClass ? 'apply-shared' : undefined);
    if (styleIsolation === undefined || !configs[path]?.component) return;
    onIsolation(path, styleIsolation);
  };

  /** In WeChat every component is defined before the first is made; here the framework would pass the relation over. */
  const defineRelated = ({ relations = {} }: Definition) => {
    for (const [key, { target = key }] of Object.entries(relations)) {
      if (typeof target !== 'string') continue;
      const path = candidatePaths(current(), target).find((candidate) => Object.hasOwn(configs, candidate));
      if (path !== undefined) onRelated(path);
    }
  };

  /**
   * A page's functions are bound to it: `setInterval(this.tick)` and `success: this.show` work in WeChat, though not in a
   * component.
   */
  const bound = (definition: Definition): Definition => {
    const names = Object.keys(definition).filter((name) => typeof definition[name] === 'function');
    const { fields, rest } = ownFields(definition);
    const binding: unknown = codeSpace
      .behavior()
      .definition({
        lifetimes: {
          created() {
            const page = this as unknown as Record<string, (...values: unknown[]) => unknown>;
            for (const name of names) page[name] = page[name]?.bind(page) ?? (() => {});
            Object.assign(page, copyField(fields));
          },
        },
      })
      .register();
    return { ...rest, behaviors: [...(definition.behaviors ?? []), binding] };
  };

  return {
    Page: (definition) => define('Page', bound(withBehaviors(definition))),
    Component(definition = {}) {
      isolate(definition);
      const defined = define('Component', withKnownTypes(withBehaviors(definition)));
      defineRelated(definition);
      return defined;
    },
    Behavior: (definition = {}) => define('Behavior', withKnownTypes(withBehaviors(definition))),
  };
}

/** What the framework itself reads in the definition of a page. */
const KNOWN_FIELDS = new Set([
  ...['data', 'behaviors', 'options', 'properties', 'observers', 'methods'],
  ...['lifetimes', 'pageLifetimes', 'relations', 'externalClasses'],
]);

/** A page's own fields (WeChat's documentation: reference/api/Page, 自定义数据); functions are not among them. */
function ownFields(definition: Definition): { fields: object; rest: Definition } {
  const own = ([name, value]: [string, unknown]) => typeof value !== 'function' && !KNOWN_FIELDS.has(name);
  const entries = Object.entries(definition);
  return {
    fields: Object.fromEntries(entries.filter(own)),
    rest: Object.fromEntries(entries.filter((entry) => !own(entry))),
  };
}

/**
 * Each page has its own copy of them. The framework's copy would make plain objects of all: a Map is one no more, and a
 * player or database that stands in a field loses its methods.
 */
function copyField(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyField);
  if (value instanceof Map) return new Map(value);
  if (value instanceof Set) return new Set(value);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyField(field)]));
}

const TYPES: ReadonlySet<unknown> = new Set([String, Number, Boolean, Object, Array, Function, null]);

/** WeChat takes a property whose type it does not know, such as `[Boolean, String]`, as one of any type. */
function withKnownTypes(definition: Definition): Definition {
  if (definition.properties === undefined) return definition;
  const properties = Object.entries(definition.properties).map(([name, property]) => {
    if (TYPES.has(property)) return [name, property];
    if (typeof property !== 'object' || property === null || Array.isArray(property)) return [name, null];
    const { type } = property as { type?: unknown };
    return [name, TYPES.has(type) ? property : { ...property, type: null }];
  });
  return { ...definition, properties: Object.fromEntries(properties) };
}
