/** What a mini-program consists of: app.json, theme.json, its pages and the components they use. */
import { transform } from 'esbuild';
import * as v from 'valibot';
import { resolvePath } from '../path';
import type { AppConfig, ComponentConfig, SourceError, Themes } from '../program';
import { type Source, SourceFailure } from './source';
import { syntaxErrors } from './syntaxErrors';

export interface Project {
  app: AppConfig;
  themes: Themes;
  /** Pages and components by path. */
  components: Record<string, ComponentConfig>;
}

const windowEntries = {
  navigationBarTitleText: v.exactOptional(v.string()),
  navigationBarBackgroundColor: v.exactOptional(v.string()),
  navigationBarTextStyle: v.exactOptional(v.string()),
  navigationStyle: v.exactOptional(v.string()),
  backgroundColor: v.exactOptional(v.string()),
};

const usingComponents = v.optional(v.record(v.string(), v.string()), {});

const AppJson = v.object({
  pages: v.pipe(v.array(v.string()), v.minLength(1, 'app.json names no page')),
  entryPagePath: v.exactOptional(v.string()),
  window: v.exactOptional(v.object(windowEntries)),
  darkmode: v.exactOptional(v.boolean()),
  themeLocation: v.optional(v.string(), 'theme.json'),
  usingComponents,
});

const ComponentJson = v.object({
  ...windowEntries,
  component: v.exactOptional(v.boolean()),
  styleIsolation: v.exactOptional(v.string()),
  addGlobalClass: v.exactOptional(v.boolean()),
  usingComponents,
  componentGenerics: v.exactOptional(
    v.record(v.string(), v.union([v.literal(true), v.object({ default: v.exactOptional(v.string()) })])),
  ),
  componentPlaceholder: v.exactOptional(v.record(v.string(), v.string())),
  pureDataPattern: v.exactOptional(v.string()),
});

const STYLE_KEYS = ['component', 'styleIsolation', 'addGlobalClass'] as const;

const theme = v.optional(v.record(v.string(), v.string()), {});
const ThemeJson = v.object({ light: theme, dark: theme });

/** @throws {SourceFailure} naming each JSON file that is missing or wrong */
export async function readProject(source: Source): Promise<Project> {
  const app = await readApp(source);
  const themes = app.darkmode
    ? await readJson(source, app.themeLocation, ThemeJson, '{}')
    : { light: {}, dark: {} };
  const components = await readComponents(source, app);
  return { app, themes, components };
}

/**
 * Reads app.json alone.
 *
 * @throws {SourceFailure} when it is missing or wrong
 */
export function readApp(source: Source) {
  return readJson(source, 'app.json', AppJson);
}

/** The pages, then what they use, then what that uses. */
async function readComponents(source: Source, app: v.InferOutput<typeof AppJson>) {
  const components: Record<string, ComponentConfig> = {};
  const errors: SourceError[] = [];
  const waiting = [...app.pages, ...Object.values(resolveAll('app', app.usingComponents, errors))];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (Object.hasOwn(components, path)) continue;
    const json = await readJson(source, `${path}.json`, ComponentJson, '{}').catch((failure: unknown) => {
      if (!(failure instanceof SourceFailure)) throw failure;
      errors.push(...failure.errors);
      return v.parse(ComponentJson, {});
    });
    // A page's styles are those of its document, whatever its JSON says: there is nothing to keep them from.
    if (app.pages.includes(path)) for (const key of STYLE_KEYS) delete json[key];
    const own = resolveAll(path, json.usingComponents, errors);
    const shared = resolveAll('app', app.usingComponents, []);
    components[path] = { ...json, usingComponents: rooted({ ...shared, ...own }) };
    waiting.push(...Object.values(own));
  }
  if (errors.length > 0) throw new SourceFailure(errors);
  return components;
}

function resolveAll(from: string, using: Record<string, string>, errors: SourceError[]) {
  const paths: Record<string, string> = {};
  for (const [tag, path] of Object.entries(using)) {
    const resolved = resolvePath(from, path);
    if (resolved !== undefined) paths[tag] = resolved;
    else errors.push({ file: `${from}.json`, message: `<${tag}> leads out of the mini-program: ${path}` });
  }
  return paths;
}

const rooted = (paths: Record<string, string>) =>
  Object.fromEntries(Object.entries(paths).map(([tag, path]) => [tag, `/${path}`]));

async function readJson<const TSchema extends v.GenericSchema>(
  source: Source,
  file: string,
  schema: TSchema,
  whenMissing?: string,
): Promise<v.InferOutput<TSchema>> {
  const text = (await source.read(file)) ?? whenMissing;
  if (text === undefined) throw new SourceFailure([{ file, message: 'the file is missing' }]);
  const parsed = v.safeParse(schema, await parseJson(file, text), { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue);
  throw new SourceFailure([{ file, message: place === null ? issue.message : `${place}: ${issue.message}` }]);
}

async function parseJson(file: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch (error) {
    // JSON.parse does not always say where; esbuild does.
    await transform(text, { loader: 'json' }).catch((failure: unknown) => {
      throw new SourceFailure(syntaxErrors(file, failure));
    });
    throw new SourceFailure([{ file, message: error instanceof Error ? error.message : String(error) }]);
  }
}
