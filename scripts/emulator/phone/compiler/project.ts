/** What a mini-program consists of: app.json, theme.json, its pages and the components they use. */
import type * as v from 'valibot';
import { candidatePaths, withoutAlias } from '../path';
import type { AppConfig, ComponentConfig, SourceError, Themes } from '../program';
import { AppJson, ComponentJson, emptyComponentJson, ThemeJson } from './configuration';
import { readJson } from './json';
import { isOfMissing } from './packages';
import { type Source, SourceFailure } from './source';

export interface Project {
  app: AppConfig;
  themes: Themes;
  /** Pages and components by path. */
  components: Record<string, ComponentConfig>;
  /** Components that are named and not there: what uses them is drawn without. */
  warnings: SourceError[];
}

const STYLE_KEYS = ['component', 'styleIsolation', 'addGlobalClass'] as const;

/** The component that draws the tab bar where app.json asks for a custom one. */
const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

/** @throws {SourceFailure} naming each JSON file that is missing or wrong */
export async function readProject(source: Source): Promise<Project> {
  const app = await readApp(source);
  const themes = app.darkmode
    ? await readJson(source, app.themeLocation, ThemeJson, '{}')
    : { light: {}, dark: {} };
  const found: Found = { errors: [], warnings: [] };
  app.pages = await presentPages(source, app.pages, found);
  const components = await readComponents(source, app, found);
  if (found.errors.length > 0) throw new SourceFailure(found.errors);
  return { app, themes, components, warnings: found.warnings };
}

type App = AppConfig & Pick<v.InferOutput<typeof AppJson>, 'themeLocation' | 'usingComponents'>;

/**
 * Reads app.json alone; the pages of subpackages are among its pages.
 *
 * @throws {SourceFailure} when it is missing or wrong
 */
export async function readApp(source: Source): Promise<App> {
  const { subPackages, subpackages, pages, ...app } = await readJson(source, 'app.json', AppJson);
  const packaged = [...subPackages, ...subpackages].flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/^\/|\/$/g, '')}/${page}`),
  );
  return { ...app, pages: [...pages.map((page) => page.replace(/^\//, '')), ...packaged] };
}

/** What is found wrong on the way. */
interface Found {
  errors: SourceError[];
  warnings: SourceError[];
}

/**
 * The pages of which there is any file. WeChat refuses the others; here the rest of the mini-program runs without them,
 * as a folder that is a git submodule is often not there.
 */
async function presentPages(source: Source, pages: string[], { warnings }: Found): Promise<string[]> {
  const present: string[] = [];
  for (const page of pages) {
    const files = ['wxml', 'js', 'ts', 'json'].map((ending) => source.read(`${page}.${ending}`));
    if ((await Promise.all(files)).some((text) => text !== undefined)) present.push(page);
    else warnings.push({ file: 'app.json', message: `the page ${page} is not there` });
  }
  return present.length > 0 ? present : pages;
}

/** The pages, then what they use, then what that uses. */
async function readComponents(source: Source, app: App, found: Found) {
  const components: Record<string, ComponentConfig> = {};
  const withoutAliases = (named: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(named).map(([tag, used]) => [tag, withoutAlias(app.resolveAlias, used)]),
    );
  const shared = await resolveAll(source, 'app', withoutAliases(app.usingComponents), found);
  const waiting = [...app.pages, ...Object.values(shared)];
  if (app.tabBar?.custom) waiting.push(...(await customTabBar(source, found)));
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (Object.hasOwn(components, path)) continue;
    const json = await readJson(source, `${path}.json`, ComponentJson, '{}').catch((failure: unknown) => {
      if (!(failure instanceof SourceFailure)) throw failure;
      found.errors.push(...failure.errors);
      return emptyComponentJson();
    });
    // A page's styles are those of its document, whatever its JSON says: there is nothing to keep them from.
    if (app.pages.includes(path)) for (const key of STYLE_KEYS) delete json[key];
    const own = await resolveAll(source, path, withoutAliases(json.usingComponents), found);
    const defaults = await defaultsOf(source, path, json, found);
    components[path] = {
      ...json,
      usingComponents: rooted({ ...shared, ...own }),
      ...(json.componentGenerics && { componentGenerics: withDefaults(json.componentGenerics, defaults) }),
    };
    waiting.push(...Object.values(own), ...Object.values(defaults));
  }
  return components;
}

/** Without its component a custom tab bar is not drawn, and the pages are. */
async function customTabBar(source: Source, { warnings }: Found): Promise<string[]> {
  if ((await firstThatExists(source, [CUSTOM_TAB_BAR])) !== undefined) return [CUSTOM_TAB_BAR];
  warnings.push({ file: 'app.json', message: `the custom tab bar is not there: ${CUSTOM_TAB_BAR}` });
  return [];
}

/** A component's abstract nodes may have components that stand in for them (custom-component/generics). */
async function defaultsOf(
  source: Source,
  path: string,
  { componentGenerics = {} }: v.InferOutput<typeof ComponentJson>,
  found: Found,
): Promise<Record<string, string>> {
  const defaults: Record<string, string> = {};
  for (const [name, generic] of Object.entries(componentGenerics)) {
    if (generic !== true && generic.default !== undefined) defaults[name] = generic.default;
  }
  return resolveAll(source, path, defaults, found);
}

/** Their defaults from the root; one that is not there is none. */
function withDefaults(
  generics: NonNullable<ComponentConfig['componentGenerics']>,
  defaults: Record<string, string>,
): NonNullable<ComponentConfig['componentGenerics']> {
  const entries = Object.keys(generics).map((name) => {
    const path = defaults[name];
    return [name, path === undefined ? true : { default: `/${path}` }] as const;
  });
  return Object.fromEntries(entries);
}

async function resolveAll(
  source: Source,
  from: string,
  using: Record<string, string>,
  { errors, warnings }: Found,
): Promise<Record<string, string>> {
  const paths: Record<string, string> = {};
  for (const [tag, path] of Object.entries(using)) {
    // plugin://, ext://, dynamicLib:// … come from WeChat's servers: the tag is one that this phone does not have.
    if (path.includes('://')) continue;
    const candidates = candidatePaths(from, path);
    const found = await firstThatExists(source, candidates);
    const file = `${from}.json`;
    if (found !== undefined) paths[tag] = found;
    else if (candidates.length === 0)
      errors.push({ file, message: `<${tag}> leads out of the mini-program: ${path}` });
    else if (!isOfMissing(source.packages, path))
      warnings.push({ file, message: `<${tag}> names a component that is not there: ${path}` });
  }
  return paths;
}

async function firstThatExists(source: Source, candidates: string[]): Promise<string | undefined> {
  for (const path of candidates) {
    for (const ending of ['json', 'wxml']) {
      if ((await source.read(`${path}.${ending}`)) !== undefined) return path;
    }
  }
  return undefined;
}

const rooted = (paths: Record<string, string>) =>
  Object.fromEntries(Object.entries(paths).map(([tag, path]) => [tag, `/${path}`]));
