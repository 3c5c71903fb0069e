/** Which files of an npm component library a mini-program uses, found as WeChat's compiler would find them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import postcss from 'postcss';

/** Where DevTools' own npm step puts packages, and where it looks for them. */
export const NPM_FOLDER = 'miniprogram_npm';

/** How each kind of file names others. */
const REFERENCES: Record<string, (text: string) => string[]> = {
  '.js': (text) => matches(text, /\b(?:from|import|require\()\s*(["'])(.+?)\1/g),
  '.wxs': (text) => matches(text, /\brequire\(\s*(["'])(.+?)\1/g),
  '.wxml': (text) => matches(text, /<(?:wxs|import|include)\b[^>]*?\bsrc=(["'])(.+?)\1/g),
  '.wxss': importsOf,
  '.json': (text) => componentsIn(text),
};

/** A component is four files of one name. */
const COMPONENT_FILES = ['.js', '.json', '.wxml', '.wxss'];

/**
 * @param miniprogram the mini-program's folder
 * @param library the folder that the package's `miniprogram` field names
 * @param name the package's name
 * @returns paths in `library`, sorted
 * @throws Error that names the file whose reference leads nowhere
 */
export function usedFiles(miniprogram: string, library: string, name: string): string[] {
  const found = new Set<string>();
  const waiting = entriesOf(miniprogram, name).flatMap((entry) => filesOf(join(library, entry)));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...referencesOf(file, library));
  }
  return [...found].map((file) => relative(library, file)).sort();
}

/** What the mini-program itself names of the package: components in its JSON, style sheets in its WXSS. */
function entriesOf(miniprogram: string, name: string): string[] {
  const files = readdirSync(miniprogram, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith(NPM_FOLDER) && ['.json', '.wxss'].includes(extname(file)))
    .map((file) => join(miniprogram, file));
  const named = files.flatMap((file) => REFERENCES[extname(file)]?.(readFileSync(file, 'utf8')) ?? []);
  const prefix = new RegExp(`^(?:.*/)?(?:${NPM_FOLDER}/)?${name}/`);
  return [...new Set(named.filter((path) => prefix.test(path)).map((path) => path.replace(prefix, '')))];
}

function referencesOf(file: string, library: string): string[] {
  const named = REFERENCES[extname(file)]?.(readFileSync(file, 'utf8')) ?? [];
  const related = extname(file) === '.js' ? relatedTo(file) : [];
  const others = related.flatMap((path) => filesOf(resolve(dirname(file), path), file, '.json'));
  const mentioned = named.flatMap((path) => {
    const target = path.startsWith('.')
      ? resolve(dirname(file), path)
      : nearestPackage(dirname(file), path, library);
    return filesOf(target, file, extname(file));
  });
  return [...mentioned, ...others];
}

/** The components that one has a relation to (`relations` of Component): the framework warns of one that is not there. */
function relatedTo(file: string): string[] {
  return matches(readFileSync(file, 'utf8'), /(["'])(\.[^"']*)\1\s*:\s*\{\s*type\s*:/g);
}

/** A package that the library brings with it: `tslib` is `miniprogram_npm/tslib`, here or further up. */
function nearestPackage(from: string, name: string, library: string): string {
  for (let folder = from; folder.startsWith(library); folder = dirname(folder)) {
    const candidate = join(folder, NPM_FOLDER, name);
    if (existsSync(candidate) || existsSync(`${candidate}.js`)) return candidate;
  }
  return join(library, name);
}

/** The files that a path without its ending means to the file that names it. */
function filesOf(path: string, namedBy = 'the mini-program', ending = '.json'): string[] {
  const candidates =
    ending === '.json'
      ? COMPONENT_FILES.map((each) => path + each)
      : [path, path + ending, join(path, `index${ending}`)];
  const files = candidates.filter((file) => extname(file) !== '' && existsSync(file));
  if (extname(path) !== '' && existsSync(path)) return [path];
  if (files.length === 0) throw new Error(`${namedBy} names ${path}, which is not there`);
  return files;
}

function componentsIn(text: string): string[] {
  const { usingComponents = {} } = JSON.parse(text) as { usingComponents?: Record<string, string> };
  return Object.values(usingComponents);
}

function importsOf(text: string): string[] {
  const paths: string[] = [];
  postcss.parse(text).walkAtRules('import', ({ params }) => {
    paths.push(params.replace(/^(?:url\()?\s*["']?|["']?\s*\)?$/g, ''));
  });
  return paths;
}

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[2] ?? '');
